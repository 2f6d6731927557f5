import type { Act } from '../acts/acts.js';
import { strictestIn } from '../acts/conclusions.js';
import { daysCounted, workdaysCounted } from '../time/counting.js';
import { type LocalDate, daysBetween, minDate } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { reconsiderationPeriods } from './appeal-periods.js';
import { windowsAfterReply, windowsOverSilence } from './applicant-windows.js';
import { type ClockPolicy, consultationsOf, consulteePeriod, defaultPolicy } from './consultations.js';
import { handlingPeriods } from './handling-periods.js';
import { type Period, type ReadPeriod, replyPeriodIn } from './period.js';
import { replyPeriods } from './reply-period.js';
import { suitPeriods } from './suit-periods.js';
import { thirdPartyWindows } from './third-party-windows.js';

/** What the clock reads on one day: every period that has run or is running. */
export interface Reading {
  readonly on: LocalDate;
  readonly periods: readonly ReadPeriod[];
  /** The reply period in force or last in force. */
  readonly reply?: ReadPeriod;
  /** The running duty of the office that falls due first. */
  readonly nextDuty?: ReadPeriod;
}

/** Acts by their legal day; those of one day stay in the order in which they were recorded. */
const byDay = (acts: readonly Act[]): Act[] =>
  [...acts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/**
 * Every period that the acts make: independent of the day of reading. Those that open only when another passes unused
 * (`opensAfter`) are among them before that day.
 */
export function periodsOf(
  acts: readonly Act[],
  calendar: WorkCalendar,
  policy: ClockPolicy = defaultPolicy,
): Period[] {
  const inOrder = byDay(acts);
  const replies = replyPeriods(calendar, inOrder, policy);
  return [
    ...replies,
    ...handlingPeriods(calendar, inOrder),
    ...opinionPeriods(calendar, inOrder),
    ...windowsOverSilence(calendar, inOrder, replies),
    ...appealPeriods(calendar, inOrder),
    ...thirdPartyWindows(calendar, inOrder),
  ];
}

const opinionPeriods = (calendar: WorkCalendar, acts: readonly Act[]): Period[] =>
  consultationsOf(calendar, acts).flatMap((consultation) => consulteePeriod(calendar, consultation) ?? []);

function appealPeriods(calendar: WorkCalendar, acts: readonly Act[]): Period[] {
  const outcome = strictestIn(acts);
  return [
    ...(outcome ? windowsAfterReply(calendar, acts, outcome) : []),
    ...acts.flatMap((act) => {
      if (act.type === 'reconsideration.accepted') return reconsiderationPeriods(calendar, acts, act);
      if (act.type === 'suit.served') return suitPeriods(calendar, acts, act);
      return [];
    }),
  ];
}

/** One period as it stands on a day. */
function readPeriod(period: Period, calendar: WorkCalendar, on: LocalDate): ReadPeriod {
  const { startedOn, dueOn, unit, excluded, ended } = period;
  const through = minDate(ended?.on ?? on, dueOn);
  const started = through > startedOn;
  const counted = !started
    ? 0
    : unit === 'workdays'
      ? workdaysCounted(calendar, startedOn, through, excluded)
      : daysCounted(startedOn, through, excluded);
  const remaining =
    on > dueOn
      ? unit === 'workdays'
        ? calendar.workdaysLeft(on, dueOn)
        : -daysBetween(dueOn, on)
      : unit === 'workdays'
        ? workdaysCounted(calendar, on < startedOn ? startedOn : on, dueOn, excluded)
        : daysCounted(on, dueOn, excluded);
  const waiting = period.paused ? 'paused' : on > dueOn ? 'overdue' : on === dueOn ? 'dueToday' : 'running';
  const state = ended?.how ?? waiting;
  return { ...period, counted, remaining, state };
}

/**
 * Reads the clock: acts (as they stand, corrections applied) and a calendar in, every period with its reasons out.
 * The same acts read on the same day give the same reading for ever. Throws RangeError outside the calendar.
 */
export function readClock(
  acts: readonly Act[],
  calendar: WorkCalendar,
  on: LocalDate,
  policy: ClockPolicy = defaultPolicy,
): Reading {
  const periods = periodsOf(acts, calendar, policy)
    .filter(({ opensAfter }) => opensAfter === undefined || opensAfter < on)
    .map((period) => readPeriod(period, calendar, on));
  const reply = replyPeriodIn(periods);
  const nextDuty = periods
    .filter(({ of, ended, paused }) => of === 'duty' && !ended && !paused)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .at(0);
  return { on, periods, ...(reply ? { reply } : {}), ...(nextDuty ? { nextDuty } : {}) };
}

/** The duty of the office in one proceeding that runs and falls due first: 答复举证, 上诉答辩, 再审意见. */
export const dutyOf = (periods: readonly ReadPeriod[], number: string): ReadPeriod | undefined =>
  periods
    .filter(({ of, matter, ended }) => of === 'duty' && matter === number && !ended)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .at(0);
