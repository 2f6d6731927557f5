import type { EntityManager } from 'typeorm';
import type { ActOf, RecordedAct } from '../../domain/acts/acts.js';
import { effectiveActs } from '../../domain/acts/effective.js';
import type { ReportFees } from '../../domain/statistics/report-figures.js';
import { firstDayOf, lastDayOf, yearOf } from '../../domain/time/local-date.js';
import { logsOf, recordedAct } from '../application/logs.js';
import type { CountedYear } from '../counting/counted-cases.js';

/** What an application was charged in a year, in yuan; 0 where nothing of the kind happened in it. */
export interface ChargedCase {
  readonly applicationId: string;
  readonly number: string;
  readonly office: string;
  readonly noticed: number;
  readonly paid: number;
}

/** The applications with a 收费通知 or a payment in the year, by their numbers. */
export async function chargedCases(
  manager: EntityManager,
  { year, officeIds }: CountedYear,
): Promise<ChargedCase[]> {
  const found = await manager.query<{ id: string; number: string; office: string }[]>(
    `SELECT application.id, application.number, office."shortName" AS office
     FROM applications application JOIN offices office ON office.id = application."officeId"
     WHERE application.id IN (
       SELECT "applicationId" FROM acts
       WHERE "officeId" = ANY($1) AND "type" IN ('fee.noticed', 'fee.paid') AND "on" BETWEEN $2 AND $3
     ) ORDER BY office.code, application.number`,
    [officeIds, firstDayOf(year), lastDayOf(year)],
  );
  const logs = await logsOf(
    manager,
    found.map(({ id }) => id),
  );
  return found.flatMap(({ id, number, office }) => {
    const charged = chargedIn(effectiveActs((logs.get(id) ?? []).map(recordedAct)), year);
    return charged.noticed + charged.paid === 0 ? [] : [{ applicationId: id, number, office, ...charged }];
  });
}

/** The last notice of the year is the one that counts; a payment is of what the notice before it asked. */
function chargedIn(acts: readonly RecordedAct[], year: number): { noticed: number; paid: number } {
  const isNotice = (act: RecordedAct): act is RecordedAct & ActOf<'fee.noticed'> =>
    act.type === 'fee.noticed';
  const notice = acts.filter(isNotice).findLast(({ on }) => yearOf(on) === year);
  const payment = acts.findLastIndex(({ type, on }) => type === 'fee.paid' && yearOf(on) === year);
  const asked = payment < 0 ? undefined : acts.slice(0, payment).findLast(isNotice);
  return { noticed: notice?.yuan ?? 0, paid: asked?.yuan ?? 0 };
}

/** The sums of part six. */
export function feesOf(cases: readonly ChargedCase[]): ReportFees {
  const sumOf = (kind: 'noticed' | 'paid'): ReportFees['paid'] => {
    const charged = cases.filter((one) => one[kind] > 0);
    return { cases: charged.length, yuan: charged.reduce((sum, one) => sum + one[kind], 0) };
  };
  return { noticed: sumOf('noticed'), paid: sumOf('paid') };
}
