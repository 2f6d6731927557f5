import { appealColumns } from '../../remedy/results.js';
import {
  type AppealCell,
  type TableFour,
  appealCells,
  appealGroupIds,
  appealGroups,
  composeTableFour,
} from '../table-four.js';
import { CaseCells, type Grid, cellNumber, headings } from './grid.js';

const nameOf = (cell: AppealCell): string => (cell === 'total' ? '总计' : appealColumns[cell]);
const NAMES = appealGroupIds.flatMap(() => appealCells.map(nameOf));

/** Table four as it was published; undefined where the file has none. */
export type TableFourReading =
  | { readonly four: TableFour; readonly blanks: readonly string[] }
  | { readonly faults: readonly string[] }
  | undefined;

/** Looks for the row of fifteen numbers under 结果维持…总计 thrice. */
export function readTableFour(grids: readonly Grid[]): TableFourReading {
  for (const grid of grids) {
    for (const [at, row] of grid.entries()) {
      const named = [...headings(grid, at, NAMES)].sort(([a], [b]) => a - b);
      if (named.length !== NAMES.length || named.some(([, name], i) => name !== NAMES[i])) continue;
      const places = named.map(([place]) => place);
      if (places.some((place) => typeof cellNumber(row[place]) === 'number')) return readRow(row, places);
    }
  }
  return undefined;
}

function readRow(row: readonly string[], places: readonly number[]): TableFourReading {
  const cells = new CaseCells();
  const table = composeTableFour([]) as Record<string, Record<AppealCell, number>>;
  appealGroupIds.forEach((group, g) => {
    table[group] = Object.fromEntries(
      appealCells.map((cell, c) => {
        const place = places[g * appealCells.length + c] ?? -1;
        return [cell, cells.read(row[place], `${appealGroups[group]}，${nameOf(cell)}`)];
      }),
    ) as Record<AppealCell, number>;
  });
  if (cells.faults.length > 0) return { faults: cells.faults.map((fault) => `表四${fault}`) };
  return { four: table as TableFour, blanks: cells.blanks.map((where) => `表四${where}`) };
}
