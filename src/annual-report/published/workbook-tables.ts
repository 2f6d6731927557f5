import type { Grid } from '../../domain/statistics/published/grid.js';
import type { FoundInFile } from '../../domain/statistics/published/published-report.js';
import { type OpenedSheet, openWorkbook } from '../../infrastructure/sheets/opened-workbook.js';

const MOST_SHEETS = 50;
const MOST_ROWS = 500;
const MOST_ACROSS = 60;

/** The visible sheets of a workbook, each a table. Throws FileFault where it cannot be read, and NotAWorkbook. */
export function readWorkbook(bytes: Buffer): FoundInFile {
  const grids = openWorkbook(bytes)
    .filter(({ hidden }) => !hidden)
    .slice(0, MOST_SHEETS)
    .map(gridOf);
  return { grids, words: grids.flatMap((grid) => grid.flat()).join('\n') };
}

/** The rows of a sheet that say something, with the text of merged cells in each place that they cover. */
function gridOf(sheet: OpenedSheet): Grid {
  const lines: string[][] = [];
  for (const { row, cells } of sheet.rows()) {
    if (row > MOST_ROWS) break;
    lines[row - 1] = cells.slice(0, MOST_ACROSS);
  }
  for (const { rows, columns } of sheet.merged()) {
    const text = lines[rows[0]]?.[columns[0]] ?? '';
    for (let row = rows[0]; row <= Math.min(rows[1], MOST_ROWS - 1); row += 1)
      for (let column = columns[0]; column <= Math.min(columns[1], MOST_ACROSS - 1); column += 1)
        (lines[row] ??= [])[column] = text;
  }
  return Array.from(lines, (line: string[] | undefined) =>
    Array.from(line ?? [], (cell: string | undefined) => cell ?? ''),
  ).filter((line) => line.length > 0);
}
