import type { CellAlign, TableCell } from './blocks.js';

/** A cell at its place, rows and columns counted from 0. */
export interface PlacedCell {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  align?: CellAlign;
  strong?: boolean;
}

/**
 * Puts cells into the free places of their rows, as HTML does. Throws RangeError for a row
 * that does not fill the table's columns exactly: a shifted figure must not be printed.
 */
export function placeCells(rows: readonly (readonly TableCell[])[], columns: number): PlacedCell[] {
  const taken = rows.map(() => new Array<boolean>(columns).fill(false));
  const placed = rows.flatMap((cells, row) => cells.map((cell) => place(cell, row, taken)));
  taken.forEach((places, row) => {
    if (places.includes(false)) throw unevenRow(row, columns);
  });
  return placed;
}

function place(cell: TableCell, row: number, taken: boolean[][]): PlacedCell {
  const own = typeof cell === 'string' ? { text: cell } : cell;
  const { colSpan = 1, rowSpan = 1 } = own;
  const columns = taken[row]?.length ?? 0;
  const column = taken[row]?.indexOf(false) ?? -1;
  if (column < 0) throw unevenRow(row, columns);
  for (let r = row; r < row + rowSpan; r += 1) {
    for (let c = column; c < column + colSpan; c += 1) {
      const places = taken[r];
      if (places?.[c] !== false) throw unevenRow(r, columns);
      places[c] = true;
    }
  }
  return { ...own, row, column, colSpan, rowSpan };
}

function unevenRow(row: number, columns: number): RangeError {
  return new RangeError(`表格第${row + 1}行的单元格与${columns}列不符，请检查该行的列数和合并单元格。`);
}
