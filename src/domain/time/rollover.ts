import { addDays, addMonths, type LocalDate } from './local-date.js';
import type { WorkCalendar } from './work-calendar.js';

/**
 * The end of a calendar-day period: a rest day gives way to the next working day.
 * A make-up Saturday is a working day and stays (《民事诉讼法》第八十五条, 法释〔2018〕1号第四十八条).
 */
export function rollForward(calendar: WorkCalendar, d: LocalDate): LocalDate {
  if (calendar.isWorkday(d)) return d;
  return calendar.nthWorkday(calendar.workdayIndex(d) + 1);
}

/** The end of a period of `days` calendar days (日); the day of `start` is not counted. */
export function daysAfter(calendar: WorkCalendar, start: LocalDate, days: number): LocalDate {
  return rollForward(calendar, addDays(start, days));
}

/** The end of a period of `months`: the same day of the month, else its last day, then rolled. */
export function monthsAfter(calendar: WorkCalendar, start: LocalDate, months: number): LocalDate {
  return rollForward(calendar, addMonths(start, months));
}
