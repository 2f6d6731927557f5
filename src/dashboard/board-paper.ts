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

function blockOf({ columns, rows }: TableView): TableBlock {
  const width = (column: number): number =>
    Math.max(
      ...[columns[column]?.label ?? '', ...rows.map((row) => textOf(row[column] ?? ''))].map(lengthOf),
    );
  return {
    kind: 'table',
    dense: true,
    columns: columns.map(({ label, align, wide }, i) => ({
      heading: label,
      // Narrow columns keep their text on one line; wide ones share what is left.
      width: wide ? Math.min(20, Math.max(10, width(i))) : width(i) + 1.6,
      ...(align ? { align } : {}),
    })),
    rows: rows.map((row) => row.map(textOf)),
  };
}

/** In Chinese characters; a digit takes half of one. */
const lengthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 1 : 0.6), 0);
