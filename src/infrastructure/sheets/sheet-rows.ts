import type { SaxesTagPlain } from 'saxes';
import { type DayFormats, dayOf } from './number-formats.js';
import { readXml } from './reading-xml.js';

/** One row as a spreadsheet program numbers it, from 1. Days come as YYYY-MM-DD, numbers in plain digits. */
export interface WorkbookRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** What cells refer to instead of saying it themselves. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly dayFormats: DayFormats;
  readonly countsFrom1904: boolean;
}

/** No spreadsheet program knows more columns (XFD). */
const MOST_COLUMNS = 16_384;

/** AB12 → 27; undefined where the reference names no column. */
function columnOf(reference: string | undefined): number | undefined {
  const [letters] = /^[A-Z]{1,3}/u.exec(reference ?? '') ?? [];
  if (!letters) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column < MOST_COLUMNS ? column : undefined;
}

/** Reads xl/sharedStrings.xml. Rich text comes without its looks, and without what tells how it is pronounced. */
export function sharedStringsOf(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let spoken = false;
  const listener = {
    opened(name: string) {
      if (name === 'si') text = '';
      if (name === 'rPh') spoken = true;
      inText = name === 't' && !spoken;
    },
    closed(name: string) {
      inText = false;
      if (name === 'rPh') spoken = false;
      if (name === 'si') strings.push(text);
    },
    text(piece: string) {
      if (inText) text += piece;
    },
  };
  for (const _ of readXml(xml, listener)) continue;
  return strings;
}

/** The text of a cell by its kind (ECMA-376 §18.18.11). A formula gives its result as the workbook last saw it. */
function shown(kind: string, style: number, value: string, context: CellContext): string {
  if (value === '') return '';
  switch (kind) {
    case 's':
      return context.sharedStrings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.slice(0, 10);
    case 'n': {
      const number = Number(value);
      if (Number.isNaN(number)) return value;
      return context.dayFormats.has(style) ? dayOf(number, context.countsFrom1904) : String(number);
    }
    default:
      return value;
  }
}

/** Cells that are shown as one, by their first and last row and column, both from 0. */
export interface Merged {
  readonly rows: readonly [from: number, through: number];
  readonly columns: readonly [from: number, through: number];
}

/** The merged cells of a sheet. What they show stands in the first of them; the others are empty. */
export function mergedIn(xml: string): Merged[] {
  const merged: Merged[] = [];
  const opened = (name: string, { attributes }: SaxesTagPlain): void => {
    if (name !== 'mergeCell') return;
    const [first = '', last = first] = (attributes['ref'] ?? '').split(':');
    const [left, right] = [columnOf(first), columnOf(last)];
    const [top, bottom] = [first, last].map((at) => Number(/\d+$/u.exec(at)?.[0]) - 1) as [number, number];
    if (left !== undefined && right !== undefined && top <= bottom)
      merged.push({ rows: [top, bottom], columns: [left, right] });
  };
  for (const _ of readXml(xml, { opened })) continue;
  return merged;
}

/** The rows of one sheet, read as they are asked for. */
export function* rowsOfSheet(xml: string, context: CellContext): Generator<WorkbookRow> {
  let ready: WorkbookRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let column = -1;
  let kind = 'n';
  let style = 0;
  let value = '';
  let inValue = false;
  const listener = {
    opened(name: string, { attributes }: SaxesTagPlain) {
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1;
        kind = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        value = '';
      }
      // Beside its value a cell may hold its formula, which is not shown.
      inValue = name === 'v' || name === 't';
    },
    closed(name: string) {
      inValue = false;
      if (name === 'c' && column < MOST_COLUMNS) cells[column] = shown(kind, style, value, context);
      if (name === 'row')
        ready.push({ row, cells: Array.from(cells, (cell: string | undefined) => cell ?? '') });
    },
    text(piece: string) {
      if (inValue) value += piece;
    },
  };
  for (const _ of readXml(xml, listener)) {
    yield* ready;
    ready = [];
  }
  yield* ready;
}
