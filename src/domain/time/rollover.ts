import { type DayInterval, unionOf } from './counting.js';
import { addDays, addMonths, daysBetween, type LocalDate, maxDate } from './local-date.js';
import type { WorkCalendar } from './work-calendar.js';

/**
 * The end of a calendar-day period: a rest day gives way to the next working day.
 * A make-up Saturday is a working day and stays (《民事诉讼法》第八十五条, 法释〔2018〕1号第四十八条).
 */
export function rollForward(calendar: WorkCalendar, d: LocalDate): LocalDate {
  if (calendar.isWorkday(d)) return d;
  return calendar.nthWorkday(calendar.workdayIndex(d) + 1);
}

/** The last day of a run of calendar days that ends on `nominal` when days inside `excluded` do not count. */
export function calendarEnd(
  start: LocalDate,
  nominal: LocalDate,
  excluded: readonly DayInterval[] = [],
): LocalDate {
  const since = excluded.map(({ after, through }) => ({ after: maxDate(after, start), through }));
  return unionOf(since).reduce(
    (end, { after, through }) => (after < end ? addDays(end, daysBetween(after, through)) : end),
    nominal,
  );
}

/** The end of a period of `days` calendar days (日); the day of `start` is not counted. */
export function daysAfter(
  calendar: WorkCalendar,
  start: LocalDate,
  days: number,
  excluded: readonly DayInterval[] = [],
): LocalDate {
  return rollForward(calendar, calendarEnd(start, addDays(start, days), excluded));
}

/** The end of a period of `months`: the same day of the month, else its last day, then rolled. */
export function monthsAfter(
  calendar: WorkCalendar,
  start: LocalDate,
  months: number,
  excluded: readonly DayInterval[] = [],
): LocalDate {
  return rollForward(calendar, calendarEnd(start, addMonths(start, months), excluded));
}
