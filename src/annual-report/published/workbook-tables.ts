import ExcelJS from 'exceljs';
import type { Grid } from '../../domain/statistics/published/grid.js';
import type { FoundInFile } from '../../domain/statistics/published/published-report.js';
import { FileFault } from '../../infrastructure/sheets/file-fault.js';
import { cellsOf } from '../../infrastructure/sheets/workbook-cells.js';

const MOST_SHEETS = 50;
const MOST_ROWS = 500;
const MOST_ACROSS = 60;

/**
 * The visible sheets of a workbook, each a table. The whole file is loaded: the streaming reader of exceljs 4.4 loses
 * the list of sheets of some small workbooks, and it leaves merged cells empty. Throws FileFault where it cannot be read.
 */
export async function readWorkbook(path: string): Promise<FoundInFile> {
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.readFile(path);
  } catch {
    throw new FileFault('Excel 文件无法读取。请在 Excel 或 WPS 中打开后另存为 .xlsx 再上传。');
  }
  const grids = book.worksheets
    .filter(({ state }) => state === 'visible')
    .slice(0, MOST_SHEETS)
    .map(gridOf);
  return { grids, words: grids.flatMap((grid) => grid.flat()).join('\n') };
}

function gridOf(sheet: ExcelJS.Worksheet): Grid {
  const grid: string[][] = [];
  sheet.eachRow((row, number) => {
    if (number <= MOST_ROWS) grid.push(cellsOf(row).slice(0, MOST_ACROSS));
  });
  return grid;
}
