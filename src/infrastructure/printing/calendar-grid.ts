import {
  addDays,
  addMonths,
  daysBetween,
  localDate,
  weekday,
  type LocalDate,
} from '../../domain/time/local-date.js';
import { baselineIn } from './lines.js';
import { SIZE } from './measures.js';
import type { CalendarDay, CalendarGridBlock, CalendarMark } from './report-blocks.js';
import type { Ink, Strip, Tag } from './strips.js';
import type { Typesetter } from './typeset.js';

/** How a mark looks and what it is called. Each is told by a word as well as by its shade. */
const MARKS: Record<CalendarMark, { label: string; name: string; fill?: string; border?: string }> = {
  start: { label: '起', name: '起点（当日不计）', border: '#1f4e8c' },
  counted: { label: '计', name: '计入期限', fill: '#dce8f6' },
  rest: { label: '休', name: '休息日', fill: '#ececec' },
  makeUp: { label: '班', name: '调休上班', fill: '#e3f1e1' },
  excluded: { label: '除', name: '扣除', fill: '#fbedc8' },
  extended: { label: '延', name: '延长期间', fill: '#e9e0f3' },
  due: { label: '届', name: '期限届满', fill: '#dce8f6', border: '#d7000f' },
};

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const MONTHS_ABREAST = 3;
const BETWEEN_MONTHS = 14;
const TITLE_HEIGHT = 20;
const WEEKDAY_HEIGHT = 14;
const CELL_HEIGHT = 26;
const KEY_HEIGHT = 18;
const GREY = '#9a9a9a';

/** Months as grids, three abreast, and the key to the marks that occur. */
export function setCalendar(block: CalendarGridBlock, width: number, setter: Typesetter): Strip[] {
  const days = new Map(block.days.map((day) => [day.on, day]));
  const monthWidth = (width - (MONTHS_ABREAST - 1) * BETWEEN_MONTHS) / MONTHS_ABREAST;
  const strips: Strip[] = [];
  for (let i = 0; i < block.months.length; i += MONTHS_ABREAST) {
    const abreast = block.months.slice(i, i + MONTHS_ABREAST);
    const ink = abreast.flatMap((month, k) =>
      setMonth(firstOf(month), days, k * (monthWidth + BETWEEN_MONTHS), monthWidth, setter),
    );
    const weeks = Math.max(...abreast.map((month) => weeksOf(firstOf(month))));
    const last = i + MONTHS_ABREAST >= block.months.length;
    strips.push({ height: TITLE_HEIGHT + WEEKDAY_HEIGHT + weeks * CELL_HEIGHT + 8, ink, keepWithNext: last });
  }
  return [...strips, ...setKey(block.days, width, setter)];
}

function setMonth(
  first: LocalDate,
  days: ReadonlyMap<LocalDate, CalendarDay>,
  left: number,
  width: number,
  setter: Typesetter,
): Ink[] {
  const cell = width / 7;
  const table: Tag = { type: 'Table' };
  const words = (text: string, size: number, x: number, baseline: number, tag: Tag, color?: string): Ink => {
    const line = setter.line(text, { role: 'body', size });
    return { kind: 'text', line, x: x - line.width / 2, baseline, tag, ...(color && { color }) };
  };
  const title = `${Number(first.slice(0, 4))}年${Number(first.slice(5, 7))}月`;
  const caption: Tag = { type: 'Caption', parent: table };
  const headRow: Tag = { type: 'TR', parent: table };
  const ink: Ink[] = [
    words(title, SIZE.five, left + width / 2, baselineIn(TITLE_HEIGHT, SIZE.five), caption),
  ];
  WEEKDAYS.forEach((name, i) => {
    const baseline = TITLE_HEIGHT + baselineIn(WEEKDAY_HEIGHT, 8);
    ink.push(words(name, 8, left + (i + 0.5) * cell, baseline, { type: 'TH', parent: headRow }));
  });
  const rows = Array.from({ length: weeksOf(first) }, (): Tag => ({ type: 'TR', parent: table }));
  for (let on = first; on < addMonths(first, 1); on = addDays(on, 1)) {
    const place = daysBetween(first, on) + weekday(first) - 1;
    const row = Math.floor(place / 7);
    const box = { x: left + (place % 7) * cell, y: TITLE_HEIGHT + WEEKDAY_HEIGHT + row * CELL_HEIGHT };
    const day = days.get(on);
    const mark = day && MARKS[day.mark];
    ink.push({
      kind: 'frame',
      ...box,
      width: cell,
      height: CELL_HEIGHT,
      border: 0.4,
      color: GREY,
      ...(mark?.fill && { fill: mark.fill }),
    });
    if (mark?.border) ink.push(strongFrame(box.x, box.y, cell, CELL_HEIGHT, mark.border));
    const tag: Tag = { type: 'TD', parent: rows[row] ?? table };
    const middle = box.x + cell / 2;
    ink.push(words(String(Number(on.slice(8))), SIZE.small5, middle, box.y + 11, tag));
    if (day && mark) ink.push(words(day.label ?? mark.label, 7.5, middle, box.y + 21.5, tag));
  }
  return ink;
}

/** A border inside a cell, so that its neighbour does not cover it. */
function strongFrame(x: number, y: number, width: number, height: number, color: string): Ink {
  return { kind: 'frame', x: x + 1, y: y + 1, width: width - 2, height: height - 2, border: 1.2, color };
}

function setKey(days: readonly CalendarDay[], width: number, setter: Typesetter): Strip[] {
  const used = (Object.keys(MARKS) as CalendarMark[]).filter((mark) => days.some((day) => day.mark === mark));
  const strips: Strip[] = [];
  let x = Infinity;
  for (const mark of used) {
    const { label, name, fill, border } = MARKS[mark];
    const line = setter.line(`${label} ${name}`, { role: 'body', size: SIZE.small5 });
    if (x + line.width + 16 > width) {
      strips.push({ height: KEY_HEIGHT, ink: [], keepWithNext: mark !== used.at(-1) });
      x = 0;
    }
    const box = { x, y: 4, width: 10, height: 10 };
    strips
      .at(-1)
      ?.ink.push(
        { kind: 'frame', ...box, border: 0.4, color: GREY, ...(fill && { fill }) },
        ...(border ? [strongFrame(box.x, box.y, box.width, box.height, border)] : []),
        { kind: 'text', line, x: x + 14, baseline: baselineIn(KEY_HEIGHT, SIZE.small5), tag: { type: 'P' } },
      );
    x += line.width + 30;
  }
  return strips;
}

function firstOf(month: LocalDate): LocalDate {
  return localDate(`${month.slice(0, 7)}-01`);
}

function weeksOf(first: LocalDate): number {
  return Math.ceil((weekday(first) - 1 + daysBetween(first, addMonths(first, 1))) / 7);
}
