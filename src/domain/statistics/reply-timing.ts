import type { Act } from '../acts/acts.js';
import type { Period } from '../clock/period.js';
import type { LocalDate } from '../time/local-date.js';

/** How an application stands to the day by which its reply was owed (条例第三十三条). Each stands in exactly one. */
export const replyTimings = {
  inTime: '按期答复',
  late: '逾期答复',
  runningInTime: '在办，未到期',
  overdue: '在办，已逾期',
  spared: '无须答复（撤回、逾期不补正、逾期不缴费）',
} as const;
export type ReplyTiming = keyof typeof replyTimings;
export const replyTimingIds = Object.keys(replyTimings) as ReplyTiming[];

/** The first reply owed: by which day, and how the duty ended. A redo that was ordered later has its own clock. */
export interface FirstReply {
  readonly dueOn: LocalDate;
  readonly endedOn?: LocalDate;
  /** 撤回、逾期不补正、逾期不缴费: nothing was owed in the end. */
  readonly spared: boolean;
}

/**
 * Reads the first reply off a case. A run of the clock that a correction or a payment began anew stands in the place
 * of the one before; one that ended with an order to reply (责令重新答复 over a silence) was the first and ended then.
 * Undefined where nothing has been received.
 */
export function firstReplyOf(acts: readonly Act[], periods: readonly Period[]): FirstReply | undefined {
  const runs = periods.filter(({ limit, of }) => limit === 'reply' && of === 'duty');
  const orders = new Set(acts.filter(({ type }) => type === 'redo.ordered').map(({ on }) => on));
  const owed = runs.find(({ ended }) => ended?.how !== 'superseded' || orders.has(ended.on)) ?? runs.at(-1);
  if (!owed) return undefined;
  const { dueOn, ended } = owed;
  return { dueOn, ...(ended ? { endedOn: ended.on } : {}), spared: ended?.how === 'spared' };
}

/** Where the first reply stands at the end of a day. */
export function timingOf({ dueOn, endedOn, spared }: FirstReply, on: LocalDate): ReplyTiming {
  if (endedOn === undefined || endedOn > on) return dueOn < on ? 'overdue' : 'runningInTime';
  if (spared) return 'spared';
  return endedOn <= dueOn ? 'inTime' : 'late';
}
