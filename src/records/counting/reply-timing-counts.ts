import { type ReplyTiming, replyTimings } from '../../domain/statistics/reply-timing.js';
import type { Tally } from './tallies.js';

/** Applications of one office and one handler that stand alike to the day by which they were to be answered. */
export interface CountedTiming {
  readonly officeId: string;
  /** Account; '' where nobody has been assigned. */
  readonly handler: string;
  readonly timing: ReplyTiming;
  readonly count: number;
}

/** The timings that tallies give. What is in hand and not overdue runs in time. */
export function timingsIn(tallies: readonly Tally[]): CountedTiming[] {
  return tallies.flatMap(({ officeId, flow, key, inYear, amount }): CountedTiming[] => {
    const [first = '', second = ''] = key;
    switch (flow) {
      case 'owed':
        return [{ officeId, handler: first, timing: 'runningInTime', count: amount }];
      case 'overdue':
        return [
          { officeId, handler: first, timing: 'overdue', count: amount },
          { officeId, handler: first, timing: 'runningInTime', count: -amount },
        ];
      case 'replied':
        return inYear && isReplyTiming(first)
          ? [{ officeId, handler: second, timing: first, count: amount }]
          : [];
      default:
        return [];
    }
  });
}

const isReplyTiming = (text: unknown): text is ReplyTiming =>
  typeof text === 'string' && Object.hasOwn(replyTimings, text);
