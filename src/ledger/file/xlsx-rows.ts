import { readFile } from 'node:fs/promises';
import { NotAWorkbook, type OpenedSheet, openWorkbook } from '../../infrastructure/sheets/opened-workbook.js';
import { FileFault } from '../../infrastructure/sheets/file-fault.js';
import type { SheetFile, SheetRow } from './sheet-row.js';

/** Rows at the head of a sheet among which its headings are looked for. */
export const rowsBeforeHeadings = 30;

/** Opens a workbook. Throws FileFault when it is none, is broken, or would unpack to more than a ledger can be. */
export async function openXlsx(
  path: string,
  isHeading: (cells: readonly string[]) => boolean,
): Promise<SheetFile> {
  const bytes = await readFile(path);
  const sheets = opened(bytes);
  // eslint-disable-next-line @typescript-eslint/require-await -- other files are read as they come
  const rows = async function* (): AsyncGenerator<SheetRow> {
    yield* rowsOf(sheets, isHeading);
  };
  return { encoding: 'XLSX', delimited: false, rows };
}

function opened(bytes: Buffer): readonly OpenedSheet[] {
  try {
    return openWorkbook(bytes);
  } catch (fault) {
    if (!(fault instanceof NotAWorkbook)) throw fault;
    throw new FileFault('这不是 Excel 工作簿。请导入 .xlsx 或 .csv 格式的台账。');
  }
}

/** The rows of the first visible sheet that has the headings; none where no sheet has them. */
function* rowsOf(
  sheets: readonly OpenedSheet[],
  isHeading: (cells: readonly string[]) => boolean,
): Generator<SheetRow> {
  const hasHeadings = (sheet: OpenedSheet): boolean => {
    let read = 0;
    for (const { cells } of sheet.rows()) {
      if (isHeading(cells)) return true;
      read += 1;
      if (read === rowsBeforeHeadings) return false;
    }
    return false;
  };
  const sheet = sheets.find((one) => !one.hidden && hasHeadings(one));
  if (sheet) yield* sheet.rows();
}
