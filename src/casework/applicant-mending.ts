import type { EntityManager } from 'typeorm';
import type { Act, ActOf } from '../domain/acts/acts.js';
import { kindKnown } from '../domain/application/mending.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { ActRecord } from '../records/application/act.js';
import type { ApplicationRecord } from '../records/application/application.js';
import { insertAll } from '../records/inserting.js';
import { recordedAct } from '../records/application/logs.js';
import { ParticularsCorrection } from '../records/application/particulars-correction.js';
import {
  type ApplicantKnown,
  type MendedParts,
  applicantKnown,
  mendedDigest,
  mendedNames,
  mendedParts,
  mendedText,
} from '../records/application/particulars-corrections.js';
import { type ApplicantColumns, type ApplicantWritten, applicantColumns } from './applicant-written.js';
import type { CaseInHand } from './case-in-hand.js';

/** Who applies as it should read, and why it did not. */
export interface Mending {
  readonly applicant: ApplicantWritten;
  readonly why: string;
}

/** What a mending changes, not stored yet. */
export interface Mended {
  readonly columns: ApplicantColumns;
  readonly parts: MendedParts;
}

/** Compares with what stands; call it under the lock of the case. */
export async function mendedBy(
  manager: EntityManager,
  application: ApplicationRecord,
  { applicant }: Mending,
): Promise<Mended> {
  const columns = applicantColumns(applicant);
  const after: ApplicantKnown = { ...columns, joint: applicant.joint ?? [] };
  return { columns, parts: mendedParts(await applicantKnown(manager, application), after) };
}

/** The act that tells of it: what was mended and why, nothing of what was written. */
export function actOfMending(
  { parts }: Mended,
  { why }: Mending,
  on: LocalDate,
): ActOf<'particulars.corrected'> {
  const { applicantKind: kindBefore } = parts.before;
  const { applicantKind: kind } = parts.after;
  const what = mendedNames(parts);
  return {
    type: 'particulars.corrected',
    on,
    why,
    ...(what ? { what, digest: mendedDigest(mendedText(parts)) } : {}),
    ...(kind && kindBefore ? { kindBefore, kind } : {}),
  };
}

/** Seals what was written before and since under the act that was just performed. */
export async function keepMended(
  manager: EntityManager,
  { applicationId, officeId, log }: CaseInHand,
  { parts }: Mended,
): Promise<void> {
  const contents = mendedText(parts);
  await insertAll(manager, ParticularsCorrection, [
    { applicationId, officeId, actSeq: log.length, contents },
  ]);
}

/** The act alone would say what was not done: it comes with what it mends, through its own way in. */
export function refuseUnmended(acts: readonly Act[]): void {
  if (acts.some(({ type }) => type === 'particulars.corrected'))
    throw new Error('更正申请人信息 comes with the particulars that it mends: call mendApplicant.');
}

/** What the record says of mended particulars and the case does not bear out. */
export function mendingFault(
  { applicantKind }: Pick<ApplicationRecord, 'applicantKind'>,
  log: readonly ActRecord[],
  kept: readonly ParticularsCorrection[],
): { says: string; seq?: number } | undefined {
  const acts = log.map(recordedAct);
  if (kindKnown(acts, acts.length, applicantKind) !== applicantKind)
    return { says: '申请人类别与最后一次更正的记录不符。' };
  for (const act of acts) {
    if (act.type !== 'particulars.corrected') continue;
    const text = kept.find(({ actSeq }) => actSeq === act.seq)?.contents;
    if (text === undefined || mendedDigest(text) !== act.digest)
      return { seq: act.seq, says: `第 ${act.seq} 条更正的申请人信息缺失，或与记录的指纹不符。` };
  }
  return undefined;
}
