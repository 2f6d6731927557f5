import type { AgentPaper, ApplicantKind, Recipient } from '../domain/application/applicant.js';
import type { IdentityDocument } from '../domain/application/provision.js';
import type { ApplicantFields } from '../records/application-fields.js';
import {
  ContactPerson,
  DocumentOfApplicant,
  JointApplicants,
  KindOfApplicant,
  NameOfAgent,
  NameOfApplicant,
  NumberOfDocument,
  PapersOfAgent,
  ServiceTo,
} from '../web/applicant-fields.js';
import { Email, Phone, Postcode } from '../web/contact-fields.js';
import { Text } from '../web/fields.js';

const LONGEST_WHY = 2_000;

/** 更正申请人信息: who applies, as it should read, and why it did not. */
export class ApplicantMendingForm implements ApplicantFields {
  @KindOfApplicant()
  applicantKind: ApplicantKind;

  @NameOfApplicant()
  applicantName: string;

  @DocumentOfApplicant()
  idDocument?: IdentityDocument;

  @NumberOfDocument()
  idNumber: string;

  @JointApplicants()
  jointApplicants: string;

  @Phone('联系电话')
  phone: string;

  @Text({ label: '通信地址', required: false })
  address: string;

  @Postcode('邮政编码')
  postcode: string;

  @Email('电子邮箱')
  email: string;

  @ContactPerson()
  contactName: string;

  @NameOfAgent()
  agentName: string;

  @Phone('代理人电话')
  agentPhone: string;

  @PapersOfAgent()
  agentPapers: AgentPaper[];

  @ServiceTo()
  serviceTo?: Recipient;

  @Text({ label: '更正理由', max: LONGEST_WHY })
  why: string;
}
