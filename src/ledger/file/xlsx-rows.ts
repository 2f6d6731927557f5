import ExcelJS from 'exceljs';
import { FileFault } from '../../infrastructure/sheets/file-fault.js';
import { cellsOf } from '../../infrastructure/sheets/workbook-cells.js';
import type { SheetFile, SheetRow } from './sheet-row.js';
import { namesInZip } from '../../infrastructure/sheets/zip-size.js';

/** Rows at the head of a sheet among which its headings are looked for. */
export const rowsBeforeHeadings = 30;

/** Opens a workbook. Throws FileFault when it is none, is broken, or would unpack to more than a ledger can be. */
export async function openXlsx(
  path: string,
  isHeading: (cells: readonly string[]) => boolean,
): Promise<SheetFile> {
  const names = await namesInZip(path);
  if (!names.includes('xl/workbook.xml')) {
    throw new FileFault('这不是 Excel 工作簿。请导入 .xlsx 或 .csv 格式的台账。');
  }
  return { encoding: 'XLSX', delimited: false, rows: () => rowsOf(path, isHeading) };
}

/** The rows of the first visible sheet that has the headings; none where no sheet has them. */
async function* rowsOf(
  path: string,
  isHeading: (cells: readonly string[]) => boolean,
): AsyncGenerator<SheetRow> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  try {
    for await (const sheet of reader as AsyncIterable<Sheet>) {
      if (sheet.state === 'hidden' || sheet.state === 'veryHidden') continue;
      let found = false;
      const head: SheetRow[] = [];
      for await (const line of sheet) {
        const row = { row: line.number, cells: cellsOf(line) };
        if (found) yield row;
        else if (head.length < rowsBeforeHeadings) {
          head.push(row);
          found = isHeading(row.cells);
          if (found) yield* head;
        }
      }
      if (found) return;
    }
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw new FileFault('Excel 文件无法读取。请在 Excel 或 WPS 中打开后另存为 .xlsx 再导入。');
  }
}

/** What the reader of exceljs yields; its own types leave out the state. */
type Sheet = AsyncIterable<ExcelJS.Row> & { readonly state?: string };
