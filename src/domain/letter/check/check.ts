import {
  earlierReplyNamed,
  enclosuresAgree,
  noIdentityNumbers,
  otherOfficeNamed,
  placeToFind,
  remediesTellable,
  takenOverIsHandled,
} from './contents.js';
import type { CheckFinding, CheckRule, CheckedReply } from './finding.js';
import {
  extensionTold,
  inTime,
  lawfulIfIssued,
  noticesSent,
  reasonsHeeded,
  sameResultAgain,
  thirdPartyHeard,
} from './history.js';
import {
  basisIsALaw,
  citesItsOwnArticle,
  discretionExplained,
  reasonsOfTheParagraph,
  refusesUnderItsName,
  separabilityConsidered,
} from './reasons.js';
import { searchRecorded, searchedInItsTime } from './search.js';

/** Asked of each answer: of several matters, of each by itself. */
const ofAnswers: readonly CheckRule[] = [
  reasonsOfTheParagraph,
  citesItsOwnArticle,
  refusesUnderItsName,
  discretionExplained,
  basisIsALaw,
  separabilityConsidered,
  thirdPartyHeard,
  reasonsHeeded,
  searchRecorded,
  searchedInItsTime,
  otherOfficeNamed,
  takenOverIsHandled,
  earlierReplyNamed,
  placeToFind,
  noIdentityNumbers,
];

/** Asked of the reply as a whole. */
const ofReply: readonly CheckRule[] = [
  lawfulIfIssued,
  sameResultAgain,
  eachAnswer,
  enclosuresAgree,
  noticesSent,
  extensionTold,
  inTime,
  remediesTellable,
];

/** The rules of one answer, asked of each; of several matters the finding says which. */
function eachAnswer(reply: CheckedReply): readonly CheckFinding[] {
  const { matters, ...draft } = reply.draft;
  if (!matters) return ofAnswers.flatMap((rule) => rule(reply));
  const { type, on } = draft;
  return matters.flatMap((matter, i) =>
    ofAnswers
      .flatMap((rule) => rule({ ...reply, draft: { type, on, ...matter } }))
      .map((finding) => ({ ...finding, says: `第 ${i + 1} 项：${finding.says}` })),
  );
}

/**
 * 答复体检: a drafted reply held against what a court will ask of it, before it is signed. Pure; those that must be
 * mended come first. It reads words, so it hints at what to look at; it never says that a reply is right.
 */
export function checkReply(reply: CheckedReply): CheckFinding[] {
  const found = ofReply.flatMap((rule) => rule(reply));
  return [
    ...found.filter(({ severity }) => severity === 'mustMend'),
    ...found.filter(({ severity }) => severity === 'lookAt'),
  ];
}
