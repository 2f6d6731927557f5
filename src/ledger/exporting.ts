import { PassThrough, Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { EntityManager } from 'typeorm';
import { type LedgerCells, type LedgerColumn, ledgerColumnIds, ledgerHeadings } from './columns.js';
import { csvLine, guarded, textMark } from './csv-line.js';
import type { LedgerFilter } from './ledger-filter.js';
import { type LedgerScope, applicationsByIds, applicationsLike, standingActs } from './ledger-list.js';
import { inLedgerOrder } from './ledger-order.js';
import { recordedRow } from './recorded-row.js';
import { writtenRow } from './written-row.js';

/** Applications read together. */
const BATCH = 500;

/** The lines of a filtered ledger, each as it can be imported again. Which they are is settled at the start. */
export async function* ledgerLines(
  manager: EntityManager,
  filter: LedgerFilter,
  scope: LedgerScope,
): AsyncGenerator<LedgerCells> {
  const chosen = await inLedgerOrder(applicationsLike(manager, filter, scope), filter.order)
    .select('application.id', 'id')
    .getRawMany<{ id: string }>();
  for (let from = 0; from < chosen.length; from += BATCH) {
    const ids = chosen.slice(from, from + BATCH).map(({ id }) => id);
    const acts = await standingActs(manager, ids);
    for (const application of await applicationsByIds(manager, ids)) {
      yield writtenRow(recordedRow(application, acts.get(application.id) ?? []).row);
    }
  }
}

/** As CSV: UTF-8 with a mark, so that Excel reads it. */
export function ledgerText(lines: AsyncIterable<LedgerCells>): Readable {
  async function* text(): AsyncGenerator<string> {
    yield textMark + csvLine(ledgerHeadings);
    for await (const cells of lines) yield csvLine(ledgerColumnIds.map((id) => cells[id]));
  }
  return Readable.from(text());
}

const widths: Partial<Record<LedgerColumn, number>> = {
  content: 50,
  outcome: 30,
  applicantName: 16,
  remark: 24,
};
const USUAL_WIDTH = 14;
const dayColumns: readonly LedgerColumn[] = [
  'receivedOn',
  'repliedOn',
  'reconsiderationOn',
  'decidedOn',
  'suitOn',
  'judgedOn',
];

/** As a workbook, written while it is sent. */
export function ledgerWorkbook(lines: AsyncIterable<LedgerCells>): Readable {
  const stream = new PassThrough();
  writeWorkbook(stream, lines).catch((error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return stream;
}

async function writeWorkbook(stream: PassThrough, lines: AsyncIterable<LedgerCells>): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet('依申请公开台账', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = ledgerColumnIds.map((id) => ({
    width: widths[id] ?? USUAL_WIDTH,
    style: dayColumns.includes(id) ? { numFmt: 'yyyy-mm-dd' } : {},
  }));
  const heading = sheet.addRow(ledgerHeadings);
  heading.font = { bold: true };
  heading.commit();
  for await (const cells of lines) {
    if (stream.destroyed) return;
    sheet.addRow(ledgerColumnIds.map((id) => valueOf(id, cells[id]))).commit();
    if (stream.writableNeedDrain) await drained(stream);
  }
  sheet.commit();
  await book.commit();
}

const drained = (stream: PassThrough): Promise<void> =>
  new Promise((resolve) => {
    stream.once('drain', resolve).once('close', resolve);
  });

/** So many characters Excel takes in a cell; of a longer one it says that the file is broken. */
const MOST_IN_CELL = 32_767;
const CUT = '……（未完，全文见系统）';

const fitting = (text: string): string =>
  text.length <= MOST_IN_CELL
    ? text
    : text.slice(0, MOST_IN_CELL - CUT.length).replace(/\p{Surrogate}$/u, '') + CUT;

/** Days and numbers as such, so that Excel can sort and reckon; texts never as formulas. */
function valueOf(column: LedgerColumn, text: string): ExcelJS.CellValue {
  if (text === '') return null;
  if (dayColumns.includes(column)) return new Date(`${text}T00:00:00Z`);
  return column === 'extension' ? Number(text) : fitting(guarded(text));
}
