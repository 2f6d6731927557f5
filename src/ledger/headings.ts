import {
  type LedgerCells,
  type LedgerColumn,
  headingOf,
  ledgerColumnIds,
  ledgerColumns,
  ledgerHeadings,
} from './columns.js';
import { FileFault } from '../infrastructure/sheets/file-fault.js';
import { rowsBeforeHeadings } from './file/xlsx-rows.js';

/** So many known headings in one row make it the heading of a ledger. */
const ENOUGH = 4;

/** A heading as people write it: 收到日期＊, “申请人 类型”, 延长工作日（个）. */
const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/[\s*\uFEFF]/g, '')
    .replace(/\([^)]*\)$/, '');

const columnByHeading = new Map(ledgerColumnIds.map((id) => [plain(headingOf(id)), id]));

/** Where each column stands in the file, and what was not recognised. */
export interface Layout {
  /** Row of the headings. */
  readonly row: number;
  readonly places: ReadonlyMap<LedgerColumn, number>;
  /** How many cells the row of headings has. */
  readonly width: number;
  /** Headings that are no column of a ledger: their contents are left out. */
  readonly ignored: readonly string[];
  /** Columns that the file does without. */
  readonly missing: readonly string[];
}

export const isHeadingRow = (cells: readonly string[]): boolean =>
  cells.filter((cell) => columnByHeading.has(plain(cell))).length >= ENOUGH;

/** Reads the row of headings, in any order. Throws FileFault where a needed column is missing or stands twice. */
export function layoutOf(row: number, cells: readonly string[]): Layout {
  const places = new Map<LedgerColumn, number>();
  const ignored: string[] = [];
  cells.forEach((cell, place) => {
    const column = columnByHeading.get(plain(cell));
    if (column && places.has(column)) {
      throw new FileFault(
        `第 ${row} 行的标题“${headingOf(column)}”出现了两次。请删去或改名其中一列后再导入。`,
      );
    }
    if (column) places.set(column, place);
    else if (cell.trim() !== '') ignored.push(cell.trim());
  });
  const missing = ledgerColumnIds.filter((id) => !places.has(id));
  const needed = missing.filter((id) => ledgerColumns[id].required).map(headingOf);
  if (needed.length > 0) {
    const rest = ignored.length > 0 ? `；文件里不认识的标题有：${ignored.slice(0, 10).join('、')}` : '';
    throw new FileFault(
      `第 ${row} 行的标题缺少：${needed.join('、')}${rest}。请补上这些列，或把标题改成上面的写法。`,
    );
  }
  return { row, places, width: cells.length, ignored, missing: missing.map(headingOf) };
}

/** Thrown when the first rows hold no headings. */
export const noHeadings = (): FileFault =>
  new FileFault(
    `前 ${rowsBeforeHeadings} 行里没有找到标题行。请确认有一行标题，写明：${ledgerHeadings.join('、')}。`,
  );

/** The cells of a row by their columns; a column that the file does without is empty. */
export function cellsAt({ places }: Layout, cells: readonly string[]): LedgerCells {
  return Object.fromEntries(
    ledgerColumnIds.map((id) => [id, trimmed(cells[places.get(id) ?? -1] ?? '')]),
  ) as LedgerCells;
}

/** Without blanks at the ends, and without the apostrophe that guards a text against being read as a formula. */
const trimmed = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@])/, '');
