import type { NoticedDay } from '../domain/time/holiday-notice.js';
import { addDays, daysBetween, parseLocalDate } from '../domain/time/local-date.js';
import type { NoticeReading } from './notice-draft.js';

/** One line of the form, as it was typed. */
export interface NoticeRow {
  readonly name: string;
  readonly from: string;
  readonly through: string;
  /** `off` 放假, `work` 上班. */
  readonly what: string;
}

/** Lines that the form offers. */
const ROWS = 16;
const LONGEST_SPAN = 31;

const several = (posted: unknown): string[] =>
  (Array.isArray(posted) ? posted : [posted]).map((one) => (typeof one === 'string' ? one.trim() : ''));

/** The lines of a posted form: its fields come as lists of equal length. */
export function postedRows(body: Readonly<Record<string, unknown>>): NoticeRow[] {
  const [names, froms, throughs, whats] = ['name', 'from', 'through', 'what'].map((field) =>
    several(body[field]),
  );
  return Array.from({ length: ROWS }, (_, i) => ({
    name: names?.[i] ?? '',
    from: froms?.[i] ?? '',
    through: throughs?.[i] ?? '',
    what: whats?.[i] === 'work' ? 'work' : 'off',
  }));
}

/** Reads a notice that was filled in line by line. Empty lines are left out. */
export function readNoticeRows(rows: readonly NoticeRow[], year: number, source: string): NoticeReading {
  const days: NoticedDay[] = [];
  const faults: string[] = [];
  rows.forEach((row, i) => {
    if (row.name === '' && row.from === '' && row.through === '') return;
    const read = readRow(row);
    if ('fault' in read) faults.push(`第${i + 1}行${read.fault}`);
    else days.push(...read.days);
  });
  if (faults.length > 0) return { faults };
  if (days.length === 0) return { faults: ['还没有填写日期。请至少填写一行。'] };
  return { draft: { year, source, days, leftOut: [] } };
}

function readRow({ name, from, through, what }: NoticeRow): { days: NoticedDay[] } | { fault: string } {
  if (name === '') return { fault: '没有填写节日名称。' };
  if (name.length > 20) return { fault: '的节日名称超过20个字。' };
  const first = parseLocalDate(from);
  if (!first) return { fault: '的起始日期不是存在的日期，请按 2027-01-01 的样子填写。' };
  const last = through === '' ? first : parseLocalDate(through);
  if (!last) return { fault: '的结束日期不是存在的日期，请按 2027-01-01 的样子填写。' };
  const length = daysBetween(first, last);
  if (length < 0) return { fault: '的结束日期早于起始日期。' };
  if (length > LONGEST_SPAN) return { fault: `的起止日期相差${length}日，请核对。` };
  const days = Array.from({ length: length + 1 }, (_, i) => ({
    on: addDays(first, i),
    name,
    off: what === 'off',
  }));
  return { days };
}
