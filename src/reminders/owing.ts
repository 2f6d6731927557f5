import { type Period, isOpinionPeriod, isProceedingDuty } from '../domain/clock/period.js';
import type { Role } from '../domain/office/role.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import { OVERDUE, type ReminderRecord } from '../records/reminder/reminder.js';
import { type ReminderRule, rulesFor, STALE_WORKDAYS } from './reminder-rules.js';

/** A person who may be reminded. */
export interface Recipient {
  readonly accountId: string;
  readonly roles: readonly Role[];
}

/** A reminder that is owed on a day. */
export type Owed = Pick<
  ReminderRecord,
  'accountId' | 'period' | 'periodName' | 'dueOn' | 'provisional' | 'distance' | 'loud'
>;

/** The duties of an office that run: neither ended, nor paused while it is the applicant's turn. */
export const runningDuties = (periods: readonly Period[]): Period[] =>
  periods.filter(({ of, ended, paused }) => of === 'duty' && !ended && !paused);

/** What reminders are written of: the office's own duties, and opinions that others still owe it. */
export const remindedPeriods = (periods: readonly Period[]): Period[] => [
  ...runningDuties(periods),
  ...periods.filter((period) => isOpinionPeriod(period) && !period.ended),
];

/** Told so that one sees at once whose turn it is. */
const nameTold = (period: Period): string =>
  isOpinionPeriod(period) ? `催办：${period.name}（${period.because}）` : period.name;

/**
 * The reminders owed on a day: for each duty and person the latest distance that has been reached, and no other,
 * so that days on which nobody swept are not made up for one by one. People of no rule get none.
 */
export function owedOn(
  duties: readonly Period[],
  recipients: readonly Recipient[],
  calendar: WorkCalendar,
  on: LocalDate,
): Owed[] {
  return duties.flatMap((duty) => {
    const { id, dueOn, provisional } = duty;
    const left = calendar.workdaysLeft(on, dueOn);
    if (left < -STALE_WORKDAYS) return [];
    return recipients.flatMap(({ accountId, roles }): Owed[] => {
      const rules = rulesFor(duty).filter(({ role }) => roles.includes(role));
      const distance = distanceReached(rules, left);
      if (distance === undefined) return [];
      return [
        {
          accountId,
          period: id,
          periodName: nameTold(duty),
          dueOn,
          provisional,
          distance,
          loud: isProceedingDuty(duty),
        },
      ];
    });
  });
}

const distances = ({ workdays, overdue }: ReminderRule): number[] =>
  overdue ? [...workdays, OVERDUE] : [...workdays];

/** The latest distance that rules have reached, so many working days before the day. */
export function distanceReached(rules: readonly ReminderRule[], left: number): number | undefined {
  const known = rules.flatMap(distances);
  if (left < 0) return known.includes(OVERDUE) ? OVERDUE : undefined;
  const reached = known.filter((distance) => distance >= left);
  return reached.length > 0 ? Math.min(...reached) : undefined;
}
