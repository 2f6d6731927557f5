import type { Finding } from '../law/finding.js';
import {
  consultationsClosed,
  countedAsPresent,
  feeByTariff,
  redoDiffers,
  replyComplete,
  wayLeadsThere,
} from './lawfulness/content.js';
import { lapsedIndeed } from './lawfulness/lapse.js';
import { daysWithin, inOrder, notInFuture, withinCalendar } from './lawfulness/order.js';
import {
  appealAnswerOwed,
  appealResultFits,
  convertedFromOther,
  prolongedInOrdinary,
  retrialJudged,
  retrialSoughtInTime,
} from './lawfulness/proceedings.js';
import type { Question, Rule } from './lawfulness/question.js';
import { orderLookedFor, redoFollowsCorrection } from './lawfulness/redo.js';
import { appealHasObject, appealOpen, procedureExists, remediesOfReply } from './lawfulness/remedies.js';
import { serviceKnown, serviceProven } from './lawfulness/service.js';
import { thirdPartyInTime, toldThirdParty } from './lawfulness/third-party.js';
import { givenOnTheSpot, issuedAsSigned, transferSigned } from './lawfulness/signature.js';
import {
  appealAnsweredInTime,
  confirmedInTime,
  correctionInTime,
  deferralFounded,
  extensionLawful,
  feeNoticedInTime,
  replyInTime,
} from './lawfulness/timeliness.js';

/** Whether an act's dates and facts can be true at all; asked first, because the other rules count with them. */
const possible: readonly Rule[] = [
  notInFuture,
  inOrder,
  daysWithin,
  lapsedIndeed,
  appealHasObject,
  procedureExists,
  redoFollowsCorrection,
  toldThirdParty,
  convertedFromOther,
  appealAnswerOwed,
  remediesOfReply,
  appealResultFits,
  retrialJudged,
];

const lawful: readonly Rule[] = [
  correctionInTime,
  extensionLawful,
  deferralFounded,
  feeNoticedInTime,
  confirmedInTime,
  replyComplete,
  countedAsPresent,
  wayLeadsThere,
  givenOnTheSpot,
  issuedAsSigned,
  transferSigned,
  consultationsClosed,
  replyInTime,
  redoDiffers,
  feeByTariff,
  serviceKnown,
  serviceProven,
  appealOpen,
  thirdPartyInTime,
  orderLookedFor,
  appealAnsweredInTime,
  prolongedInOrdinary,
  retrialSoughtInTime,
];

/** May it be dated so, and said so? Everything that stands against the act; an impossible one is judged no further. */
export function findingsOn(question: Question): readonly Finding[] {
  // A day outside the calendar cannot be counted with at all.
  const outside = withinCalendar(question);
  if (outside.length > 0) return outside;
  const contradictions = possible.flatMap((rule) => rule(question));
  return contradictions.length > 0 ? contradictions : lawful.flatMap((rule) => rule(question));
}
