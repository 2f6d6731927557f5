import type { Finding } from '../law/finding.js';
import {
  consultationsClosed,
  feeByTariff,
  redoDiffers,
  replyComplete,
  serviceKnown,
} from './lawfulness/content.js';
import { appealHasObject, daysWithin, inOrder, notInFuture } from './lawfulness/order.js';
import type { Question, Rule } from './lawfulness/question.js';
import {
  appealAnsweredInTime,
  appealOpen,
  confirmedInTime,
  correctionInTime,
  extensionLawful,
  feeNoticedInTime,
  replyInTime,
} from './lawfulness/timeliness.js';

/** Whether an act's dates and facts can be true at all; asked first, because the other rules count with them. */
const possible: readonly Rule[] = [notInFuture, inOrder, daysWithin, appealHasObject];

const lawful: readonly Rule[] = [
  correctionInTime,
  extensionLawful,
  feeNoticedInTime,
  confirmedInTime,
  replyComplete,
  consultationsClosed,
  replyInTime,
  redoDiffers,
  feeByTariff,
  serviceKnown,
  appealOpen,
  appealAnsweredInTime,
];

/** May it be dated so, and said so? Everything that stands against the act; an impossible one is judged no further. */
export function findingsOn(question: Question): readonly Finding[] {
  const contradictions = possible.flatMap((rule) => rule(question));
  return contradictions.length > 0 ? contradictions : lawful.flatMap((rule) => rule(question));
}
