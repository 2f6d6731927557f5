import { type Period, isOpinionPeriod, isProceedingDuty } from '../domain/clock/period.js';
import type { Role } from '../domain/office/role.js';

/** Who is reminded of a duty, and how many working days before its day. The house's own rule, not the law's. */
export interface ReminderRule {
  readonly role: Role;
  /** Working days before the day; 0 is the day itself. */
  readonly workdays: readonly number[];
  /** Once more when the day has passed. */
  readonly overdue: boolean;
}

/** Of the reply owed to the applicant: handler, then head, then leadership. */
const replyRules: readonly ReminderRule[] = [
  { role: 'handler', workdays: [5, 3, 1, 0], overdue: false },
  { role: 'head', workdays: [3, 1, 0], overdue: true },
  { role: 'leader', workdays: [], overdue: true },
];

/** Of answers owed to a reconsideration organ or a court: earlier, and shown before all others. */
const appealRules: readonly ReminderRule[] = [
  { role: 'legal', workdays: [7, 5, 3, 2, 1, 0], overdue: true },
  { role: 'head', workdays: [3, 1, 0], overdue: true },
  { role: 'leader', workdays: [], overdue: true },
];

/** Of opinions that were asked for and have not come: the handler chases them (催办), until the answer or its last day. */
const opinionRules: readonly ReminderRule[] = [{ role: 'handler', workdays: [5, 2, 0], overdue: false }];

/** Of reports that an office owes: those who write and sign them, and leadership once they are late. */
export const reportRules: Readonly<Record<'annualReport' | 'selfCheck', readonly ReminderRule[]>> = {
  annualReport: [
    { role: 'clerk', workdays: [15, 5, 1, 0], overdue: true },
    { role: 'head', workdays: [15, 5, 1, 0], overdue: true },
    { role: 'leader', workdays: [5], overdue: true },
  ],
  selfCheck: [
    { role: 'head', workdays: [5, 1, 0], overdue: true },
    { role: 'legal', workdays: [5, 1, 0], overdue: true },
  ],
};

/** The earliest reminder of a report comes so many working days before its day. */
export const REPORT_WORKDAYS = Math.max(
  ...Object.values(reportRules).flatMap((rules) => rules.flatMap(({ workdays }) => workdays)),
);

/** The rules for a period: a duty of the office, or an opinion that somebody owes it. */
export function rulesFor(period: Period): readonly ReminderRule[] {
  if (isOpinionPeriod(period)) return opinionRules;
  return isProceedingDuty(period) ? appealRules : replyRules;
}

/** The earliest reminder comes so many working days before the day. */
export const FARTHEST_WORKDAYS = Math.max(
  ...[...replyRules, ...opinionRules, ...appealRules].flatMap(({ workdays }) => workdays),
);

/** A day that passed longer ago than this is not reminded of any more: the lists show it in red. */
export const STALE_WORKDAYS = 20;

/** No mail outside [from, until), nor on rest days: it waits for the next working morning. */
export const mailHours = { from: 8, until: 20 } as const;
