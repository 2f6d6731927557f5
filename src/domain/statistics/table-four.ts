import { type AppealColumn, appealColumns } from '../remedy/results.js';

/** The three groups of annual table four. A co-defendant organ is not counted (国办公开办函〔2016〕201号). */
export const appealGroups = {
  reconsideration: '行政复议',
  direct: '行政诉讼：未经复议直接起诉',
  afterReconsideration: '行政诉讼：复议后起诉',
} as const;
export type AppealGroup = keyof typeof appealGroups;
export const appealGroupIds = Object.keys(appealGroups) as AppealGroup[];

export type AppealCell = AppealColumn | 'total';
export const appealCells: readonly AppealCell[] = [
  ...(Object.keys(appealColumns) as AppealColumn[]),
  'total',
];

export interface CountedProceedings {
  readonly group: AppealGroup;
  readonly column: AppealColumn;
  readonly count: number;
}

export type TableFour = Readonly<Record<AppealGroup, Readonly<Record<AppealCell, number>>>>;

/** Puts counts in their cells and sums each group. */
export function composeTableFour(counts: readonly CountedProceedings[]): TableFour {
  const empty = (): Record<AppealCell, number> => ({
    upheld: 0,
    corrected: 0,
    other: 0,
    pending: 0,
    total: 0,
  });
  const table: Record<AppealGroup, Record<AppealCell, number>> = {
    reconsideration: empty(),
    direct: empty(),
    afterReconsideration: empty(),
  };
  for (const { group, column, count } of counts) {
    table[group][column] += count;
    table[group].total += count;
  }
  return table;
}

/** Fifteen numbers in the order of the form. */
export const tableFourNumbers = (table: TableFour): number[] =>
  appealGroupIds.flatMap((group) => appealCells.map((cell) => table[group][cell]));
