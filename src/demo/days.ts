import { type LocalDate, addDays } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';

/** Days counted from today, so that the demonstration is always fresh. */
export interface Days {
  readonly today: LocalDate;
  /** The working day that lies so many working days back; 0 is today, or the last working day before it. */
  readonly back: (workdays: number) => LocalDate;
  /** The working day that comes so many working days after today. */
  readonly ahead: (workdays: number) => LocalDate;
  /** So many calendar days after a day. */
  readonly after: (on: LocalDate, days: number) => LocalDate;
}

export function daysFrom(today: LocalDate, calendar: WorkCalendar): Days {
  const index = calendar.workdayIndex(today);
  return {
    today,
    back: (workdays) => calendar.nthWorkday(index - workdays),
    ahead: (workdays) => calendar.nthWorkday(index + workdays),
    after: addDays,
  };
}
