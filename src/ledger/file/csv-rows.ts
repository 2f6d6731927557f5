import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { FileFault } from '../../infrastructure/sheets/file-fault.js';
import type { SheetFile, SheetRow } from './sheet-row.js';
import { type TextEncoding, decoded, encodingOf } from '../../infrastructure/sheets/text-encoding.js';

/** No request is so long: a quote that was never closed is. */
const LONGEST_ROW = 1024 * 1024;

/** Opens a file of delimited text. Throws FileFault when it is none. */
export async function openCsv(path: string): Promise<SheetFile> {
  const encoding = await encodingOf(path);
  if (!encoding) {
    throw new FileFault(
      '文件不是 CSV 文本，或者编码已损坏。请在 Excel 或 WPS 中打开台账，另存为“CSV UTF-8”或 .xlsx 后再导入。',
    );
  }
  const delimiter = await delimiterOf(path, encoding);
  return { encoding, delimited: true, rows: () => rowsOf(path, encoding, delimiter) };
}

/** Excel saves with commas, tabs or semicolons, as its region is set. */
async function delimiterOf(path: string, encoding: TextEncoding): Promise<string> {
  for await (const text of decoded(path, encoding)) {
    const heading = text.split(/\r?\n/, 30).find((line) => line.includes('编号')) ?? text;
    const counted = [',', '\t', ';'].map((mark) => ({ mark, count: heading.split(mark).length }));
    return counted.reduce((most, one) => (one.count > most.count ? one : most)).mark;
  }
  return ',';
}

async function* rowsOf(path: string, encoding: TextEncoding, delimiter: string): AsyncGenerator<SheetRow> {
  const parser = Readable.from(decoded(path, encoding)).pipe(
    parse({ delimiter, relax_column_count: true, max_record_size: LONGEST_ROW }),
  );
  let row = 0;
  try {
    for await (const cells of parser) {
      row += 1;
      yield { row, cells: cells as string[] };
    }
  } catch (error) {
    throw error instanceof CsvError ? new FileFault(saysOf(error, row)) : error;
  } finally {
    parser.destroy();
  }
}

function saysOf({ code }: CsvError, row: number): string {
  const place = `第 ${row + 1} 行`;
  return code.startsWith('CSV_MAX_RECORD') || code === 'CSV_QUOTE_NOT_CLOSED'
    ? `${place}起有一个引号没有成对。请在 Excel 或 WPS 中打开文件核对这一行，重新另存为 CSV。`
    : `${place}的引号位置不对，无法分出各格。请在 Excel 或 WPS 中打开文件核对这一行，重新另存为 CSV。`;
}
