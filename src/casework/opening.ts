import { randomUUID } from 'node:crypto';
import type { Act } from '../domain/acts/acts.js';
import { type JointApplicant, readJointApplicants } from '../domain/application/joint-applicants.js';
import type { Circumstances } from '../domain/application/perform.js';
import type { ApplicationRecord } from '../records/application.js';
import type { ApplicationFields } from '../records/application-fields.js';
import {
  type Particulars,
  normalNumber,
  numberFingerprint,
  phoneTailFingerprint,
} from '../records/particulars.js';
import { type CaseInHand, type Performer, derivedOf, inHand, performOn } from './case-in-hand.js';

/** What an applicant has written. Personal particulars may be left out where a ledger has none. */
export interface Opening
  extends
    Pick<ApplicationRecord, 'officeId' | 'applicantKind' | 'applicantName' | 'content'>,
    Partial<
      Pick<
        ApplicationRecord,
        'idDocument' | 'wantedForm' | 'supplyWay' | 'handlerAccountId' | 'agentPapers' | 'serviceTo'
      >
    >,
    Partial<Particulars> {
  /** Those who apply with the first, in their order. */
  readonly joint?: readonly JointApplicant[];
  /** 登记编号 of an older ledger; left out, the next of the office's series is taken. */
  readonly number?: string;
}

/** A new case with its first acts performed, not stored yet. */
export interface Opened {
  readonly opening: Opening;
  readonly held: CaseInHand;
}

/**
 * Performs the first acts of a new case, 收到申请 first, without storing anything. Throws `Refused` at the first act
 * that is refused; how many were performed before it is not kept.
 */
export function openInHand(
  opening: Opening,
  acts: readonly Act[],
  performer: Performer,
  circumstances: Circumstances,
): Opened {
  const held = inHand(randomUUID(), opening.officeId);
  for (const act of acts) performOn(held, act, performer, circumstances);
  return { opening, held };
}

/** The row of a new case under its number. */
export function applicationRow(
  { opening, held }: Opened,
  number: string,
  createdAt: Date,
): ApplicationRecord {
  const { joint = [] } = opening;
  return {
    id: held.applicationId,
    officeId: opening.officeId,
    number,
    applicantKind: opening.applicantKind,
    applicantName: opening.applicantName.trim(),
    idDocument: opening.idDocument ?? null,
    idNumber: opening.idNumber ? normalNumber(opening.idNumber) : null,
    idNumberFingerprint: numberFingerprint(opening.idNumber),
    phone: opening.phone ?? null,
    phoneFingerprint: numberFingerprint(opening.phone),
    phoneTailFingerprint: phoneTailFingerprint(opening.phone),
    address: opening.address ?? null,
    postcode: opening.postcode ?? null,
    email: opening.email ?? null,
    contactName: opening.contactName ?? null,
    agentName: opening.agentName ?? null,
    agentPhone: opening.agentPhone ?? null,
    agentPapers: opening.agentPapers ?? [],
    serviceTo: opening.serviceTo ?? null,
    jointNames: joint.map(({ name }) => name),
    jointFingerprints: joint.map(({ idNumber }) => numberFingerprint(idNumber) ?? ''),
    jointParticulars: joint.length > 0 ? JSON.stringify(joint) : null,
    content: opening.content,
    wantedForm: opening.wantedForm ?? null,
    supplyWay: opening.supplyWay ?? null,
    handlerAccountId: opening.handlerAccountId ?? null,
    ...derivedOf(held).caches,
    createdAt,
  };
}

/** The fields of a form as a case is opened with them. Throws TypeError on joint applicants that cannot be read. */
export function openingFrom(fields: ApplicationFields, officeId: string): Opening {
  const joint = readJointApplicants(fields.jointApplicants ?? '');
  if ('fault' in joint) throw new TypeError(joint.fault);
  const { applicantKind, applicantName, content, agentName } = fields;
  return {
    officeId,
    applicantKind,
    applicantName,
    content,
    joint: joint.joint,
    idDocument: fields.idDocument ?? null,
    wantedForm: fields.wantedForm ?? null,
    supplyWay: fields.supplyWay ?? null,
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
