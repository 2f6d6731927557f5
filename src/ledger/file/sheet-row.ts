import type { TextEncoding } from '../../infrastructure/sheets/text-encoding.js';

/** How a ledger was kept in its file. */
export type Encoding = TextEncoding | 'XLSX';

/** One row as it stands in the file. Dates of a workbook come as YYYY-MM-DD, numbers in plain digits. */
export interface SheetRow {
  /** As a spreadsheet program shows it, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A file whose rows can be read, any number of times, a few at a time. Reading throws FileFault. */
export interface SheetFile {
  readonly encoding: Encoding;
  /** In a CSV file a row may break where a comma stands unquoted; in a workbook it cannot. */
  readonly delimited: boolean;
  rows(): AsyncIterable<SheetRow>;
}

/** Most bytes of a file and rows of a ledger that are read. */
export const mostBytes = 20 * 1024 * 1024;
export const mostRows = 50_000;
