import { type ApplicantKind, applicantKindIds } from '../domain/application/applicant.js';
import { creditCodeFault, residentNumberFault } from '../domain/application/identity.js';
import {
  type IdentityDocument,
  type SupplyWay,
  type WantedForm,
  identityDocuments,
  supplyWays,
  wantedForms,
} from '../domain/application/provision.js';
import { Check, Choice, Choices, Text } from '../web/fields.js';

const LONGEST_CONTENT = 40_000;
const PHONE = /^(\+?[\d\s()（）-]{7,20})?$/;
const EMAIL = /^([^\s@]+@[^\s@]+\.[^\s@]+)?$/;
const PHONE_FAULT = '电话应当是 7 至 20 位数字，可以带区号和横线';

/** 您是谁（条例第二十九条第二款第一项）. */
export class ApplicantForm {
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

  @Text({ label: '代理人', max: 100, required: false })
  agentName: string;

  @Text({ label: '代理人电话', max: 20, required: false, pattern: PHONE, patternFault: PHONE_FAULT })
  agentPhone: string;
}

/** 身份证明（条例第二十九条第二款第一项）. The files come with the form; `remove` names those to leave out again. */
export class IdentityForm {
  @Choice({ label: '证件种类', of: Object.keys(identityDocuments) })
  idDocument: IdentityDocument;

  @Text({ label: '证件号码', max: 40 })
  @Check<IdentityForm>(({ idDocument, idNumber }) => {
    if (!idNumber) return undefined;
    if (idDocument === 'residentCard') return residentNumberFault(idNumber);
    return idDocument === 'creditCode' ? creditCodeFault(idNumber) : undefined;
  })
  idNumber: string;

  @Choices({ label: '要去掉的文件', required: false })
  remove: string[];
}

/** 怎样联系您（条例第二十九条第二款第一项）. */
export class ContactForm {
  @Text({ label: '联系电话', max: 20, pattern: PHONE, patternFault: PHONE_FAULT })
  phone: string;

  @Text({ label: '通信地址', required: false })
  address: string;

  @Text({
    label: '邮政编码',
    max: 6,
    required: false,
    pattern: /^(\d{6})?$/,
    patternFault: '邮政编码应当是 6 位数字',
  })
  postcode: string;

  @Text({
    label: '电子邮箱',
    max: 100,
    required: false,
    pattern: EMAIL,
    patternFault: '电子邮箱的格式不正确，请核对',
  })
  email: string;
}

/** 需要什么信息（条例第二十九条第二款第二项）. Purpose is not asked: the law does not let an office ask it. */
export class ContentForm {
  @Text({ label: '需要的信息', max: LONGEST_CONTENT })
  content: string;
}

/** 怎样提供给您（条例第二十九条第二款第三项）. */
export class SupplyForm {
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
