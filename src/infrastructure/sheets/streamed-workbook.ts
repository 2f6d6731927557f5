import { PassThrough, type Readable } from 'node:stream';
import ExcelJS from 'exceljs';

/** One sheet, its rows as they come. */
export interface StreamedSheet {
  readonly name: string;
  /** `width` in characters; the values of `days` columns are dates. */
  readonly columns: readonly { readonly heading: string; readonly width: number; readonly days?: boolean }[];
  readonly rows: AsyncIterable<readonly ExcelJS.CellValue[]>;
}

/** A workbook, written while it is sent, however many rows there are. */
export function streamedWorkbook(sheet: StreamedSheet): Readable {
  const stream = new PassThrough();
  write(stream, sheet).catch((error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return stream;
}

async function write(stream: PassThrough, { name, columns, rows }: StreamedSheet): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width, days }) => ({
    width,
    style: days ? { numFmt: 'yyyy-mm-dd' } : {},
  }));
  const heading = sheet.addRow(columns.map((column) => column.heading));
  heading.font = { bold: true };
  heading.commit();
  for await (const row of rows) {
    if (stream.destroyed) return;
    sheet.addRow([...row]).commit();
    if (stream.writableNeedDrain) await drained(stream);
  }
  sheet.commit();
  await book.commit();
}

const drained = (stream: PassThrough): Promise<void> =>
  new Promise((resolve) => {
    stream.once('drain', resolve).once('close', resolve);
  });

/** A day as a spreadsheet program reckons with it. */
export const cellDay = (day: string): Date => new Date(`${day}T00:00:00Z`);
