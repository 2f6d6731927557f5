import type { LocalDate } from '../domain/time/local-date.js';
import type { TableBlock } from '../infrastructure/printing/blocks.js';
import type { ReportBlock, ReportDocument } from '../infrastructure/printing/report-blocks.js';
import { chineseDate } from '../web/words.js';
import type { Dial } from './board.js';
import { dialDrawing, trendDrawing } from './board-drawings.js';
import type { Cell, DashboardPage, TableView } from './pages.js';

/** The board on A4, in the order of the screen. */
export function boardPaper(page: DashboardPage, dials: readonly Dial[], on: LocalDate): ReportDocument {
  const blocks: ReportBlock[] = [{ kind: 'paragraph', text: page.answer }];
  if (page.lookBack) blocks.push({ kind: 'note', text: page.lookBack.says });
  page.dials.forEach(({ name, figure, verdict, formula, outlook }, i) => {
    const dial = dials[i];
    blocks.push({ kind: 'heading', level: 2, text: `${name}：${figure}，${verdict}` });
    if (dial) blocks.push(dialDrawing(dial, `${name}：${figure}，${verdict}`));
    blocks.push({ kind: 'note', text: `${formula}。${outlook}` });
  });
  blocks.push(...section(page.readings));
  page.dials.forEach(({ name, months, years }, i) => {
    const dial = dials[i];
    if (dial) blocks.push({ kind: 'heading', level: 2, text: `${name}的趋势` }, trendDrawing(dial, name));
    blocks.push(...section(months), ...section(years));
  });
  blocks.push(...section(page.timings), { kind: 'note', text: page.onTime });
  blocks.push({ kind: 'note', text: page.takenSays }, ...section(page.taken));
  if (page.workload.rows.length > 0) blocks.push(...section(page.workload));
  blocks.push(...section(page.signs));
  if (page.pendingTotal > 0) blocks.push(...section(page.pending));
  for (const table of page.breakdowns) blocks.push(...section(table));
  return {
    title: '依申请公开领导看板',
    subtitle: `${page.office}　截至${chineseDate(page.until)}`,
    orientation: 'portrait',
    on,
    blocks,
  };
}

const section = (table: TableView): ReportBlock[] => [
  { kind: 'heading', level: 2, text: table.caption },
  blockOf(table),
  ...(table.note ? [{ kind: 'note', text: table.note } as const] : []),
];

const textOf = (cell: Cell): string => (typeof cell === 'object' ? cell.text : String(cell));

/** Characters that stand side by side in a row of a dense table on A4. */
const ROW = 53;
/** What the rules on both sides of a cell take. */
const SIDES = 1.2;

function blockOf({ columns, rows }: TableView): TableBlock {
  const texts = columns.map(({ label }, i) => [label, ...rows.map((row) => textOf(row[i] ?? ''))]);
  const longest = (column: number, of: (text: string) => number): number =>
    Math.max(...(texts[column] ?? []).map(of));
  // On one line where there is room; wide ones share what is left.
  const wished = columns.map(({ wide }, i) =>
    wide ? Math.min(20, Math.max(10, longest(i, lengthOf))) : longest(i, lengthOf) + SIDES,
  );
  const least = columns.map(({ wide, whole }, i) =>
    wide ? 8 : whole ? (wished[i] ?? 0) : longest(i, longestWord) + SIDES,
  );
  const share = Math.min(1, Math.max(0, (ROW - sum(least)) / (sum(wished) - sum(least) || 1)));
  return {
    kind: 'table',
    dense: true,
    columns: columns.map(({ label, align }, i) => {
      const [low = 0, high = 0] = [least[i], wished[i]];
      return { heading: label, width: low + (high - low) * share, ...(align ? { align } : {}) };
    }),
    rows: rows.map((row) => row.map(textOf)),
  };
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

/** In Chinese characters; a digit takes half of one, a capital more. */
const lengthOf = (text: string): number =>
  [...text].reduce(
    (total, sign) => total + (/[\u2e80-\uffff]/.test(sign) ? 1 : /[A-Z%]/.test(sign) ? 0.75 : 0.52),
    0,
  );

/**
 * What a line needs so that nothing is divided that should not be: three characters together, and figures with what
 * they count. Figures that do not begin the text need a line of twice their length, else they are cut to fill it.
 */
const longestWord = (text: string): number =>
  Math.max(
    Math.min(3, lengthOf(text)),
    ...(text.match(/[\x21-\x7e]+[年月日号]?/g) ?? []).map((word, i) => lengthOf(word) * (i === 0 ? 1 : 2)),
  );
