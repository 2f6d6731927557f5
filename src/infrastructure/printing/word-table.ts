import {
  AlignmentType,
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { CellAlign, TableBlock, TableCell as Cell } from './blocks.js';
import { SIZE } from './measures.js';
import { placeCells, type PlacedCell } from './table-grid.js';
import { FONT, paragraph, twips } from './word-looks.js';

/** Type and lines of a letter's table, and of a form of many rows that is to stand on one page of a report. */
const USUAL = { size: SIZE.small4, line: 18, margin: 60 } as const;
const DENSE = { size: SIZE.small5, line: 12, margin: 20 } as const;
const ALIGNED = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const satisfies Record<CellAlign, string>;

/** A ruled table so many points wide, its head repeated on each page, no row parted. */
export function tableWord(block: TableBlock, width: number): Table {
  const widths = columnWidths(block, width);
  const heads = block.head ?? [block.columns.map(({ heading }) => heading)];
  const { margin } = block.dense ? DENSE : USUAL;
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, top: margin, bottom: margin, left: 80, right: 80 },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [...rowsOf(heads, block, widths, true), ...rowsOf(block.rows, block, widths, false)],
  });
}

function columnWidths({ columns }: TableBlock, whole: number): number[] {
  const weights = columns.reduce((sum, { width = 1 }) => sum + width, 0);
  return columns.map(({ width = 1 }) => Math.floor((twips(whole) * width) / weights));
}

function rowsOf(
  rows: readonly Cell[][],
  block: TableBlock,
  widths: readonly number[],
  isHead: boolean,
): TableRow[] {
  const placed = placeCells(rows, block.columns.length);
  return rows.map(
    (_, row) =>
      new TableRow({
        tableHeader: isHead,
        cantSplit: true,
        children: placed
          .filter((cell) => cell.row === row)
          .map((cell) => cellWord(cell, block, widths, { isHead, isLast: row === rows.length - 1 })),
      }),
  );
}

function cellWord(
  { text, column, colSpan, rowSpan, strong, align: own }: PlacedCell,
  { columns, dense }: TableBlock,
  widths: readonly number[],
  { isHead, isLast }: { readonly isHead: boolean; readonly isLast: boolean },
): TableCell {
  const { size, line } = dense ? DENSE : USUAL;
  const align = own ?? columns[column]?.align;
  const look = {
    font: (strong ?? isHead) ? FONT.hei : FONT.body,
    size,
    align: ALIGNED[align ?? (isHead ? 'center' : 'left')],
    indent: 0,
    line,
    // The head goes along with the first row, and a form of many rows moves to the next page whole.
    keepNext: isHead || (dense === true && !isLast),
  };
  return new TableCell({
    children: text.split('\n').map((words) => paragraph(words, look)),
    verticalAlign: VerticalAlignTable.CENTER,
    width: {
      size: widths.slice(column, column + colSpan).reduce((sum, width) => sum + width, 0),
      type: WidthType.DXA,
    },
    ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(isHead ? { shading: { fill: 'F2F2F2' } } : {}),
  });
}
