import {
  agentPaperIds,
  agentPapers,
  applicantKindIds,
  applicantKinds,
  recipients,
} from '../domain/application/applicant.js';
import { identityFault } from '../domain/application/identity.js';
import { jointApplicantsFault } from '../domain/application/joint-applicants.js';
import { identityDocuments } from '../domain/application/provision.js';
import type { ApplicantFields } from '../records/application-fields.js';
import { Check, Choice, Choices, Text } from './fields.js';
import { optionsOf } from './options.js';

// Who applies, as the forms of the office ask for it (条例第二十九条第二款第一项): at the counter and when it is put right.

const LONGEST_LIST = 20_000;

/** The lists of `components/applicant`. */
export const applicantLists = {
  kinds: optionsOf(applicantKinds),
  documents: optionsOf(identityDocuments),
  agentPapers: optionsOf(agentPapers),
  recipients: optionsOf(recipients),
};

const both =
  (...decorators: readonly PropertyDecorator[]): PropertyDecorator =>
  (prototype, key) => {
    for (const decorate of decorators) decorate(prototype, key);
  };

export const KindOfApplicant = (): PropertyDecorator => Choice({ label: '申请人类别', of: applicantKindIds });

export const NameOfApplicant = (): PropertyDecorator => Text({ label: '姓名或名称', max: 100 });

export const DocumentOfApplicant = (): PropertyDecorator =>
  both(
    Choice({ label: '证件种类', of: Object.keys(identityDocuments), required: false }),
    Check<ApplicantFields>(({ idDocument, idNumber }) =>
      idNumber && !idDocument ? '填了证件号码的，请选择证件种类' : undefined,
    ),
  );

export const NumberOfDocument = (): PropertyDecorator =>
  both(
    Text({ label: '证件号码', max: 40, required: false }),
    Check<ApplicantFields>(({ idDocument, idNumber }) => identityFault(idDocument, idNumber)),
  );

export const JointApplicants = (): PropertyDecorator =>
  both(
    Text({ label: '共同申请人', max: LONGEST_LIST, required: false }),
    Check<ApplicantFields>(({ jointApplicants = '' }) => jointApplicantsFault(jointApplicants)),
  );

export const ContactPerson = (): PropertyDecorator => Text({ label: '联系人', max: 100, required: false });

export const NameOfAgent = (): PropertyDecorator => Text({ label: '代理人', max: 100, required: false });

export const PapersOfAgent = (): PropertyDecorator =>
  Choices({ label: '已经提交的代理材料', of: agentPaperIds, required: false });

export const ServiceTo = (): PropertyDecorator =>
  both(
    Choice({ label: '文书送达', of: Object.keys(recipients), required: false }),
    Check<ApplicantFields>(({ serviceTo, agentName }) =>
      serviceTo === 'agent' && !agentName ? '送给代理人的，请填写代理人' : undefined,
    ),
  );
