import { longestText } from '../domain/acts/fields.js';
import { type ApplicantKind, applicantKindIds } from '../domain/application/applicant.js';
import { identityFault } from '../domain/application/identity.js';
import { jointApplicantsFault } from '../domain/application/joint-applicants.js';
import {
  type IdentityDocument,
  type SupplyWay,
  type WantedForm,
  identityDocuments,
  supplyWays,
  wantedForms,
} from '../domain/application/provision.js';
import { Email, Phone, Postcode } from '../web/contact-fields.js';
import { Check, Choice, Choices, Text } from '../web/fields.js';

const LONGEST_LIST = 20_000;

/** 您是谁（条例第二十九条第二款第一项）. */
class ApplicantForm {
  @Choice({ label: '申请人类别', of: applicantKindIds })
  applicantKind: ApplicantKind;

  @Text({ label: '姓名或单位名称', max: 100 })
  applicantName: string;

  @Text({ label: '联系人', max: 100, required: false })
  // 自然人 stands first.
  @Check<ApplicantForm>(({ applicantKind, contactName }) =>
    applicantKindIds.indexOf(applicantKind) > 0 && !contactName
      ? '以单位名义申请的，请填写联系人'
      : undefined,
  )
  contactName: string;

  @Text({ label: '一起申请的人', max: LONGEST_LIST, required: false })
  @Check<ApplicantForm>(({ jointApplicants }) => jointApplicantsFault(jointApplicants))
  jointApplicants: string;

  @Text({ label: '代理人', max: 100, required: false })
  agentName: string;

  @Phone('代理人电话')
  agentPhone: string;
}

/** 身份证明（条例第二十九条第二款第一项）. The files come with the form; `remove` names those to leave out again. */
class IdentityForm {
  @Choice({ label: '证件种类', of: Object.keys(identityDocuments) })
  idDocument: IdentityDocument;

  @Text({ label: '证件号码', max: 40 })
  @Check<IdentityForm>(({ idDocument, idNumber }) => identityFault(idDocument, idNumber))
  idNumber: string;

  @Choices({ label: '要去掉的文件', required: false })
  remove: string[];
}

/** 怎样联系您（条例第二十九条第二款第一项）. */
class ContactForm {
  @Phone('联系电话', { required: true })
  phone: string;

  @Text({ label: '通信地址', required: false })
  address: string;

  @Postcode('邮政编码')
  postcode: string;

  @Email('电子邮箱')
  email: string;
}

/** 需要什么信息（条例第二十九条第二款第二项）. Purpose is not asked: the law does not let an office ask it. */
class ContentForm {
  @Text({ label: '需要的信息', max: longestText.longText })
  content: string;
}

/** 怎样提供给您（条例第二十九条第二款第三项）. */
class SupplyForm {
  @Choice({ label: '提供形式', of: Object.keys(wantedForms) })
  wantedForm: WantedForm;

  @Choice({ label: '获取方式', of: Object.keys(supplyWays) })
  supplyWay: SupplyWay;
}

/** The steps in their order: the part of the address, the title, the form. */
export const applySteps = [
  { step: 'applicant', title: '您是谁', form: ApplicantForm },
  { step: 'identity', title: '身份证明', form: IdentityForm },
  { step: 'contact', title: '怎样联系您', form: ContactForm },
  { step: 'content', title: '需要什么信息', form: ContentForm },
  { step: 'supply', title: '怎样提供给您', form: SupplyForm },
] as const;
export type ApplyStep = (typeof applySteps)[number];
export const CHECK_STEP = 'check';

/** Everything that was filled in. */
export type Filled = ApplicantForm & Omit<IdentityForm, 'remove'> & ContactForm & ContentForm & SupplyForm;
