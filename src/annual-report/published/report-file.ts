import { readFile, stat } from 'node:fs/promises';
import type { FoundInFile } from '../../domain/statistics/published/published-report.js';
import { FileFault } from '../../infrastructure/sheets/file-fault.js';
import { NotAWorkbook } from '../../infrastructure/sheets/opened-workbook.js';
import { decoded, encodingOf, firstBytes } from '../../infrastructure/sheets/text-encoding.js';
import { readHtml } from './html-tables.js';
import { readWorkbook } from './workbook-tables.js';

/** A page with pictures in it may be some megabytes long; no report is longer. */
const MOST_BYTES = 10 * 1024 * 1024;

const SAVE_PAGE = '请在浏览器中打开网站上的年度报告，另存为网页（.html），或者把表格另存为 .xlsx 后再上传。';

const mistaken: readonly { readonly bytes: string; readonly says: string }[] = [
  { bytes: '25504446', says: `这是 PDF 文件，读不出表格。${SAVE_PAGE}` },
  {
    bytes: 'd0cf11e0',
    says: '这是旧版 Office 文件（.xls、.doc）或加了密码的文件。请在 Excel 或 WPS 中打开，去掉密码，另存为 .xlsx 后再上传。',
  },
];

/** Opens a published report by what it contains, whatever it is called. Throws FileFault. */
export async function openReportFile(path: string): Promise<FoundInFile> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) throw new FileFault('文件超过 10 MB。请只保留年度报告的三张表，另存后再上传。');
  const head = await firstBytes(path, 4);
  const mistake = mistaken.find(({ bytes }) => head.startsWith(bytes));
  if (mistake) throw new FileFault(mistake.says);
  if (head.startsWith('504b')) return workbookOf(await readFile(path));
  const found = readHtml(await textOf(path));
  if (found.grids.length === 0) throw new FileFault(`文件里没有表格。${SAVE_PAGE}`);
  return found;
}

function workbookOf(bytes: Buffer): FoundInFile {
  try {
    return readWorkbook(bytes);
  } catch (fault) {
    if (!(fault instanceof NotAWorkbook)) throw fault;
    throw new FileFault(
      fault.isWord
        ? '这是 Word 文件。请把其中的三张表复制到 Excel，另存为 .xlsx，或者上传网站上的网页（.html）。'
        : `这不是 Excel 工作簿。${SAVE_PAGE}`,
    );
  }
}

async function textOf(path: string): Promise<string> {
  const encoding = await encodingOf(path);
  if (!encoding) throw new FileFault(`文件不是网页，或者编码已损坏。${SAVE_PAGE}`);
  let text = '';
  for await (const piece of decoded(path, encoding)) text += piece;
  return text;
}
