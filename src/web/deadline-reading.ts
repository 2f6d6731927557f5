import type { ReadPeriod } from '../domain/clock/period.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import type { DeadlineReading } from './words.js';

/** A period as the deadline badge shows it; what is counted in months has its days left in days. */
export const deadlineOf = ({ dueOn, remaining, unit, provisional }: ReadPeriod): DeadlineReading => ({
  dueOn,
  remaining,
  unit: unit === 'workdays' ? 'workdays' : 'days',
  provisional,
});

/** How far off a day is that no case owes, in working days. */
export function workdaysUntil(calendar: WorkCalendar, dueOn: LocalDate, on: LocalDate): DeadlineReading {
  const remaining = calendar.workdaysLeft(on, dueOn);
  return { dueOn, remaining, unit: 'workdays', provisional: calendar.isProvisional(dueOn) };
}
