import type { NoticedDay } from '../domain/time/holiday-notice.js';
import { type LocalDate, localDate } from '../domain/time/local-date.js';
import type { NoticeReading } from './notice-draft.js';

const MOST_DAYS = 200;
const MEND = '请换用 holiday-cn 格式的年度文件（{"year", "papers", "days"}），或者改用“粘贴通知”。';

/** Reads a year's file in the shape of holiday-cn: `{ year, papers, days: [{ name, date, isOffDay }] }`. */
export function readNoticeFile(text: string, year: number, source: string): NoticeReading {
  const file = parsed(text.replace(/^\uFEFF/, ''));
  if (typeof file !== 'object' || file === null) return { faults: [`这个文件不是 JSON 文件。${MEND}`] };
  const { year: stated, papers, days } = file as Record<string, unknown>;
  if (typeof stated !== 'number' || !Array.isArray(days)) {
    return { faults: [`文件里没有年份（year）或日期表（days）。${MEND}`] };
  }
  if (stated !== year) {
    return { faults: [`这是${stated}年的文件，您选的是${year}年。请核对年份后重新提交。`] };
  }
  if (days.length === 0 || days.length > MOST_DAYS) {
    return { faults: [`文件里有${days.length}个日期，一年的放假安排不会这样。${MEND}`] };
  }
  const read = days.map((day, i) => readDay(day, i + 1));
  const faults = read.flatMap((one) => ('fault' in one ? [one.fault] : []));
  if (faults.length > 0) return { faults };
  const said = Array.isArray(papers) ? papers.filter((paper) => typeof paper === 'string') : [];
  return {
    draft: {
      year,
      source: source || said.join(' ').slice(0, 500),
      days: read.flatMap((one) => ('day' in one ? [one.day] : [])),
      leftOut: [],
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readDay(day: unknown, place: number): { day: NoticedDay } | { fault: string } {
  const { name, date, isOffDay } = (typeof day === 'object' && day !== null ? day : {}) as Record<
    string,
    unknown
  >;
  if (typeof name !== 'string' || name.trim() === '' || name.length > 20) {
    return { fault: `第${place}个日期没有节日名称（name），或名称过长。` };
  }
  const on = typeof date === 'string' ? existing(date) : undefined;
  if (!on) return { fault: `第${place}个日期（${name}）的 date 不是存在的日期，应形如 2027-01-01。` };
  if (typeof isOffDay !== 'boolean') {
    return { fault: `第${place}个日期（${name}）没有写明放假还是上班（isOffDay）。` };
  }
  return { day: { on, name: name.trim(), off: isOffDay } };
}

function existing(date: string): LocalDate | undefined {
  try {
    return localDate(date);
  } catch {
    return undefined;
  }
}
