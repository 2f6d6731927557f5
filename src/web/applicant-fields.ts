import {
  type AgentPaper,
  type ApplicantKind,
  type Recipient,
  agentPaperIds,
  agentPapers,
  applicantKindIds,
  applicantKinds,
  recipients,
} from '../domain/application/applicant.js';
import { identityFault } from '../domain/application/identity.js';
import { jointApplicantsFault } from '../domain/application/joint-applicants.js';
import { type IdentityDocument, identityDocuments } from '../domain/application/provision.js';
import type { ApplicantFields } from '../records/application/application-fields.js';
import { Email, Phone, Postcode } from './contact-fields.js';
import { Check, Choice, Choices, Text } from './fields.js';
import { optionsOf } from './options.js';

const LONGEST_LIST = 20_000;

/** The lists of `components/applicant`. */
export const applicantLists = {
  kinds: optionsOf(applicantKinds),
  documents: optionsOf(identityDocuments),
  agentPapers: optionsOf(agentPapers),
  recipients: optionsOf(recipients),
};

/**
 * Who applies, as the forms of the office ask for it (条例第二十九条第二款第一项): at the counter, after what `Before`
 * asks, and when it is put right.
 */
export function askingWhoApplies<B extends object>(Before: new () => B): new () => ApplicantFields & B {
  class WhoApplies extends (Before as new () => object) implements ApplicantFields {
    @Choice({ label: '申请人类别', of: applicantKindIds })
    applicantKind: ApplicantKind;

    @Text({ label: '姓名或名称', max: 100 })
    applicantName: string;

    @Choice({ label: '证件种类', of: Object.keys(identityDocuments), required: false })
    @Check<WhoApplies>(({ idDocument, idNumber }) =>
      idNumber && !idDocument ? '填了证件号码的，请选择证件种类' : undefined,
    )
    idDocument?: IdentityDocument;

    @Text({ label: '证件号码', max: 40, required: false })
    @Check<WhoApplies>(({ idDocument, idNumber }) => identityFault(idDocument, idNumber))
    idNumber: string;

    @Text({ label: '共同申请人', max: LONGEST_LIST, required: false })
    @Check<WhoApplies>(({ jointApplicants }) => jointApplicantsFault(jointApplicants))
    jointApplicants: string;

    @Phone('联系电话')
    phone: string;

    @Text({ label: '通信地址', required: false })
    address: string;

    @Postcode('邮政编码')
    postcode: string;

    @Email('电子邮箱')
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
    @Check<WhoApplies>(({ serviceTo, agentName }) =>
      serviceTo === 'agent' && !agentName ? '送给代理人的，请填写代理人' : undefined,
    )
    serviceTo?: Recipient;
  }
  return WhoApplies as new () => WhoApplies & B;
}
