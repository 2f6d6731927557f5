import { addDays, chinese, daysBetween, maxDate, minDate, type LocalDate } from './local-date.js';
import type { DayKind, WorkCalendar } from './work-calendar.js';

/** The days after `after`, up to and including `through`. Empty when `through` is not later. */
export interface DayInterval {
  readonly after: LocalDate;
  readonly through: LocalDate;
}

/** The same days as sorted intervals that neither overlap nor touch; empty ones are gone. */
export function unionOf(intervals: readonly DayInterval[]): DayInterval[] {
  const sorted = intervals
    .filter(({ after, through }) => after < through)
    .sort((a, b) => (a.after < b.after ? -1 : a.after > b.after ? 1 : 0));
  const union: DayInterval[] = [];
  for (const { after, through } of sorted) {
    const last = union.at(-1);
    if (last && after <= last.through)
      union.splice(-1, 1, { after: last.after, through: maxDate(last.through, through) });
    else union.push({ after, through });
  }
  return union;
}

/**
 * The `n`-th working day (工作日) after `start`; `start` itself is not counted.
 * Working days inside `excluded` do not count, each once however many intervals hold it.
 * Takes O(k log k) for k intervals, whatever `n` is.
 * Throws RangeError unless `n` is a whole number from 1, or when the day leaves the calendar.
 */
export function workdaysAfter(
  calendar: WorkCalendar,
  start: LocalDate,
  n: number,
  excluded: readonly DayInterval[] = [],
): LocalDate {
  if (!Number.isInteger(n) || n < 1) {
    throw new RangeError(`工作日期限应为不小于1的整数，现为 ${n}。`);
  }
  let target = calendar.workdayIndex(start) + n;
  for (const { after, through } of unionOf(sinceStart(start, excluded))) {
    const before = calendar.workdayIndex(after);
    if (before >= target) break;
    target += calendar.workdayIndex(through) - before;
  }
  return calendar.nthWorkday(target);
}

/** Number of working days in (start, through] outside `excluded`; 0 when `through` is not later. */
export function workdaysCounted(
  calendar: WorkCalendar,
  start: LocalDate,
  through: LocalDate,
  excluded: readonly DayInterval[] = [],
): number {
  return unionOf(within(start, through, excluded)).reduce(
    (left, interval) => left - calendar.workdaysIn(interval.after, interval.through),
    calendar.workdaysIn(start, through),
  );
}

/** Number of calendar days in (start, through] outside `excluded`. */
export function daysCounted(
  start: LocalDate,
  through: LocalDate,
  excluded: readonly DayInterval[] = [],
): number {
  return unionOf(within(start, through, excluded)).reduce(
    (left, interval) => left - daysBetween(interval.after, interval.through),
    daysBetween(start, through),
  );
}

/** One day of a working-day period, with the reason why it counts or does not. */
export interface CountedDay {
  readonly on: LocalDate;
  /** 起算日 (not counted), 计入, 休息日, or 扣除 (a working day inside an excluded interval). */
  readonly mark: 'start' | 'counted' | 'rest' | 'excluded';
  readonly day: DayKind;
  /** Which working day of the period it is, from 1. Only when counted. */
  readonly n?: number;
  /** The festival, when a notice or statute sets the day apart. */
  readonly name?: string;
  /** The notice or statute that does so. */
  readonly source?: string;
  /** 暂定: the notice of that year has not come. */
  readonly provisional: boolean;
  /** Place in `excluded` of the first interval that holds the day. Only when excluded. */
  readonly excludedBy?: number;
}

/** Every day from `start` through `through`, with its part in the count. */
export function accountOf(
  calendar: WorkCalendar,
  start: LocalDate,
  through: LocalDate,
  excluded: readonly DayInterval[] = [],
): CountedDay[] {
  if (through < start) {
    throw new RangeError(`截止日${chinese(through)}早于起算日${chinese(start)}，请核对。`);
  }
  const account: CountedDay[] = [];
  let n = 0;
  for (let on = start; on <= through; on = addDays(on, 1)) {
    const { kind: day, ...ruling } = calendar.describe(on);
    const seen = { on, day, ...ruling };
    const excludedBy = excluded.findIndex(({ after, through: last }) => after < on && on <= last);
    if (on === start) account.push({ ...seen, mark: 'start' });
    else if (!calendar.isWorkday(on)) account.push({ ...seen, mark: 'rest' });
    else if (excludedBy >= 0) account.push({ ...seen, mark: 'excluded', excludedBy });
    else account.push({ ...seen, mark: 'counted', n: ++n });
  }
  return account;
}

/** Cuts off what lies on or before `start`; what is left empty is harmless. */
function sinceStart(start: LocalDate, excluded: readonly DayInterval[]): DayInterval[] {
  return excluded.map(({ after, through }) => ({ after: maxDate(after, start), through }));
}

/** The parts of the intervals that lie in (start, through]. */
const within = (start: LocalDate, through: LocalDate, excluded: readonly DayInterval[]): DayInterval[] =>
  sinceStart(start, excluded).map(({ after, through: last }) => ({ after, through: minDate(last, through) }));
