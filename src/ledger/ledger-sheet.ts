import { ledgerColumnIds } from './columns.js';
import { FileFault } from '../infrastructure/sheets/file-fault.js';
import { type SheetFile, type SheetRow, mostRows } from './file/sheet-row.js';
import { rowsBeforeHeadings } from './file/xlsx-rows.js';
import { type Layout, cellsAt, isHeadingRow, layoutOf, noHeadings } from './headings.js';
import type { RefusedCell } from './import-report.js';
import type { NumberedCells } from './judging.js';

/** Some rows of a ledger: those that can be judged, and those whose cells are out of place. */
export interface RowBatch {
  readonly rows: readonly NumberedCells[];
  /** Both, in their order. */
  readonly all: readonly NumberedCells[];
  readonly broken: readonly RefusedCell[];
}

/** A file with its headings found. */
export interface LedgerSheet {
  readonly layout: Layout;
  /** The rows below the headings, empty ones left out, so many at a time. Throws FileFault beyond the most rows. */
  batches(size: number): AsyncIterable<RowBatch>;
}

/** Finds the headings, also below a title. Throws FileFault where there are none, or no row stands below them. */
export async function readLedgerSheet(file: SheetFile): Promise<LedgerSheet> {
  const layout = await findLayout(file);
  return { layout, batches: (size) => batchesOf(file, layout, size) };
}

async function findLayout(file: SheetFile): Promise<Layout> {
  let layout: Layout | undefined;
  for await (const { row, cells } of file.rows()) {
    if (layout) {
      if (cells.some((cell) => cell.trim() !== '')) return layout;
    } else if (isHeadingRow(cells)) layout = layoutOf(row, cells);
    else if (row > rowsBeforeHeadings) break;
  }
  if (layout) throw new FileFault('标题行下面没有内容。请填写台账后再导入。');
  throw noHeadings();
}

async function* batchesOf(file: SheetFile, layout: Layout, size: number): AsyncGenerator<RowBatch> {
  let rows: NumberedCells[] = [];
  let all: NumberedCells[] = [];
  let broken: RefusedCell[] = [];
  let count = 0;
  for await (const line of file.rows()) {
    if (line.row <= layout.row || line.cells.every((cell) => cell.trim() === '')) continue;
    const cells = cellsAt(layout, line.cells);
    if (ledgerColumnIds.every((id) => cells[id] === '')) continue;
    count += 1;
    if (count > mostRows) {
      throw new FileFault(`文件超过 ${mostRows} 行。请按年度拆分后分别导入。`);
    }
    const fault = file.delimited ? outOfPlace(line, layout) : undefined;
    all.push({ row: line.row, cells });
    if (fault) broken.push(fault);
    else rows.push({ row: line.row, cells });
    if (all.length >= size) {
      yield { rows, broken, all };
      [rows, broken, all] = [[], [], []];
    }
  }
  if (all.length > 0) yield { rows, broken, all };
}

/** More cells than headings: a comma inside a cell that was not quoted has pushed the rest aside. */
function outOfPlace({ row, cells }: SheetRow, { width }: Layout): RefusedCell | undefined {
  if (cells.length <= width) return undefined;
  return {
    row,
    column: '整行',
    value: '',
    reason: `这一行有 ${cells.length} 格，标题只有 ${width} 格，各格可能错位。`,
    remedy: '内容里的逗号要放在引号之内；请在 Excel 或 WPS 中核对这一行，重新另存为 CSV。',
  };
}
