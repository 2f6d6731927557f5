import { type TableFour, appealCells, appealGroupIds } from './table-four.js';
import { type TableThree, tableThreeColumns, tableThreeRows } from './table-three.js';

/** Adds tables cell by cell: a district's table is the sum of those of its offices. */
export function sumOfTablesThree(tables: readonly TableThree[]): TableThree {
  return Object.fromEntries(
    tableThreeRows.map(({ id }) => [
      id,
      Object.fromEntries(
        tableThreeColumns.map((column) => [
          column,
          tables.reduce((sum, table) => sum + table[id][column], 0),
        ]),
      ),
    ]),
  ) as TableThree;
}

/** The same for table four. */
export function sumOfTablesFour(tables: readonly TableFour[]): TableFour {
  return Object.fromEntries(
    appealGroupIds.map((group) => [
      group,
      Object.fromEntries(
        appealCells.map((cell) => [cell, tables.reduce((sum, table) => sum + table[group][cell], 0)]),
      ),
    ]),
  ) as TableFour;
}
