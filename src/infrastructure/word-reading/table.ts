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

/** Reads `w:tbl`; `textOf` gives the words of a cell. */
export function readTable(table: XmlElement, textOf: (cell: XmlElement) => string): ReadTable {
  const rows = rowsOf(table).map(cellsOf);
  const columns = Math.max(1, ...rows.flat().map(({ column, colSpan }) => column + colSpan));
  const grid = childOf(table, 'w:tblGrid');
  const told = (grid ? elementsIn(grid, 'w:gridCol') : []).map(({ attributes }) => Number(attributes['w:w']));
  const fits = told.length === columns && told.every((width) => width > 0);
  return {
    widths: fits ? told : Array.from({ length: columns }, () => 1),
    rows: rows.map((cells, at) => filledRow(cells, rows.slice(at + 1), columns, covered(rows, at), textOf)),
  };
}

/** Rows, also those inside a content control. */
const rowsOf = (table: XmlElement): XmlElement[] =>
  elementsIn(table).flatMap((child) => {
    if (child.name === 'w:tr') return [child];
    return child.name === 'w:sdt' ? descendantsOf(child, 'w:tr') : [];
  });

function cellsOf(row: XmlElement): Cell[] {
  let column = Number(valueOf(row, 'w:trPr', 'w:gridBefore') ?? 0);
  const elements = elementsIn(row).flatMap((child) => {
    if (child.name === 'w:tc') return [child];
    return child.name === 'w:sdt' ? descendantsOf(child, 'w:tc') : [];
  });
  return elements.map((element): Cell => {
    const colSpan = Math.max(1, Number(valueOf(element, 'w:tcPr', 'w:gridSpan') ?? 1));
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

const isSame = (a: Cell) => (b: Cell) => a.column === b.column && a.colSpan === b.colSpan;

/** How many of the rows below go on with the cell. */
function rowSpanOf(cell: Cell, below: readonly (readonly Cell[])[]): number {
  if (cell.merge !== 'begins') return 1;
  const end = below.findIndex((cells) => !cells.some((one) => one.merge === 'goesOn' && isSame(cell)(one)));
  return 1 + (end < 0 ? below.length : end);
}

/** The columns of a row that a cell above reaches into. */
function covered(rows: readonly (readonly Cell[])[], at: number): ReadonlySet<number> {
  return new Set(
    rows
      .slice(0, at)
      .flatMap((cells, above) =>
        cells
          .filter((cell) => above + rowSpanOf(cell, rows.slice(above + 1)) > at)
          .flatMap(({ column, colSpan }) => Array.from({ length: colSpan }, (_, i) => column + i)),
      ),
  );
}

/** The cells of a row; what no cell of it and none above takes is filled with empty ones. */
function filledRow(
  cells: readonly Cell[],
  below: readonly (readonly Cell[])[],
  columns: number,
  taken: ReadonlySet<number>,
  textOf: (cell: XmlElement) => string,
): TableCell[] {
  const filled: TableCell[] = [];
  for (let column = 0; column < columns; column += 1) {
    if (taken.has(column)) continue;
    const cell = cells.find((one) => one.column === column);
    if (!cell) {
      filled.push('');
      continue;
    }
    filled.push({
      text: textOf(cell.element),
      colSpan: cell.colSpan,
      rowSpan: rowSpanOf(cell, below),
    });
    column += cell.colSpan - 1;
  }
  return filled;
}
