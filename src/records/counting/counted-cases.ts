import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { outcomeGroups } from '../../domain/outcome/rows.js';
import {
  type ListedRow,
  type TableThreeColumn,
  groupListed,
  rowsListed,
  tableThreeRows,
} from '../../domain/statistics/table-three.js';
import { type LocalDate, firstDayOf, lastDayOf } from '../../domain/time/local-date.js';

/**
 * Which applications stand in which cell of annual table three, as lists put it into WHERE. The conditions speak of the
 * alias `application` (ApplicationRecord) and need the parameters of `yearParameters`, so they belong into a
 * TypeORM query builder.
 */
export interface CountedYear {
  readonly year: number;
  readonly officeIds: readonly string[];
  /** Counts as things stood at the end of this day of the year; left out, at its end. */
  readonly until?: LocalDate;
}

/** Parameters of every condition here: `:firstDay`, `:lastDay`, `:officeIds`. */
const yearParameters = ({ year, officeIds, until }: CountedYear): ObjectLiteral => ({
  firstDay: firstDayOf(year),
  lastDay: until ?? lastDayOf(year),
  officeIds: [...officeIds],
});

/** Of the offices asked for. With none it is false, never an error of syntax. */
const ofOffices = 'application.officeId = ANY(:officeIds)';

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

/** Narrows a list of applications to one cell of table three. */
export function inTableThreeCell<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  counted: CountedYear,
  row: ListedRow,
  column: TableThreeColumn = 'total',
): SelectQueryBuilder<T> {
  return query
    .andWhere(ofOffices)
    .andWhere(rowCondition(row))
    .andWhere(applicantCondition(column))
    .setParameters(yearParameters(counted));
}

/** A guard for what comes in an address: anything else is no row. */
export const isListedRow = (text: unknown): text is ListedRow =>
  tableThreeRows.some(({ id }) => id === text) ||
  (typeof text === 'string' &&
    text.startsWith('group.') &&
    Object.hasOwn(outcomeGroups, groupListed(text as ListedRow) ?? ''));
