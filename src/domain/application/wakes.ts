import type { Act, ActOfTime } from '../acts/acts.js';
import { limits } from '../clock/limits.js';
import type { Period } from '../clock/period.js';
import { redoHoldsOpen } from '../remedy/redo.js';
import { workdaysAfter } from '../time/counting.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { type LocalDate, maxDate } from '../time/local-date.js';
import { type Standing, takes } from './standing.js';

/**
 * An act that the law makes happen by lapse of time. It is dated `on`, the last day of the period, and may be
 * performed once that day is over. `matter` names the consultation or proceeding, empty where there is but one.
 */
export interface Wake {
  readonly act: ActOfTime;
  readonly matter: string;
  readonly on: LocalDate;
}

/** The act that a wake performs. */
export function actOfWake({ act, matter, on }: Wake): Act {
  switch (act) {
    case 'opinion.lapsed':
    case 'suit.tookEffect':
      return { type: act, on, id: matter };
    default:
      return { type: act, on };
  }
}

/** Lapses that go against the applicant: what came on the last day may be typed a day or two later. */
const patient: readonly ActOfTime[] = ['correction.lapsed', 'reasons.lapsed', 'fee.lapsed'];

/**
 * Whether the time has come to record the lapse. Its day stays that of the law; only the recording waits, so that a
 * correction that came in time is not shut out by a clerk's free day (decision record 0011).
 */
export function mayBeRecorded({ act, on }: Wake, calendar: WorkCalendar, today: LocalDate): boolean {
  if (!patient.includes(act)) return on < today;
  const [{ amount }] = limits['lapse.patience'];
  return workdaysAfter(calendar, on, amount) < today;
}

/**
 * Every wake of a case: read off its running periods, and only where the lifecycle would take the act. Nothing closes
 * by itself while nobody has said whether a reply that was quashed is to be given anew (decision record 0040).
 */
export function wakesOf(standing: Standing, acts: readonly Act[], periods: readonly Period[]): Wake[] {
  const unsaid = redoHoldsOpen(acts, standing.facts).length > 0;
  return lapsesOf(periods).filter(
    (wake) => !(unsaid && wake.act === 'remedy.lapsed') && takes(standing, actOfWake(wake)),
  );
}

/** What the running periods will bring about by lapse, wherever the case stands. */
export function lapsesOf(periods: readonly Period[]): Wake[] {
  const wakes: Wake[] = [];
  const running = periods.filter(({ ended }) => !ended);
  for (const { lapse, matter = '', dueOn: on } of running) {
    if (lapse && lapse !== 'remedy.lapsed') wakes.push({ act: lapse, matter, on });
  }
  const windows = running.filter(({ lapse }) => lapse === 'remedy.lapsed').map(({ dueOn }) => dueOn);
  const last = windows.sort().at(-1);
  // The case does not end before what has ended in it: a third party's appeal may outlast the applicant's windows.
  const ends = periods.flatMap(({ ended }) => (ended ? [ended.on] : []));
  if (last) wakes.push({ act: 'remedy.lapsed', matter: '', on: ends.reduce(maxDate, last) });
  return wakes;
}
