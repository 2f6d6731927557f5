import type { Act, ActOf, ActOfTime } from '../acts/acts.js';
import { strictestIn } from '../acts/conclusions.js';
import { cite } from '../law/citation.js';
import { daysCounted, workdaysCounted } from '../time/counting.js';
import { type LocalDate, daysBetween, minDate } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { reconsiderationPeriods } from './appeal-periods.js';
import { windowsAfterReply, windowsOverSilence } from './applicant-windows.js';
import { type ClockPolicy, consultationsOf, consulteePeriod, defaultPolicy } from './consultations.js';
import { limitOn } from './limits.js';
import { type Ended, periodUntil, statutoryPeriod } from './making.js';
import { type Period, type ReadPeriod, replyPeriodIn } from './period.js';
import { replyPeriods } from './reply-period.js';
import { suitPeriods } from './suit-periods.js';

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
    ...windowsOverSilence(calendar, inOrder, replies),
    ...appealPeriods(calendar, inOrder),
  ];
}

const overtaking = ['application.withdrawn', 'redo.ordered'] as const;

function endedBy(end: Act | undefined, lapsed: ActOfTime): Ended | undefined {
  if (!end) return undefined;
  if (end.type === lapsed) return { on: end.on, how: 'lapsed' };
  return (overtaking as readonly Act['type'][]).includes(end.type)
    ? { on: end.on, how: 'spared' }
    : { on: end.on };
}

/** The day on which the applicant received a fee notice, if it is on record: in the notice itself or noted afterwards. */
const feeDeliveredOn = (noticed: ActOf<'fee.noticed'>, after: Act | undefined): LocalDate | undefined =>
  noticed.deliveredOn ?? (after?.type === 'fee.delivered' ? after.on : undefined);

/** The periods of handling other than the reply: notice of correction, correction, reasons, payment, opinions. */
function handlingPeriods(calendar: WorkCalendar, acts: readonly Act[]): Period[] {
  const periods: Period[] = [];
  const next = (from: number, ...types: Act['type'][]): Act | undefined =>
    acts.slice(from + 1).find((act) => types.includes(act.type));
  acts.forEach((act, i) => {
    if (act.type === 'application.received' && limitOn('correction.notice', act.on)) {
      const noticed = next(i, 'correction.required');
      const spared = next(i, 'reply.issued', 'transfer.noticed', 'application.withdrawn');
      periods.push(
        statutoryPeriod(calendar, {
          id: 'correction.notice',
          limit: 'correction.notice',
          of: 'window',
          startedOn: act.on,
          because: '自收到申请之日起',
          ended: noticed ? { on: noticed.on } : spared && { on: spared.on, how: 'spared' },
        }),
      );
    }
    if (act.type === 'correction.required' || act.type === 'reasons.asked') {
      // Withdrawn, or overtaken by an order to reply: what the applicant was asked for is no longer awaited.
      const [what, given, lapsed, article] =
        act.type === 'correction.required'
          ? (['补正期限', 'correction.received', 'correction.lapsed', cite('disclosure', 30)] as const)
          : (['说明理由的期限', 'reasons.given', 'reasons.lapsed', cite('disclosure', 35)] as const);
      const end = next(i, given, lapsed, ...overtaking);
      periods.push(
        periodUntil(calendar, {
          id: `${act.type}:${i}`,
          limit: 'correction.notice',
          of: 'applicant',
          startedOn: act.on,
          because: '告知书所定',
          until: act.until,
          name: what,
          article,
          lapse: lapsed,
          ended: endedBy(end, lapsed),
        }),
      );
    }
    const deliveredOn =
      act.type === 'fee.noticed' ? feeDeliveredOn(act, next(i, 'fee.delivered', 'fee.noticed')) : undefined;
    const startedOn = deliveredOn ?? act.on;
    if (act.type === 'fee.noticed' && limitOn('fee.payment', startedOn)) {
      const end = next(i, 'fee.paid', 'fee.lapsed', ...overtaking);
      periods.push(
        statutoryPeriod(calendar, {
          id: `fee:${i}`,
          limit: 'fee.payment',
          of: 'applicant',
          startedOn,
          because: '自收到收费通知次日起',
          pendingOn: deliveredOn ? undefined : '申请人收到收费通知的日期尚未登记，暂按通知之日起算',
          // 视为放弃 needs proof that the notice was received (国办函〔2020〕109号第六条).
          lapse: deliveredOn ? 'fee.lapsed' : undefined,
          ended: endedBy(end, 'fee.lapsed'),
        }),
      );
    }
  });
  const opinions = consultationsOf(calendar, acts).map((consultation) =>
    consulteePeriod(calendar, consultation),
  );
  return [...periods, ...opinions.filter((period) => period !== undefined)];
}

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
