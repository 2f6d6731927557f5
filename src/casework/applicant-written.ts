import { type JointApplicant, readJointApplicants } from '../domain/application/joint-applicants.js';
import type { ApplicationRecord } from '../records/application/application.js';
import type { ApplicantFields } from '../records/application/application-fields.js';
import {
  type Particulars,
  normalNumber,
  numberFingerprint,
  pairFingerprints,
  phoneTailFingerprint,
} from '../records/application/particulars.js';

/** Who applies, as it was written down. Personal particulars may be left out where a ledger has none. */
export interface ApplicantWritten
  extends
    Pick<ApplicationRecord, 'applicantKind' | 'applicantName'>,
    Partial<Pick<ApplicationRecord, 'idDocument' | 'agentPapers' | 'serviceTo'>>,
    Partial<Particulars> {
  /** Those who apply with the first, in their order. */
  readonly joint?: readonly JointApplicant[];
}

/** The columns of an application that say who applies. */
export type ApplicantColumns = Pick<
  ApplicationRecord,
  | 'applicantKind'
  | 'applicantName'
  | 'idDocument'
  | 'idNumberFingerprint'
  | 'phoneFingerprint'
  | 'phoneTailFingerprint'
  | 'agentPairs'
  | 'agentPapers'
  | 'serviceTo'
  | 'jointNames'
  | 'jointFingerprints'
  | 'jointParticulars'
> &
  Particulars;

/** What is stored of an applicant. */
export function applicantColumns(written: ApplicantWritten): ApplicantColumns {
  const { joint = [] } = written;
  return {
    applicantKind: written.applicantKind,
    applicantName: written.applicantName.trim(),
    idDocument: written.idDocument ?? null,
    idNumber: written.idNumber ? normalNumber(written.idNumber) : null,
    idNumberFingerprint: numberFingerprint(written.idNumber),
    phone: written.phone ?? null,
    phoneFingerprint: numberFingerprint(written.phone),
    phoneTailFingerprint: phoneTailFingerprint(written.phone),
    address: written.address ?? null,
    postcode: written.postcode ?? null,
    email: written.email ?? null,
    contactName: written.contactName ?? null,
    agentName: written.agentName ?? null,
    agentPairs: pairFingerprints(written.agentName),
    agentPhone: written.agentPhone ?? null,
    agentPapers: written.agentPapers ?? [],
    serviceTo: written.serviceTo ?? null,
    jointNames: joint.map(({ name }) => name),
    jointFingerprints: joint.map(({ idNumber }) => numberFingerprint(idNumber) ?? ''),
    jointParticulars: joint.length > 0 ? JSON.stringify(joint) : null,
  };
}

/** The fields of a form as they are stored. Throws TypeError on joint applicants that cannot be read. */
export function applicantFrom(fields: ApplicantFields): ApplicantWritten {
  const joint = readJointApplicants(fields.jointApplicants ?? '');
  if ('fault' in joint) throw new TypeError(joint.fault);
  const { applicantKind, applicantName, agentName } = fields;
  return {
    applicantKind,
    applicantName,
    joint: joint.joint,
    idDocument: fields.idDocument ?? null,
    idNumber: fields.idNumber || null,
    phone: fields.phone || null,
    address: fields.address || null,
    postcode: fields.postcode || null,
    email: fields.email || null,
    contactName: fields.contactName || null,
    agentName: agentName || null,
    agentPhone: fields.agentPhone || null,
    agentPapers: agentName ? [...(fields.agentPapers ?? [])] : [],
    serviceTo: fields.serviceTo ?? null,
  };
}
