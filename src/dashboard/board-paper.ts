import { target } from '../domain/statistics/rates.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { TableBlock } from '../infrastructure/printing/blocks.js';
import type { DrawingBlock, ReportBlock, ReportDocument } from '../infrastructure/printing/report-blocks.js';
import { chineseDate } from '../web/words.js';
import type { Dial } from './board.js';
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
  for (const { months, years } of page.dials) blocks.push(...section(months), ...section(years));
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

const WIDTH = 200;
const HEIGHT = 96;
const RADIUS = 80;

/** The half circle of the screen: green up to the target, red beyond, a pointer. */
function dialDrawing({ rate: { percent } }: Dial, alt: string): DrawingBlock {
  const max = Math.max(2 * target.percent, 2 * Math.ceil(((percent ?? 0) * 1.25) / 2));
  const at = (value: number, radius: number): string => {
    const angle = Math.PI * (1 - Math.min(value, max) / max);
    const x = WIDTH / 2 + radius * Math.cos(angle);
    const y = HEIGHT - 8 - radius * Math.sin(angle);
    return `${x.toFixed(2)} ${y.toFixed(2)}`;
  };
  const arc = (from: number, to: number): string =>
    `M ${at(from, RADIUS)} A ${RADIUS} ${RADIUS} 0 0 1 ${at(to, RADIUS)}`;
  return {
    kind: 'drawing',
    width: WIDTH,
    height: HEIGHT,
    alt,
    shapes: [
      { path: arc(0, target.percent), stroke: '#1b6134', lineWidth: 10 },
      { path: arc(target.percent, max), stroke: '#b0201b', lineWidth: 10 },
      ...(percent === null
        ? []
        : [{ path: `M ${at(0, 0)} L ${at(percent, RADIUS - 18)}`, stroke: '#17212e', lineWidth: 2 }]),
    ],
    words: [
      { text: '0 %', x: WIDTH / 2 - RADIUS + 18, y: HEIGHT - 8, size: 8, anchor: 'middle' },
      { text: `${max} %`, x: WIDTH / 2 + RADIUS - 20, y: HEIGHT - 8, size: 8, anchor: 'middle' },
    ],
  };
}
