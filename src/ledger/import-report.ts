import type { RowFault } from './columns.js';
import type { Encoding } from './file/sheet-row.js';

/** A row that cannot be taken in, and in which cell the reason stands; a row with several has several entries. */
export interface RefusedCell extends RowFault {
  /** As a spreadsheet program shows it, from 1. */
  readonly row: number;
}

/** A 程序瑕疵 that a row brings into the record. */
export interface IrregularRow {
  readonly row: number;
  /** 编号. */
  readonly number: string;
  readonly code: string;
  readonly says: string;
  /** 《条例》第三十三条第二款; empty where no article says so. */
  readonly article: string;
}

/** What an import has done, or a check would do. */
export interface ImportReport {
  /** Name of the file. */
  readonly file: string;
  readonly encoding: Encoding;
  /** Rows below the headings that are not empty. */
  readonly rows: number;
  /** New applications. */
  readonly imported: number;
  /** Rows that the record holds already. */
  readonly unchanged: number;
  /** Applications that went on: only what was missing is added. */
  readonly updated: number;
  readonly refused: readonly RefusedCell[];
  readonly irregular: readonly IrregularRow[];
  /** Headings that are no column of a ledger. */
  readonly ignored: readonly string[];
  /** Columns that the file does without. */
  readonly missing: readonly string[];
  /** True once something was stored: not by a check, and not where a refused row stopped all. */
  readonly written: boolean;
}

/** How many rows are refused; one row may have several faults. */
export const refusedRows = ({ refused }: Pick<ImportReport, 'refused'>): number =>
  new Set(refused.map(({ row }) => row)).size;
