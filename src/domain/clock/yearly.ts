import { type Citation, cite } from '../law/citation.js';
import { type LocalDate, addDays, addMonths, dateOf, yearOf } from '../time/local-date.js';

/** A day of each year by which the law wants something done. It is a day of the calendar: no period that could roll. */
export interface YearlyDay {
  readonly name: string;
  readonly month: number;
  readonly day: number;
  readonly article: Citation;
}

/** Days of the year after the one that is reported, under their articles. */
export const yearlyDays = {
  ownReport: {
    name: '提交并公布本机关年度报告',
    month: 1,
    day: 31,
    article: cite('disclosure', 49, 1),
  },
  governmentReport: {
    name: '公布本级政府年度报告',
    month: 3,
    day: 31,
    article: cite('disclosure', 49, 2),
  },
} as const satisfies Record<string, YearlyDay>;
export type YearlyDayId = keyof typeof yearlyDays;

/** The day on which it is due for the year that is reported. */
export function dueForYear(id: YearlyDayId, reported: number): LocalDate {
  const { month, day } = yearlyDays[id];
  return dateOf(reported + 1, month, day);
}

/** The year whose report is in hand: the past one until the last of its reports is due. */
export function reportInHand(on: LocalDate): number {
  const past = yearOf(on) - 1;
  return on <= dueForYear('governmentReport', past) ? past : past + 1;
}

/** A quarter of a year, 1 to 4. */
export type Quarter = 1 | 2 | 3 | 4;
export const quarters: readonly Quarter[] = [1, 2, 3, 4];

/**
 * The quarter's self-check is reported by the 15th of the month after it (本系统口径: 工作要点 asks for one each quarter
 * and names no day).
 */
export const quarterlyDay = { name: '报送季度自查报告', day: 15, article: cite('house') } as const;

/** 建议日: the house alone names the day; nobody is late by it (docs/decisions/0029). */
export const isSuggested = ({ article }: { readonly article: Citation }): boolean =>
  article.statute === 'house';

/** First and last day of a quarter. */
export function daysOfQuarter(year: number, quarter: Quarter): { from: LocalDate; through: LocalDate } {
  const from = dateOf(year, quarter * 3 - 2, 1);
  return { from, through: addDays(addMonths(from, 3), -1) };
}

/** The quarter that ended last. */
export function endedQuarter(on: LocalDate): { year: number; quarter: Quarter } {
  const year = yearOf(on);
  const quarter = quarters.findLast((one) => daysOfQuarter(year, one).through < on);
  return quarter ? { year, quarter } : { year: year - 1, quarter: 4 };
}

/** The day on which the report of a quarter is due. */
export const dueForQuarter = (year: number, quarter: Quarter): LocalDate =>
  addDays(daysOfQuarter(year, quarter).through, quarterlyDay.day);
