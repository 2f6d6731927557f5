import type { TableCell } from '../printing/blocks.js';
import { type XmlElement, childOf, descendantsOf, elementsIn, valueOf } from './xml-tree.js';

interface Cell {
  readonly column: number;
  readonly colSpan: number;
  readonly merge: 'none' | 'begins' | 'goesOn';
  readonly element: XmlElement;
}

/** A table as the printer takes it: widths of its columns, and rows that fill them. */
export interface ReadTable {
  readonly widths: readonly number[];
  readonly rows: TableCell[][];
}

/** Word itself makes tables of 63 columns at most. */
const MOST_COLUMNS = 200;
/** Some hundred pages of a full table. */
const MOST_CELLS = 20_000;

/**
 * Reads `w:tbl`; `textOf` gives the words of a cell. Undefined for a table larger than can be set, whatever a file may
 * claim of its spans.
 */
export function readTable(table: XmlElement, textOf: (cell: XmlElement) => string): ReadTable | undefined {
  const rows = rowsOf(table).map(cellsOf);
  const columns = rows.flat().reduce((most, { column, colSpan }) => Math.max(most, column + colSpan), 1);
  if (columns > MOST_COLUMNS || columns * rows.length > MOST_CELLS) return undefined;
  const grid = childOf(table, 'w:tblGrid');
  const told = (grid ? elementsIn(grid, 'w:gridCol') : []).map(({ attributes }) => Number(attributes['w:w']));
  const fits = told.length === columns && told.every((width) => width > 0);
  return {
    widths: fits ? told : Array.from({ length: columns }, () => 1),
    rows: filledRows(rows, columns, textOf),
  };
}

/** Rows, also those inside a content control. */
const rowsOf = (table: XmlElement): XmlElement[] =>
  elementsIn(table).flatMap((child) => {
    if (child.name === 'w:tr') return [child];
    return child.name === 'w:sdt' ? descendantsOf(child, 'w:tr') : [];
  });

/** A number of columns as a file states it; what is none counts as `otherwise`. */
function columnsIn(stated: string | undefined, otherwise: number): number {
  const columns = Number(stated ?? otherwise);
  return Number.isInteger(columns) && columns >= otherwise ? columns : otherwise;
}

function cellsOf(row: XmlElement): Cell[] {
  let column = columnsIn(valueOf(row, 'w:trPr', 'w:gridBefore'), 0);
  const elements = elementsIn(row).flatMap((child) => {
    if (child.name === 'w:tc') return [child];
    return child.name === 'w:sdt' ? descendantsOf(child, 'w:tc') : [];
  });
  return elements.map((element): Cell => {
    const colSpan = columnsIn(valueOf(element, 'w:tcPr', 'w:gridSpan'), 1);
    const merge = childOf(element, 'w:tcPr', 'w:vMerge');
    const cell: Cell = {
      column,
      colSpan,
      merge: !merge ? 'none' : merge.attributes['w:val'] === 'restart' ? 'begins' : 'goesOn',
      element,
    };
    column += colSpan;
    return cell;
  });
}

const keyOf = ({ column, colSpan }: Cell): string => `${column}+${colSpan}`;

/** For each row, how many rows from it on go on with a cell that began above, by its place. */
function goingOn(rows: readonly (readonly Cell[])[]): ReadonlyMap<string, number>[] {
  const runs = rows.map(() => new Map<string, number>());
  for (let at = rows.length - 1; at >= 0; at -= 1)
    for (const cell of rows[at] ?? [])
      if (cell.merge === 'goesOn') runs[at]?.set(keyOf(cell), 1 + (runs[at + 1]?.get(keyOf(cell)) ?? 0));
  return runs;
}

/** The cells of each row; what no cell of it takes, and none that reaches down from above, is filled with empty ones. */
function filledRows(
  rows: readonly (readonly Cell[])[],
  columns: number,
  textOf: (cell: XmlElement) => string,
): TableCell[][] {
  const runs = goingOn(rows);
  /** The first row that no cell above reaches into, by column. */
  const free = new Array<number>(columns).fill(0);
  return rows.map((cells, at) => {
    const filled: TableCell[] = [];
    const reaching: [Cell, number][] = cells.map((cell) => {
      const below = cell.merge === 'begins' ? (runs[at + 1]?.get(keyOf(cell)) ?? 0) : 0;
      return [cell, 1 + below];
    });
    for (let column = 0; column < columns; column += 1) {
      if ((free[column] ?? 0) > at) continue;
      const [cell, rowSpan] = reaching.find(([one]) => one.column === column) ?? [];
      if (cell) filled.push({ text: textOf(cell.element), colSpan: cell.colSpan, rowSpan });
      else filled.push('');
      column += (cell?.colSpan ?? 1) - 1;
    }
    for (const [{ column, colSpan }, rowSpan] of reaching)
      for (let one = column; one < column + colSpan; one += 1)
        free[one] = Math.max(free[one] ?? 0, at + rowSpan);
    return filled;
  });
}
