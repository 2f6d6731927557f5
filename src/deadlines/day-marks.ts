import { type AccountedDay, accountOfPeriod } from '../domain/clock/account.js';
import type { ReadPeriod } from '../domain/clock/period.js';
import { type LocalDate, addDays, addMonths, localDate, weekday } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import type { CalendarMark } from '../infrastructure/printing/report-blocks.js';
import { chineseDate } from '../web/words.js';

/** One day of a ledger: how it looks, the word in its cell, and the whole sentence. */
export interface DayMark {
  readonly on: LocalDate;
  readonly look: CalendarMark | 'rolled';
  /** At most three characters. */
  readonly word: string;
  readonly says: string;
}

/** What each look is called; the key of the grids. */
export const lookNames: Readonly<Record<DayMark['look'], { word: string; says: string }>> = {
  start: { word: '起', says: '起算的那一天，不计入' },
  counted: { word: '1', says: '计入，数字是第几天' },
  rest: { word: '休', says: '休息日、节假日，不计入' },
  makeUp: { word: '班', says: '调休上班，计入' },
  excluded: { word: '除', says: '征求意见期间，不计入' },
  extended: { word: '延', says: '延长的期限' },
  rolled: { word: '顺', says: '最后一天是休息日，顺延' },
  due: { word: '届', says: '期限届满的那一天' },
};

/** 期限账本 of a period, day by day. */
export function dayMarks(period: ReadPeriod, calendar: WorkCalendar): DayMark[] {
  const unit = period.unit === 'workdays' ? '个工作日' : '日';
  return accountOfPeriod(period, calendar).map((day) => {
    const look = lookOf(day, period.dueOn);
    const told = [dayWords(day, unit), nameOf(day)].filter(Boolean).join('，');
    const due = day.on === period.dueOn ? '，期限届满' : '';
    return { on: day.on, look, word: wordOf(day, look), says: `${chineseDate(day.on)}，${told}${due}` };
  });
}

function lookOf(day: AccountedDay, dueOn: LocalDate): DayMark['look'] {
  if (day.on === dueOn) return 'due';
  if (day.mark !== 'counted') return day.mark;
  if (day.extended) return 'extended';
  return day.day === 'makeUpWorkday' ? 'makeUp' : 'counted';
}

function wordOf({ mark, n, day, on }: AccountedDay, look: DayMark['look']): string {
  if (n !== undefined) return String(n);
  if (look === 'due' && mark !== 'rolled') return lookNames.due.word;
  if (mark === 'rolled') return day === 'weekend' || day === 'holiday' ? '休' : '顺';
  return on && lookNames[mark].word;
}

function dayWords({ mark, n, extended, excluded, day }: AccountedDay, unit: string): string {
  switch (mark) {
    case 'start':
      return '起算的那一天，不计入';
    case 'rest':
      return '休息日，不计入';
    case 'excluded':
      return `不计入：${excluded?.why ?? '征求意见'}${excluded?.projected ? '（对方尚未答复，暂按用满期限）' : ''}`;
    case 'rolled':
      return '期限最后一天是休息日，顺延';
    case 'counted':
      return `第 ${n ?? 0} ${unit}${extended ? '，延长的期限' : ''}${day === 'makeUpWorkday' ? '，调休上班' : ''}`;
  }
}

function nameOf({ name, source, provisional }: AccountedDay): string {
  const notice = name ? `${name}${source ? `（${source}）` : ''}` : '';
  return [notice, provisional ? '暂定：当年放假安排尚未公布' : ''].filter(Boolean).join('，');
}

/** A month as weeks from Monday; places outside the month are empty. */
export interface MonthGrid {
  readonly title: string;
  readonly weeks: readonly (readonly (GridDay | undefined)[])[];
}

export interface GridDay {
  readonly day: number;
  readonly today: boolean;
  readonly mark?: DayMark;
}

/** First days of the months that the marks touch. */
export function monthsOf(marks: readonly DayMark[]): LocalDate[] {
  const first = marks.at(0);
  const last = marks.at(-1);
  const months: LocalDate[] = [];
  if (!first || !last) return months;
  for (let month = firstOf(first.on); month <= last.on; month = addMonths(month, 1)) months.push(month);
  return months;
}

export function monthGrids(marks: readonly DayMark[], today: LocalDate): MonthGrid[] {
  const byDay = new Map(marks.map((mark) => [mark.on, mark]));
  return monthsOf(marks).map((month) => {
    const days: (GridDay | undefined)[] = Array.from({ length: weekday(month) - 1 }, () => undefined);
    for (let on = month; on < addMonths(month, 1); on = addDays(on, 1)) {
      const mark = byDay.get(on);
      days.push({ day: Number(on.slice(8)), today: on === today, ...(mark ? { mark } : {}) });
    }
    while (days.length % 7 > 0) days.push(undefined);
    const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
    return { title: `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`, weeks };
  });
}

const firstOf = (on: LocalDate): LocalDate => localDate(`${on.slice(0, 7)}-01`);

/** Days that a notice or the statute has set apart, runs of one festival together. */
export function specialDays(period: ReadPeriod, calendar: WorkCalendar): string[] {
  const runs: { from: LocalDate; to: LocalDate; name: string; source: string; works: boolean }[] = [];
  for (const { on, name, source, day } of accountOfPeriod(period, calendar)) {
    if (!name) continue;
    const works = day === 'workday' || day === 'makeUpWorkday';
    const last = runs.at(-1);
    if (last && last.name === name && last.works === works && addDays(last.to, 1) === on) last.to = on;
    else runs.push({ from: on, to: on, name, source: source ?? '', works });
  }
  return runs.map(({ from, to, name, source, works }) => {
    const span = from === to ? chineseDate(from) : `${chineseDate(from)}至${chineseDate(to)}`;
    return `${span}，${name}，${works ? '上班' : '放假'}${source ? `（${source}）` : ''}`;
  });
}
