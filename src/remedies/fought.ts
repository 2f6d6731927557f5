import { opensProceeding } from '../domain/acts/proceeding-acts.js';
import type { ReplyContent } from '../domain/acts/reply-acts.js';
import { type ReadPeriod, replyPeriodIn } from '../domain/clock/period.js';
import { replySaid } from '../domain/remedy/same-again.js';
import type { ProceedingFile } from './proceeding-file.js';

/** The reply that the proceeding is about: the last before it began; over silence the last that was given since. */
export function replyFought(
  { case: { acts }, proceeding: { number } }: ProceedingFile,
  overSilence: boolean,
): ReplyContent | undefined {
  const opened = acts.findIndex((act) => opensProceeding(act) && act.id === number);
  const before = overSilence ? acts : acts.slice(0, opened);
  const last = before.findLast(({ type }) => type === 'reply.issued' || type === 'transfer.noticed');
  return last && replySaid(last);
}

/** The reply period that the proceeding is about: no order to reply anew that came after it began. */
export const periodFought = ({
  case: { reading },
  proceeding: { openedOn },
}: ProceedingFile): ReadPeriod | undefined =>
  replyPeriodIn(reading.periods.filter(({ startedOn }) => startedOn <= openedOn));
