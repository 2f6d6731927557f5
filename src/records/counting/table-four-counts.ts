import type { EntityManager } from 'typeorm';
import type { ResultRow } from '../../domain/outcome/rows.js';
import {
  type AppealColumn,
  type ConcludedColumn,
  type AppealResult,
  type ReconsiderationResult,
  type SuitResult,
  reconsiderationResults,
} from '../../domain/remedy/results.js';
import type { AppealGroup, CountedProceedings } from '../../domain/statistics/table-four.js';
import type { TalliedYear, Tally } from './tallies.js';

/** So many proceedings that share all of this. Sums over any of its parts are sums of proceedings. */
export interface CountedProceedingsOfOffice extends CountedProceedings {
  readonly officeId: string;
  /** Null while pending. */
  readonly result: ReconsiderationResult | SuitResult | null;
  /** 复议机关 or 法院. */
  readonly organ: string | null;
  /** The row of table three of the reply that is attacked; null over a silence. */
  readonly row: ResultRow | null;
}

/** What the keys of `opened` and `ended` say. Written by this program alone, so that the ids are known ones. */
type ProceedingKey = readonly [AppealGroup, string, ResultRow | '', AppealColumn, CountedResult | ''];
type CountedResult = ReconsiderationResult | SuitResult;
const partsOf = (key: readonly string[]): ProceedingKey => key as unknown as ProceedingKey;

/**
 * The proceedings of table four that tallies give: those concluded in the year by their column, and those that were
 * opened and not concluded by the day as pending.
 */
export function proceedingsIn(tallies: readonly Tally[]): CountedProceedingsOfOffice[] {
  const pending = new Map<string, CountedProceedingsOfOffice>();
  const concluded = new Map<string, CountedProceedingsOfOffice>();
  for (const { officeId, flow, key, inYear, amount } of tallies) {
    if (flow !== 'opened' && flow !== 'ended') continue;
    const [group, organ, row, column, result] = partsOf(key);
    const of = { officeId, group, organ: organ || null, row: row || null };
    addTo(pending, { ...of, column: 'pending', result: null, count: flow === 'opened' ? amount : -amount });
    if (flow === 'ended' && inYear) {
      addTo(concluded, { ...of, column, result: result || null, count: amount });
    }
  }
  return [...concluded.values(), ...pending.values()].filter(({ count }) => count !== 0);
}

function addTo(sums: Map<string, CountedProceedingsOfOffice>, counted: CountedProceedingsOfOffice): void {
  const { count, ...of } = counted;
  const place = JSON.stringify(of);
  sums.set(place, { ...of, count: count + (sums.get(place)?.count ?? 0) });
}

const results: Readonly<Record<string, AppealResult>> = reconsiderationResults;

/** Reconsiderations that were rejected by word (驳回复议申请、驳回复议请求). A ledger without exact results has none. */
export const rejectedAmong = (counts: readonly CountedProceedingsOfOffice[]): number =>
  counts
    .filter(({ group, result }) => group === 'reconsideration' && result && results[result]?.rejected)
    .reduce((sum, { count }) => sum + count, 0);

/** Proceedings that were concluded in one month of the year, or in one of the years before. */
export interface ConcludedInMonth {
  /** 2026-03; of an earlier year 2024. */
  readonly month: string;
  readonly group: AppealGroup;
  readonly column: ConcludedColumn;
  readonly count: number;
}

/** Concluded proceedings by month, those of the years before by year. */
export const concludedIn = (tallies: readonly Tally[]): ConcludedInMonth[] =>
  tallies.flatMap(({ flow, key, when, amount }) => {
    if (flow !== 'ended' || when === null) return [];
    const [group, , , column] = partsOf(key);
    return column === 'pending' ? [] : [{ month: when, group, column, count: amount }];
  });

/**
 * Proceedings concluded in the years before one, each year as its own last day knew it: what was recorded or corrected
 * later is left out. By year, like the earlier years of {@link concludedIn}.
 */
export async function concludedAsKnownThen(
  manager: EntityManager,
  { officeIds, year }: Pick<TalliedYear, 'officeIds' | 'year'>,
): Promise<ConcludedInMonth[]> {
  const rows = await manager.query<{ month: string; key: readonly string[]; amount: number }[]>(
    // Known within the year of law itself: there the two calendars meet.
    `SELECT extract(year FROM at)::text AS month, key, sum(amount)::int AS amount
     FROM (
       SELECT at, key, amount FROM counts
       WHERE "officeId" = ANY ($1) AND axis = 'known' AND grain = 'year' AND at < $2 AND flow = 'ended' AND month = at
       UNION ALL
       SELECT date_trunc('year', "on")::date, key, amount FROM count_changes
       WHERE "officeId" = ANY ($1) AND flow = 'ended' AND "on" < $2
         AND "recordedOn" < date_trunc('year', "on")::date + interval '1 year'
     ) AS moved
     GROUP BY 1, 2 HAVING sum(amount) <> 0`,
    [[...officeIds], `${year}-01-01`],
  );
  return rows.flatMap(({ month, key, amount }) => {
    const [group, , , column] = partsOf(key);
    return column === 'pending' ? [] : [{ month, group, column, count: amount }];
  });
}

/** The first year in which any of these offices received an application or had a proceeding; undefined without any. */
export async function firstCountedYear(
  manager: EntityManager,
  officeIds: readonly string[],
): Promise<number | undefined> {
  const [row] = await manager.query<{ year: number | null }[]>(
    `SELECT extract(year FROM min(first))::int AS year
     FROM unnest($1::uuid[]) AS office (id)
     CROSS JOIN LATERAL (SELECT min("receivedOn") AS first FROM applications WHERE "officeId" = office.id) AS found`,
    [officeIds],
  );
  return row?.year ?? undefined;
}
