import type ChineseDays from 'chinese-days';
import fc from 'fast-check';
import type { DayInterval } from '../../../src/domain/time/counting.js';
import { addDays, daysBetween, localDate, type LocalDate } from '../../../src/domain/time/local-date.js';
import { officialNotices } from '../../../src/domain/time/notices.js';
import { WorkCalendar } from '../../../src/domain/time/work-calendar.js';

/** The calendar by all official notices. */
export const calendar = WorkCalendar.from(officialNotices);

/**
 * The package chinese-days passes days through local Dates, in its tables already as it is loaded: it is loaded and
 * asked in a zone in which none is lost.
 */
export async function askChineseDays<T>(ask: (chineseDays: typeof ChineseDays) => T): Promise<T> {
  const outer = process.env.TZ;
  process.env.TZ = 'UTC';
  try {
    return ask((await import('chinese-days')).default);
  } finally {
    process.env.TZ = outer;
  }
}

/** Every day of [from, through]. */
export function eachDay(from: string, through: string): LocalDate[] {
  const days: LocalDate[] = [];
  for (let on = localDate(from); on <= through; on = addDays(on, 1)) days.push(on);
  return days;
}

/** Any day from 2010 until late enough before the end that a period still fits. */
export const someDay = fc.integer({ min: 0, max: 10_500 }).map((n) => addDays(localDate('2010-01-01'), n));

/** Up to six intervals near `start`: overlapping, touching, empty and reversed ones among them. */
export function intervalsNear(start: LocalDate): fc.Arbitrary<DayInterval[]> {
  const back = Math.min(30, daysBetween(localDate('2010-01-01'), start));
  const interval = fc
    .tuple(fc.integer({ min: -back, max: 60 }), fc.integer({ min: -3, max: 40 }))
    .map(([from, length]) => ({
      after: addDays(start, from),
      through: addDays(start, Math.max(from + length, -back)),
    }));
  return fc.array(interval, { maxLength: 6 });
}
