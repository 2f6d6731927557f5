import type { ReadPeriod } from '../domain/clock/period.js';
import type { DeadlineReading } from './words.js';

/** A period as the deadline badge shows it; what is counted in months has its days left in days. */
export const deadlineOf = ({ dueOn, remaining, unit, provisional }: ReadPeriod): DeadlineReading => ({
  dueOn,
  remaining,
  unit: unit === 'workdays' ? 'workdays' : 'days',
  provisional,
});
