import type { EntityManager } from 'typeorm';
import type { ResultRow } from '../domain/outcome/rows.js';
import {
  type AppealColumn,
  type AppealResult,
  type ReconsiderationResult,
  type SuitResult,
  reconsiderationResults,
} from '../domain/remedy/results.js';
import {
  type AppealGroup,
  type CountedProceedings,
  type TableFour,
  composeTableFour,
} from '../domain/statistics/table-four.js';
import type { LocalDate } from '../domain/time/local-date.js';
import {
  type CountedYear,
  appealColumnExpression,
  appealGroupExpression,
  inTableFour,
  ofOffices,
  yearParameters,
} from './counted-cases.js';
import { ProceedingRecord } from './proceeding.js';

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

/** Counts the proceedings of table four with all that boards divide them by, in one pass. */
export function countProceedings(
  manager: EntityManager,
  counted: CountedYear,
): Promise<CountedProceedingsOfOffice[]> {
  const pendingAtEnd = `${appealColumnExpression} = 'pending'`;
  return manager
    .createQueryBuilder()
    .from(ProceedingRecord, 'proceeding')
    .select('proceeding.officeId', 'officeId')
    .addSelect(appealGroupExpression, 'group')
    .addSelect(appealColumnExpression, 'column')
    .addSelect(`CASE WHEN ${pendingAtEnd} THEN NULL ELSE proceeding.result END`, 'result')
    .addSelect('proceeding.organ', 'organ')
    .addSelect('proceeding.replyRow', 'row')
    .addSelect('COUNT(*)::int', 'count')
    .where(ofOffices('proceeding'))
    .andWhere(inTableFour)
    .groupBy('1, 2, 3, 4, 5, 6')
    .setParameters(yearParameters(counted))
    .getRawMany();
}

const results: Readonly<Record<string, AppealResult>> = reconsiderationResults;

/** Reconsiderations that were rejected by word (驳回复议申请、驳回复议请求). A ledger without exact results has none. */
export const rejectedAmong = (counts: readonly CountedProceedingsOfOffice[]): number =>
  counts
    .filter(({ group, result }) => group === 'reconsideration' && result && results[result]?.rejected)
    .reduce((sum, { count }) => sum + count, 0);

/** Annual table four of these offices together. */
export async function countTableFour(manager: EntityManager, counted: CountedYear): Promise<TableFour> {
  return composeTableFour(await countProceedings(manager, counted));
}

/** Proceedings that were concluded in one month. */
export interface ConcludedInMonth {
  /** 2026-03. */
  readonly month: string;
  readonly group: AppealGroup;
  readonly column: Exclude<AppealColumn, 'pending'>;
  readonly count: number;
}

/** Concluded proceedings by month, from the first to the last day given. */
export function countConcludedByMonth(
  manager: EntityManager,
  span: { readonly officeIds: readonly string[]; readonly from: LocalDate; readonly through: LocalDate },
): Promise<ConcludedInMonth[]> {
  return manager
    .createQueryBuilder()
    .from(ProceedingRecord, 'proceeding')
    .select('left(CAST(proceeding.concludedOn AS text), 7)', 'month')
    .addSelect(appealGroupExpression, 'group')
    .addSelect('proceeding.appealColumn', 'column')
    .addSelect('COUNT(*)::int', 'count')
    .where(ofOffices('proceeding'))
    .andWhere('proceeding.counted AND proceeding.concludedOn BETWEEN :from AND :through')
    .groupBy('1, 2, 3')
    .setParameters({ ...span, officeIds: [...span.officeIds] })
    .getRawMany();
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
