import type { TableBlock, TableCell } from './blocks.js';
import { placeCells, type PlacedCell } from './table-grid.js';
import { baselineIn, stripsOf } from './lines.js';
import type { Ink, Strip, Tag } from './strips.js';
import type { Style, Typesetter } from './typeset.js';

/** How a table is set. Lengths in points. */
export interface TableMeasure {
  width: number;
  size: number;
  lineHeight: number;
  /** A row taller than this is divided. */
  tallest: number;
}

interface SetCell extends PlacedCell {
  lines: ReturnType<Typesetter['paragraph']>;
  tag: Tag;
}

const PADDING = { x: 4, y: 3 } as const;
const BORDER = 0.5;

/** A table as strips: caption, head, then rows. Rows joined by a span stay together where a page has room. */
export function setTable(block: TableBlock, setter: Typesetter, measure: TableMeasure): Strip[] {
  const table: Tag = { type: 'Table' };
  const columns = columnEdges(block, measure.width);
  const heads = block.head ?? [block.columns.map((column) => column.heading)];
  const head = new Grid(
    heads,
    block,
    columns,
    setter,
    measure,
    { type: 'THead', parent: table },
    true,
  ).strips()[0];
  const rows = new Grid(
    block.rows,
    block,
    columns,
    setter,
    measure,
    { type: 'TBody', parent: table },
    false,
  ).strips();
  const caption = block.caption === undefined ? [] : setCaption(block.caption, setter, measure, table);
  if (!head) return [...caption, ...rows];
  return [...caption, { ...head, keepWithNext: true }, ...rows.map((row) => ({ ...row, head }))];
}

/** Left edges of the columns and the right edge of the last. */
function columnEdges({ columns }: TableBlock, width: number): number[] {
  const weights = columns.map((column) => column.width ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const edges = [0];
  for (const weight of weights) edges.push((edges.at(-1) ?? 0) + (weight / total) * width);
  return edges;
}

function setCaption(
  caption: string,
  setter: Typesetter,
  { width, size, lineHeight }: TableMeasure,
  table: Tag,
): Strip[] {
  const lines = setter.paragraph(caption, { role: 'hei', size }, { width, align: 'center' });
  return stripsOf(lines, lineHeight + PADDING.y, size, { type: 'Caption', parent: table }).map((strip) => ({
    ...strip,
    keepWithNext: true,
  }));
}

/** Rows of cells at their places, from which strips are cut. A long table takes no more time for each row than a short one. */
class Grid {
  /** The cells by the row in which they begin. */
  private readonly rows: readonly SetCell[][];
  /** Top edges of the rows and the bottom edge of the last. */
  private readonly edges: number[] = [0];

  constructor(
    rows: readonly TableCell[][],
    private readonly block: TableBlock,
    private readonly columns: readonly number[],
    private readonly setter: Typesetter,
    private readonly measure: TableMeasure,
    section: Tag,
    private readonly isHead: boolean,
  ) {
    const tags = rows.map((): Tag => ({ type: 'TR', parent: section }));
    this.rows = rows.map(() => []);
    for (const cell of placeCells(rows, block.columns.length)) {
      const tag = { type: isHead ? 'TH' : 'TD', parent: tags[cell.row] ?? section };
      this.rows[cell.row]?.push({ ...cell, lines: this.linesOf(cell), tag });
    }
    this.setHeights();
  }

  strips(): Strip[] {
    if (this.isHead) return this.rows.length > 0 ? [this.slice(this.rows.flat(), 0, this.bottom, false)] : [];
    const cuts = this.cuts();
    return cuts.slice(1).flatMap((below, i) => {
      const above = cuts[i] ?? 0;
      const cells = this.rows.slice(above, below).flat();
      const [from, to] = [this.edges[above] ?? 0, this.edges[below] ?? this.bottom];
      if (to - from <= this.measure.tallest) return [this.slice(cells, from, to, false)];
      const inner = this.innerCuts(from, to);
      return inner.slice(1).map((end, k) => this.slice(cells, inner[k] ?? from, end, true));
    });
  }

  private get bottom(): number {
    return this.edges.at(-1) ?? 0;
  }

  private linesOf(cell: PlacedCell): SetCell['lines'] {
    const strong = cell.strong ?? this.isHead;
    const style: Style = { role: strong ? 'hei' : 'body', size: this.measure.size };
    const align = cell.align ?? (this.isHead ? 'center' : (this.block.columns[cell.column]?.align ?? 'left'));
    const width = this.widthOf(cell) - 2 * PADDING.x;
    const lines = this.setter.paragraph(cell.text, style, { width, align });
    return lines.length > 0 ? lines : [this.setter.line('', style)];
  }

  private setHeights(): void {
    const endingIn: SetCell[][] = this.rows.map(() => []);
    for (const cell of this.rows.flat()) endingIn[cell.row + cell.rowSpan - 1]?.push(cell);
    endingIn.forEach((cells, row) => {
      let bottom = (this.edges[row] ?? 0) + this.measure.lineHeight + 2 * PADDING.y;
      for (const cell of cells) {
        bottom = Math.max(bottom, (this.edges[cell.row] ?? 0) + this.textHeight(cell) + 2 * PADDING.y);
      }
      this.edges.push(bottom);
    });
  }

  /** Rows above which no spanning cell reaches across, and the end. */
  private cuts(): number[] {
    const crossed = new Set<number>();
    for (const { row, rowSpan } of this.rows.flat())
      for (let below = row + 1; below < row + rowSpan; below += 1) crossed.add(below);
    return [...this.edges.keys()].filter((row) => !crossed.has(row));
  }

  /** Places to divide what is too tall: edges of rows, then lines of text. */
  private innerCuts(from: number, to: number): number[] {
    const cuts = [from];
    const candidates = this.edges.filter((edge) => edge > from && edge <= to);
    for (const edge of candidates) {
      let last = cuts.at(-1) ?? from;
      const lines = Math.floor((this.measure.tallest - PADDING.y) / this.measure.lineHeight);
      while (edge - last > this.measure.tallest) {
        last += lines * this.measure.lineHeight + (last === from ? PADDING.y : 0);
        cuts.push(last);
      }
      cuts.push(edge);
    }
    return cuts;
  }

  private slice(cells: readonly SetCell[], from: number, to: number, divided: boolean): Strip {
    const ink = cells.flatMap((cell): Ink[] => {
      const top = this.edges[cell.row] ?? 0;
      const bottom = this.edges[cell.row + cell.rowSpan] ?? this.bottom;
      const [y, end] = [Math.max(top, from), Math.min(bottom, to)];
      if (end <= y) return [];
      const x = this.columns[cell.column] ?? 0;
      const fill = this.isHead ? { fill: '#f2f2f2' } : {};
      const frame: Ink = {
        kind: 'frame',
        x,
        y: y - from,
        width: this.widthOf(cell),
        height: end - y,
        border: BORDER,
        ...fill,
      };
      return [
        frame,
        ...this.textOf(
          cell,
          divided ? top + PADDING.y : (top + bottom - this.textHeight(cell)) / 2,
          from,
          to,
        ),
      ];
    });
    return { height: to - from, ink };
  }

  /** The cell's lines that fall within a slice. An empty cell still takes its place in the structure. */
  private textOf(cell: SetCell, top: number, from: number, to: number): Ink[] {
    const { lineHeight, size } = this.measure;
    const x = (this.columns[cell.column] ?? 0) + PADDING.x;
    return cell.lines.flatMap((line, i): Ink[] => {
      const baseline = top + i * lineHeight + baselineIn(lineHeight, size);
      if (baseline <= from || baseline > to) return [];
      return [{ kind: 'text', line, x, baseline: baseline - from, tag: cell.tag }];
    });
  }

  private textHeight(cell: SetCell): number {
    return cell.lines.length * this.measure.lineHeight;
  }

  private widthOf({ column, colSpan }: PlacedCell): number {
    return (this.columns[column + colSpan] ?? this.measure.width) - (this.columns[column] ?? 0);
  }
}
