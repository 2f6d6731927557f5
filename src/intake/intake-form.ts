import { type Channel, channels } from '../domain/acts/intake-acts.js';
import {
  type AgentPaper,
  type ApplicantKind,
  type Recipient,
  agentPaperIds,
  applicantKindIds,
  recipients,
} from '../domain/application/applicant.js';
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
import { receiptRules } from '../domain/application/receipt.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import type { ApplicationFields } from '../records/application-fields.js';
import { Email, Phone, Postcode } from '../web/contact-fields.js';
import { Check, Choice, Choices, Day, Text } from '../web/fields.js';

const LONGEST_CONTENT = 40_000;
const LONGEST_LIST = 20_000;

/** 登记: how it came, who asks, for what. */
export class IntakeForm implements ApplicationFields {
  @Choice({ label: '申请渠道', of: Object.keys(channels) })
  channel: Channel;

  @Day({ label: '收到之日', notAfter: today, notAfterFault: '收到之日不能晚于今天' })
  on: LocalDate;

  @Day({ label: '实际到达日', required: false, notAfter: today })
  @Check<IntakeForm>(({ channel, on, arrivedOn }) => {
    if (!arrivedOn || !(channel in receiptRules) || !receiptRules[channel].arrivesFirst) return undefined;
    return arrivedOn > on ? '实际到达日不会晚于确认之日，请核对' : undefined;
  })
  arrivedOn?: LocalDate;

  @Text({ label: '先收到的机构或个人', max: 100, required: false })
  firstTo: string;

  @Day({ label: '首次联系申请人之日', required: false, notAfter: today })
  contactTriedOn?: LocalDate;

  @Text({ label: '收到凭证', required: false })
  proof: string;

  @Choice({ label: '申请人类别', of: applicantKindIds })
  applicantKind: ApplicantKind;

  @Text({ label: '姓名或名称', max: 100 })
  applicantName: string;

  @Choice({ label: '证件种类', of: Object.keys(identityDocuments), required: false })
  @Check<IntakeForm>(({ idDocument, idNumber }) =>
    idNumber && !idDocument ? '填了证件号码的，请选择证件种类' : undefined,
  )
  idDocument?: IdentityDocument;

  @Text({ label: '证件号码', max: 40, required: false })
  @Check<IntakeForm>(({ idDocument, idNumber }) => identityFault(idDocument, idNumber))
  idNumber: string;

  @Text({ label: '共同申请人', max: LONGEST_LIST, required: false })
  @Check<IntakeForm>(({ jointApplicants }) => jointApplicantsFault(jointApplicants))
  jointApplicants: string;

  @Phone('联系电话')
  phone: string;

  @Text({ label: '通信地址', required: false })
  @Check<IntakeForm>(({ supplyWay, address }) =>
    supplyWay === 'post' && !address ? '选择邮寄的，请填写通信地址' : undefined,
  )
  address: string;

  @Postcode('邮政编码')
  postcode: string;

  @Email('电子邮箱')
  @Check<IntakeForm>(({ supplyWay, email }) =>
    supplyWay === 'email' && !email ? '选择电子邮件的，请填写电子邮箱' : undefined,
  )
  email: string;

  @Text({ label: '联系人', max: 100, required: false })
  contactName: string;

  @Text({ label: '代理人', max: 100, required: false })
  agentName: string;

  @Phone('代理人电话')
  agentPhone: string;

  @Choices({ label: '已经提交的代理材料', of: agentPaperIds, required: false })
  agentPapers: AgentPaper[];

  @Choice({ label: '文书送达', of: Object.keys(recipients), required: false })
  @Check<IntakeForm>(({ serviceTo, agentName }) =>
    serviceTo === 'agent' && !agentName ? '送给代理人的，请填写代理人' : undefined,
  )
  serviceTo?: Recipient;

  @Text({ label: '所需信息的名称、文号或者其他特征', max: LONGEST_CONTENT })
  content: string;

  @Choice({ label: '提供形式', of: Object.keys(wantedForms), required: false })
  wantedForm?: WantedForm;

  @Choice({ label: '获取方式', of: Object.keys(supplyWays), required: false })
  supplyWay?: SupplyWay;

  /** An account of the office, when the case is handed on at once. */
  @Text({ label: '分办给', max: 40, required: false })
  handler: string;
}
