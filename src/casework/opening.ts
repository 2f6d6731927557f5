import { randomUUID } from 'node:crypto';
import type { Act } from '../domain/acts/acts.js';
import type { Circumstances } from '../domain/application/perform.js';
import type { ApplicationRecord } from '../records/application/application.js';
import type { ApplicationFields } from '../records/application/application-fields.js';
import { type ApplicantWritten, applicantColumns, applicantFrom } from './applicant-written.js';
import { type CaseInHand, type Performer, derivedOf, inHand, performOn } from './case-in-hand.js';

/** What an applicant has written. Personal particulars may be left out where a ledger has none. */
export interface Opening
  extends
    ApplicantWritten,
    Pick<ApplicationRecord, 'officeId' | 'content'>,
    Partial<Pick<ApplicationRecord, 'wantedForm' | 'supplyWay' | 'handlerAccountId'>> {
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
  return {
    id: held.applicationId,
    officeId: opening.officeId,
    number,
    ...applicantColumns(opening),
    content: opening.content,
    wantedForm: opening.wantedForm ?? null,
    supplyWay: opening.supplyWay ?? null,
    handlerAccountId: opening.handlerAccountId ?? null,
    ...derivedOf(held).caches,
    createdAt,
  };
}

/** The fields of a form as a case is opened with them. Throws TypeError on joint applicants that cannot be read. */
export const openingFrom = (fields: ApplicationFields, officeId: string): Opening => ({
  ...applicantFrom(fields),
  officeId,
  content: fields.content,
  wantedForm: fields.wantedForm ?? null,
  supplyWay: fields.supplyWay ?? null,
});
