import { stat } from 'node:fs/promises';
import { openCsv } from './csv-rows.js';
import { FileFault } from '../../infrastructure/sheets/file-fault.js';
import { type SheetFile, mostBytes } from './sheet-row.js';
import { firstBytes } from '../../infrastructure/sheets/text-encoding.js';
import { openXlsx } from './xlsx-rows.js';

/** Kinds of file that people hand in by mistake, by their first bytes. */
const mistaken: readonly { readonly bytes: string; readonly says: string }[] = [
  {
    bytes: '25504446',
    says: '这是 PDF 文件，不是表格。请导入原来的 Excel（.xlsx）或 CSV 台账。',
  },
  {
    bytes: 'd0cf11e0',
    says: '这是旧版 Excel（.xls）或加了密码的文件。请在 Excel 或 WPS 中打开，去掉密码，另存为 .xlsx 或 CSV 后再导入。',
  },
];

/**
 * Opens a ledger by what it contains, whatever it is called.
 * Throws FileFault; `isHeading` tells which sheet of a workbook is meant.
 */
export async function openLedgerFile(
  path: string,
  isHeading: (cells: readonly string[]) => boolean,
): Promise<SheetFile> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new FileFault(`没有找到文件 ${path}，请核对路径。`);
  if (found.size === 0) throw new FileFault('文件是空的。请选择有标题行和内容的台账。');
  if (found.size > mostBytes) {
    const megabytes = Math.ceil(found.size / (1024 * 1024));
    throw new FileFault(`文件有 ${megabytes} MB，最多 20 MB。请按年度拆分后分别导入。`);
  }
  const head = await firstBytes(path, 4).catch(() => {
    throw new FileFault(`文件 ${path} 无法打开，请核对读取权限。`);
  });
  const mistake = mistaken.find(({ bytes }) => head.startsWith(bytes));
  if (mistake) throw new FileFault(mistake.says);
  return head.startsWith('504b') ? openXlsx(path, isHeading) : openCsv(path);
}
