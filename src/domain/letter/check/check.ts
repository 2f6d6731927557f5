import { enclosuresAgree, otherOfficeNamed, placeToFind, remediesTellable } from './contents.js';
import type { CheckFinding, CheckRule, CheckedReply } from './finding.js';
import { extensionTold, inTime, lawfulIfIssued, thirdPartyHeard } from './history.js';
import { basisIsALaw, citesItsOwnArticle, reasonsOfTheParagraph, separabilityConsidered } from './reasons.js';
import { searchRecorded } from './search.js';

const rules: readonly CheckRule[] = [
  lawfulIfIssued,
  reasonsOfTheParagraph,
  citesItsOwnArticle,
  basisIsALaw,
  separabilityConsidered,
  thirdPartyHeard,
  searchRecorded,
  otherOfficeNamed,
  placeToFind,
  enclosuresAgree,
  extensionTold,
  inTime,
  remediesTellable,
];

/**
 * 答复体检: a drafted reply held against what a court will ask of it, before it is signed. Pure; those that must be
 * mended come first. It reads words, so it hints at what to look at; it never says that a reply is right.
 */
export function checkReply(reply: CheckedReply): CheckFinding[] {
  const found = rules.flatMap((rule) => rule(reply));
  return [
    ...found.filter(({ severity }) => severity === 'mustMend'),
    ...found.filter(({ severity }) => severity === 'lookAt'),
  ];
}
