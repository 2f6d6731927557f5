import type { EntityManager } from 'typeorm';
import type { Flow } from '../../domain/statistics/movements.js';
import { type LocalDate, firstDayOf, lastDayOf } from '../../domain/time/local-date.js';
import type { Axis } from './count.js';

/** What is summed up: for which offices, which year, up to the end of which day, on which calendar. */
export interface TalliedYear {
  readonly year: number;
  readonly officeIds: readonly string[];
  /** Counts as things stood at the end of this day of the year; left out, at its end. */
  readonly until?: LocalDate;
  /** `law`, when left out: by the record of today. `known`: by what was recorded by the end of that day. */
  readonly axis?: Axis;
}

/** Movements of one key of one office, added up. */
export interface Tally {
  readonly officeId: string;
  readonly flow: Flow;
  readonly key: readonly string[];
  /** In the year asked for; else in the years before it. */
  readonly inYear: boolean;
  /** Of `ended` alone: the month in the year (2026-03), or the earlier year (2024). */
  readonly when: string | null;
  readonly amount: number;
}

/** The last day that counts. */
const untilOf = ({ year, until }: Pick<TalliedYear, 'year' | 'until'>): LocalDate => until ?? lastDayOf(year);

/** The day of a movement on the axis, for the ones that are not folded yet. */
const placeOn: Readonly<Record<Axis, string>> = {
  law: '"on"',
  known: 'greatest("on", "recordedOn")',
};

/**
 * Sums of all movements up to a day, in one statement and hence of one moment: earlier years by their sums, then whole
 * months and the days of the last month by theirs, and what is not folded in yet. `flows`: of these alone.
 */
export async function readTallies(
  manager: EntityManager,
  asked: TalliedYear,
  flows: readonly Flow[] | null = null,
): Promise<Tally[]> {
  const { year, officeIds, axis = 'law' } = asked;
  const until = untilOf(asked);
  const rows = await manager.query<(Omit<Tally, 'inYear' | 'when'> & { readonly since: string })[]>(
    `SELECT "officeId", flow, key,
            CASE WHEN month >= $4 THEN CASE WHEN flow = 'ended' THEN month ELSE $4 END
                 WHEN flow = 'ended' THEN date_trunc('year', month)::date
                 ELSE '-infinity' END::text AS since,
            sum(amount)::int AS amount
     FROM (
       SELECT "officeId", flow, key, month, amount FROM counts
       WHERE "officeId" = ANY ($1) AND axis = $2 AND grain = 'year' AND at < $4
       UNION ALL
       SELECT "officeId", flow, key, month, amount FROM counts
       WHERE "officeId" = ANY ($1) AND axis = $2 AND grain = 'month'
         AND at >= $4 AND at < date_trunc('month', $3::date)::date
       UNION ALL
       SELECT "officeId", flow, key, month, amount FROM counts
       WHERE "officeId" = ANY ($1) AND axis = $2 AND grain = 'day'
         AND at BETWEEN date_trunc('month', $3::date)::date AND $3::date
       UNION ALL
       SELECT "officeId", flow, key, date_trunc('month', "on")::date, amount FROM count_changes
       WHERE "officeId" = ANY ($1) AND ${placeOn[axis]} <= $3::date
     ) AS moved
     WHERE $5::text[] IS NULL OR flow = ANY ($5)
     GROUP BY 1, 2, 3, 4
     HAVING sum(amount) <> 0`,
    [[...officeIds], axis, until, firstDayOf(year), flows],
  );
  return rows.map(({ since, ...sums }) => {
    const inYear = since.startsWith(`${year}-`);
    const when = sums.flow === 'ended' ? since.slice(0, inYear ? 7 : 4) : null;
    return { ...sums, inYear, when };
  });
}

/** Any number: it names the lock under which one process at a time folds. */
const FOLDING_LOCK = 711_492_038;

/** So many movements are folded in one statement. */
const FOLDED_AT_ONCE = 50_000;

/**
 * Folds movements into the sums, where nobody else is at it. Readers see each movement once, before and after.
 * Answers how many were folded.
 */
export async function foldChanges(manager: EntityManager): Promise<number> {
  return manager.transaction(async (within) => {
    const [lock] = await within.query<{ mine: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS mine', [
      FOLDING_LOCK,
    ]);
    if (!lock?.mine) return 0;
    const [folded] = await within.query<{ count: number }[]>(FOLD, [FOLDED_AT_ONCE]);
    return folded?.count ?? 0;
  });
}

/** Folds until nothing is left. */
export async function foldAllChanges(manager: EntityManager): Promise<void> {
  while ((await foldChanges(manager)) === FOLDED_AT_ONCE);
}

/**
 * Movements of a table at their six places: by year, month and day, on both calendars. Only of what has ended is the
 * month of law asked for; all else is asked by its year, and one sum a year keeps past days as quick as today.
 */
export const placed = (moved: string): string => `
  SELECT "officeId", axis, grain,
         CASE grain WHEN 'day' THEN day ELSE date_trunc(grain, day)::date END AS at,
         date_trunc(CASE WHEN flow = 'ended' AND grain <> 'year' THEN 'month' ELSE 'year' END, "on")::date AS month,
         flow, key, sum(amount)::int AS amount
  FROM ${moved}
  CROSS JOIN LATERAL (VALUES ('law', "on"), ('known', greatest("on", "recordedOn"))) AS place (axis, day)
  CROSS JOIN (VALUES ('year'), ('month'), ('day')) AS grains (grain)
  GROUP BY 1, 2, 3, 4, 5, 6, 7
  HAVING sum(amount) <> 0`;

const FOLD = `
  WITH taken AS (
    DELETE FROM count_changes
    WHERE id <= (SELECT max(id) FROM (SELECT id FROM count_changes ORDER BY id LIMIT $1) AS oldest) RETURNING *
  ), folded AS (
    INSERT INTO counts AS known ("officeId", axis, grain, at, month, flow, key, amount)
    ${placed('taken')}
    ON CONFLICT ("officeId", axis, grain, at, month, flow, key)
    DO UPDATE SET amount = known.amount + excluded.amount
  )
  SELECT count(*)::int AS count FROM taken`;
