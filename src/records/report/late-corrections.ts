import type { EntityManager } from 'typeorm';
import type { RecordedAct } from '../../domain/acts/acts.js';
import { effectiveActs } from '../../domain/acts/effective.js';
import type { ApplicantKind } from '../../domain/application/applicant.js';
import { kindKnown } from '../../domain/application/mending.js';
import { replay } from '../../domain/application/standing.js';
import { summaryOf } from '../../domain/application/summary.js';
import type { CountedCase, ReportedCase } from '../../domain/statistics/postings.js';
import { logsOf, recordedAct } from '../application/logs.js';
import type { AnnualFiling } from './annual-filing.js';

/** An application whose record changed after a year was filed, as it stood at each filing and as it stands now. */
export interface CorrectedCase extends ReportedCase {
  readonly applicationId: string;
  readonly officeId: string;
  readonly number: string;
}

/**
 * The applications that a filed year speaks of and whose record got an act after the filing: a correction, or an act
 * dated in the filed year or before. Read off the log, which keeps when each act was typed.
 */
export async function correctedCases(
  manager: EntityManager,
  filings: readonly AnnualFiling[],
): Promise<CorrectedCase[]> {
  if (filings.length === 0) return [];
  const found = await manager.query<
    { id: string; officeId: string; number: string; applicantKind: ApplicantKind }[]
  >(
    `SELECT application.id, application."officeId", application.number, application."applicantKind"
     FROM applications application WHERE application.id IN (
       SELECT act."applicationId"
       FROM unnest($1::uuid[], $2::int[], $3::timestamptz[]) AS filing ("officeId", year, "filedAt")
       JOIN acts act ON act."officeId" = filing."officeId" AND act."recordedAt" > filing."filedAt"
         AND (act."type" IN ('act.corrected', 'particulars.corrected')
           OR extract(year FROM act."on") < extract(year FROM act."recordedAt" AT TIME ZONE 'Asia/Shanghai'))
         AND (act."type" IN ('act.corrected', 'particulars.corrected') OR act."on" <= make_date(filing.year, 12, 31))
       JOIN applications known ON known.id = act."applicationId"
         AND (known."createdAt" <= filing."filedAt" OR known."receivedOn" <= make_date(filing.year, 12, 31))
     ) ORDER BY application.number`,
    [
      filings.map(({ officeId }) => officeId),
      filings.map(({ year }) => year),
      filings.map(({ filedAt }) => filedAt),
    ],
  );
  const logs = await logsOf(
    manager,
    found.map(({ id }) => id),
  );
  return found.map(({ id, officeId, number, applicantKind }) => {
    const log = (logs.get(id) ?? []).map(recordedAct);
    const own = filings.filter((one) => one.officeId === officeId).sort((a, b) => a.year - b.year);
    return {
      applicationId: id,
      officeId,
      number,
      filings: own.map(({ year, filedAt }) => ({ year, then: countedAt(log, applicantKind, filedAt) })),
      now: countedAt(log, applicantKind),
    };
  });
}

/** Undefined where nothing had been recorded by then, or nothing is left of it. */
function countedAt(
  log: readonly RecordedAct[],
  applicantNow: ApplicantKind,
  at?: Date,
): CountedCase | undefined {
  const known = at ? log.filter(({ recordedAt }) => recordedAt <= at.toISOString()) : log;
  const acts = effectiveActs(known);
  if (!acts.some(({ type }) => type === 'application.received')) return undefined;
  const { receivedOn, concludedOn, row } = summaryOf(acts, replay(acts).standing.facts);
  const applicant = kindKnown(log, known.length, applicantNow);
  return { applicant, receivedOn, ...(concludedOn && row ? { concludedOn, row } : {}) };
}
