import type { Act } from '../acts/acts.js';
import { type Period, isReplyPeriod } from '../clock/period.js';
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
  const runs = periods.filter(isReplyPeriod);
  const orders = new Set(acts.filter(({ type }) => type === 'redo.ordered').map(({ on }) => on));
  const owed = runs.find(({ ended }) => ended?.how !== 'superseded' || orders.has(ended.on)) ?? runs.at(-1);
  if (!owed) return undefined;
  const { dueOn, ended } = owed;
  return { dueOn, ...(ended ? { endedOn: ended.on } : {}), spared: ended?.how === 'spared' };
}

/** How a first reply that is no longer owed ended. */
export type EndedTiming = Exclude<ReplyTiming, 'runningInTime' | 'overdue'>;

/** How it ended; undefined while it is owed. */
export function endingOf({ dueOn, endedOn, spared }: FirstReply): EndedTiming | undefined {
  if (endedOn === undefined) return undefined;
  if (spared) return 'spared';
  return endedOn <= dueOn ? 'inTime' : 'late';
}

/** Where the first reply stands at the end of a day. */
export function timingOf(reply: FirstReply, on: LocalDate): ReplyTiming {
  const { dueOn, endedOn } = reply;
  const ended = endedOn !== undefined && endedOn <= on ? endingOf(reply) : undefined;
  return ended ?? (dueOn < on ? 'overdue' : 'runningInTime');
}
