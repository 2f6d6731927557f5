import { Readable } from 'node:stream';
import type ExcelJS from 'exceljs';
import type { EntityManager } from 'typeorm';
import { cellDay, streamedWorkbook } from '../infrastructure/sheets/streamed-workbook.js';
import { cellText } from '../infrastructure/sheets/texts.js';
import { type LedgerCells, type LedgerColumn, ledgerColumnIds, ledgerHeadings } from './columns.js';
import { csvLine, textMark } from './csv-line.js';
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
export const ledgerWorkbook = (lines: AsyncIterable<LedgerCells>): Readable =>
  streamedWorkbook({
    name: '依申请公开台账',
    columns: ledgerColumnIds.map((id, i) => ({
      heading: ledgerHeadings[i] ?? '',
      width: widths[id] ?? USUAL_WIDTH,
      days: dayColumns.includes(id),
    })),
    rows: valuesOf(lines),
  });

async function* valuesOf(lines: AsyncIterable<LedgerCells>): AsyncGenerator<ExcelJS.CellValue[]> {
  for await (const cells of lines) yield ledgerColumnIds.map((id) => valueOf(id, cells[id]));
}

/** Days and numbers as such, so that Excel can sort and reckon; texts never as formulas. */
function valueOf(column: LedgerColumn, text: string): ExcelJS.CellValue {
  if (text === '') return null;
  if (dayColumns.includes(column)) return cellDay(text);
  return column === 'extension' ? Number(text) : cellText(text);
}
