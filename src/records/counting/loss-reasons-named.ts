import type { EntityManager } from 'typeorm';
import { type LossReasonId, isLossReason } from '../../domain/remedy/loss-reasons.js';
import type { ProceedingKind } from '../../domain/remedy/proceeding.js';
import { type ListedYear, Statement, inForce } from './counted-lists.js';

/** A lost proceeding and a reason that the legal staff have named for it. */
export interface NamedLoss {
  readonly applicationId: string;
  readonly number: string;
  readonly kind: ProceedingKind;
  readonly reason: LossReasonId;
}

/**
 * The notes of 败因 as their last version left them by the end of the day; on the calendar of the law as they stand
 * today. `where` narrows them before versions are compared, by columns that are the same in all versions of one.
 */
export const standingReasons = ({ axis }: Pick<ListedYear, 'axis'>, where: string): string =>
  `SELECT * FROM (
     SELECT DISTINCT ON (note."entry") note."applicationId", note."number", note."struck",
            note."facts"->>'reason' AS reason
     FROM proceeding_notes AS note
     WHERE note."kind" = 'lossReason' AND ${where}
       ${axis === 'known' ? `AND (note."recordedAt" AT TIME ZONE 'Asia/Shanghai')::date <= $until` : ''}
     ORDER BY note."entry", note."version" DESC
   ) AS note WHERE NOT note."struck"`;

/** The reasons named for proceedings that were lost in the year up to the day: a line for each. */
export async function lossReasonsNamed(manager: EntityManager, asked: ListedYear): Promise<NamedLoss[]> {
  const statement = new Statement(asked);
  const offices = statement.put([...asked.officeIds]);
  const rows = await statement.run<Omit<NamedLoss, 'reason'> & { readonly reason: unknown }>(
    manager,
    `SELECT DISTINCT version."applicationId", version."number", version."kind", note.reason
     FROM (${standingReasons(asked, `note."officeId" = ANY (${offices})`)}) AS note
     JOIN proceeding_versions AS version
       ON version."applicationId" = note."applicationId" AND version."number" = note."number"
     WHERE version."officeId" = ANY (${offices}) AND ${inForce(asked)}
       AND version.counted AND version."appealColumn" = 'corrected'
       AND version."concludedOn" BETWEEN $first AND $until`,
  );
  return rows.flatMap(({ reason, ...loss }) => (isLossReason(reason) ? [{ ...loss, reason }] : []));
}
