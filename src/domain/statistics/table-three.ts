import { type ApplicantKind, applicantKindIds } from '../application/applicant.js';
import {
  type OutcomeGroup,
  type ResultRow,
  outcomeGroups,
  resultRowIds,
  resultRows,
} from '../outcome/rows.js';

/** The rows of annual table three that are not results: 一、二、三（七）、四. */
export type FrameRow = 'received' | 'carriedIn' | 'concluded' | 'carriedOut';
export type TableThreeRowId = FrameRow | ResultRow;

export interface TableThreeRow {
  readonly id: TableThreeRowId;
  readonly label: string;
  /** 三级行: printed under its group heading. */
  readonly group?: string;
}

/** 表三 in the order of the national form (国办公开办函〔2021〕30号): 25 rows. */
export const tableThreeRows: readonly TableThreeRow[] = [
  { id: 'received', label: '一、本年新收政府信息公开申请数量' },
  { id: 'carriedIn', label: '二、上年结转政府信息公开申请数量' },
  ...resultRowIds.map((id) => {
    const { group, label } = resultRows[id];
    return { id, label, group: outcomeGroups[group] };
  }),
  { id: 'concluded', label: '（七）总计' },
  { id: 'carriedOut', label: '四、结转下年度继续办理' },
];

/** A row, or all rows of a group together: sums that sentences and the older form speak of. */
export type ListedRow = TableThreeRowId | `group.${OutcomeGroup}`;

/** The results of a group, in the order of the form. */
export const rowsOfGroup = (group: OutcomeGroup): ResultRow[] =>
  resultRowIds.filter((id) => resultRows[id].group === group);

/** The group that is meant, where all of its rows are. */
export const groupListed = (row: ListedRow): OutcomeGroup | undefined =>
  row.startsWith('group.') ? (row.slice('group.'.length) as OutcomeGroup) : undefined;

/** The rows whose cases are meant. */
export function rowsListed(row: ListedRow): TableThreeRowId[] {
  const group = groupListed(row);
  return group ? rowsOfGroup(group) : [row as TableThreeRowId];
}

/** The seven columns: six kinds of applicant and their sum. */
export type TableThreeColumn = ApplicantKind | 'total';
export const tableThreeColumns: readonly TableThreeColumn[] = [...applicantKindIds, 'total'];

/** So many applications of one kind of applicant belong to one row. `concluded` is never counted, always summed. */
export interface CountedCases {
  readonly row: Exclude<TableThreeRowId, 'concluded'>;
  readonly applicant: ApplicantKind;
  readonly count: number;
}

export type TableThree = Readonly<Record<TableThreeRowId, Readonly<Record<TableThreeColumn, number>>>>;

const emptyRow = (): Record<TableThreeColumn, number> =>
  Object.fromEntries(tableThreeColumns.map((column) => [column, 0])) as Record<TableThreeColumn, number>;

/** Puts counts in their cells; sums the total column and the row （七）总计. */
export function composeTableThree(counts: readonly CountedCases[]): TableThree {
  const table = Object.fromEntries(tableThreeRows.map(({ id }) => [id, emptyRow()])) as Record<
    TableThreeRowId,
    Record<TableThreeColumn, number>
  >;
  const results: readonly string[] = resultRowIds;
  for (const { row, applicant, count } of counts) {
    const rows: TableThreeRowId[] = results.includes(row) ? [row, 'concluded'] : [row];
    for (const id of rows) {
      table[id][applicant] += count;
      table[id].total += count;
    }
  }
  return table;
}

/** 25 rows × 7 numbers in the order of the form. */
export const tableThreeNumbers = (table: TableThree): number[][] =>
  tableThreeRows.map(({ id }) => tableThreeColumns.map((column) => table[id][column]));

/** The number in a cell, where a row may stand for all rows of a group. */
export const cellOf = (table: TableThree, row: ListedRow, column: TableThreeColumn): number =>
  rowsListed(row).reduce((sum, id) => sum + table[id][column], 0);
