import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import {
  type AppealCell,
  type AppealGroup,
  appealCells,
  appealGroups,
} from '../../domain/statistics/table-four.js';
import { outcomeGroups } from '../../domain/outcome/rows.js';
import {
  type ListedRow,
  type TableThreeColumn,
  groupListed,
  rowsListed,
  tableThreeRows,
} from '../../domain/statistics/table-three.js';
import { type LocalDate, firstDayOf, lastDayOf } from '../../domain/time/local-date.js';
import { ProceedingRecord } from '../proceeding/proceeding.js';

/**
 * Which cases stand in which cell of annual tables three and four: the one place that says so.
 * Counts put these conditions into `COUNT(*) FILTER (WHERE …)` or group by these expressions; lists put them
 * into WHERE. They speak of the aliases `application` (ApplicationRecord) and `proceeding` (ProceedingRecord)
 * and need the parameters of {@link yearParameters}, so they belong into a TypeORM query builder.
 */
export interface CountedYear {
  readonly year: number;
  readonly officeIds: readonly string[];
  /** Counts as things stood at the end of this day of the year; left out, at its end. */
  readonly until?: LocalDate;
}

/** Parameters of every condition here: `:firstDay`, `:lastDay`, `:officeIds`. */
export const yearParameters = ({ year, officeIds, until }: CountedYear): ObjectLiteral => ({
  firstDay: firstDayOf(year),
  lastDay: until ?? lastDayOf(year),
  officeIds: [...officeIds],
});

/** Of the offices asked for. With none it is false, never an error of syntax. */
export const ofOffices = (alias: 'application' | 'proceeding'): string =>
  `${alias}.officeId = ANY(:officeIds)`;

const concludedInYear = 'application.concludedOn BETWEEN :firstDay AND :lastDay';

/** 表三 一、二、三（七）、四. The row 上年结转 holds what was received before the year and not concluded before it. */
const frameRowConditions = {
  received: 'application.receivedOn BETWEEN :firstDay AND :lastDay',
  carriedIn:
    'application.receivedOn < :firstDay AND (application.concludedOn IS NULL OR application.concludedOn >= :firstDay)',
  concluded: concludedInYear,
  carriedOut:
    'application.receivedOn <= :lastDay AND (application.concludedOn IS NULL OR application.concludedOn > :lastDay)',
} as const;

const isFrameRow = (row: ListedRow): row is keyof typeof frameRowConditions =>
  Object.hasOwn(frameRowConditions, row);

/** The condition of one row of table three. Result rows are named by our own ids, so they stand in the text. */
export const rowCondition = (row: ListedRow): string =>
  isFrameRow(row) ? `(${frameRowConditions[row]})` : `(${concludedInYear} AND ${resultCondition(row)})`;

/** Of these results, whatever the year. */
export const resultCondition = (row: ListedRow): string =>
  groupListed(row)
    ? `application.resultRow IN (${rowsListed(row)
        .map((id) => `'${id}'`)
        .join(', ')})`
    : `application.resultRow = '${row}'`;

/** The column of table three: one kind of applicant, or all. */
const applicantCondition = (column: TableThreeColumn): string =>
  column === 'total' ? 'TRUE' : `application.applicantKind = '${column}'`;

/**
 * A proceeding that table four of the year counts: open at some time of it (law.md §13: filed or pending in the year),
 * and against what the office did. With the organ as co-defendant it is one suit, counted once (国办公开办函〔2016〕201号).
 */
const inTableFour =
  '(proceeding.counted AND proceeding.openedOn <= :lastDay AND (proceeding.concludedOn IS NULL OR proceeding.concludedOn >= :firstDay))';

/** Its group in table four, for SELECT and GROUP BY: reconsideration, direct, afterReconsideration. */
const appealGroupExpression =
  "CASE WHEN proceeding.kind = 'reconsideration' THEN 'reconsideration' ELSE proceeding.route END";

/** Its column at 31 December: what was concluded later was still pending then. */
const appealColumnExpression =
  "CASE WHEN proceeding.concludedOn <= :lastDay THEN proceeding.appealColumn ELSE 'pending' END";

/** The condition of one cell of table four; without a column (or with `total`) the whole group. */
export const appealCondition = (group: AppealGroup, column: AppealCell = 'total'): string => {
  const inGroup = `(${inTableFour} AND ${appealGroupExpression} = '${group}')`;
  return column === 'total' ? inGroup : `(${inGroup} AND ${appealColumnExpression} = '${column}')`;
};

/** Narrows a list of applications to one cell of table three. */
export function inTableThreeCell<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  counted: CountedYear,
  row: ListedRow,
  column: TableThreeColumn = 'total',
): SelectQueryBuilder<T> {
  return query
    .andWhere(ofOffices('application'))
    .andWhere(rowCondition(row))
    .andWhere(applicantCondition(column))
    .setParameters(yearParameters(counted));
}

/**
 * Narrows a list of applications to those with a proceeding in one cell of table four. An application with two
 * such proceedings is one line of the list and two of the count.
 */
export function inTableFourCell<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  counted: CountedYear,
  group: AppealGroup,
  column: AppealCell = 'total',
): SelectQueryBuilder<T> {
  const proceedings = query
    .subQuery()
    .select('1')
    .from(ProceedingRecord, 'proceeding')
    .where('proceeding.applicationId = application.id')
    // Its own office again: so the index gives the proceedings of the year, and not each application is asked for its own.
    .andWhere(ofOffices('proceeding'))
    .andWhere(appealCondition(group, column));
  return query
    .andWhere(ofOffices('application'))
    .andWhere(`EXISTS ${proceedings.getQuery()}`)
    .setParameters(yearParameters(counted));
}

/** Guards for what comes in an address: anything else is no cell. */
export const isListedRow = (text: unknown): text is ListedRow =>
  tableThreeRows.some(({ id }) => id === text) ||
  (typeof text === 'string' &&
    text.startsWith('group.') &&
    Object.hasOwn(outcomeGroups, groupListed(text as ListedRow) ?? ''));
export const isAppealGroup = (text: unknown): text is AppealGroup =>
  typeof text === 'string' && Object.hasOwn(appealGroups, text);
export const isAppealCell = (text: unknown): text is AppealCell =>
  (appealCells as readonly unknown[]).includes(text);
