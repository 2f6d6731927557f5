import type { Act } from '../acts/acts.js';
import { concludes } from '../acts/conclusions.js';
import { lastOf, openingActOf } from '../acts/proceeding-acts.js';
import type { CaseFacts } from '../application/case-facts.js';
import { isConcluded } from './proceeding.js';
import { type AppealResult, reconsiderationResults, suitResults } from './results.js';

/** The result of the proceeding of that number; undefined while it has none. */
export function resultOf(acts: readonly Act[], number: string): AppealResult | undefined {
  const decided = lastOf(acts, 'reconsideration.decided', number);
  if (decided) return reconsiderationResults[decided.result];
  if (lastOf(acts, 'reconsideration.ended', number)) return reconsiderationResults.terminated;
  const judged = lastOf(acts, 'suit.finallyJudged', number) ?? lastOf(acts, 'suit.judged', number);
  return judged && suitResults[judged.result];
}

/** 行政复议法第六十四条、第六十六条; 行政诉讼法第七十条、第七十二条: an order to reply again comes of a result that corrects. */
export const mayOrderRedo = (result: AppealResult): boolean =>
  // 调解书 binds too, and may promise a new reply (行政复议法第七十三条).
  result.column === 'corrected' || result === reconsiderationResults.mediated;

/** Results that mostly come with an order to reply (again): by itself, or beside the quashing. */
const ordering: readonly AppealResult[] = [
  reconsiderationResults.revoked,
  reconsiderationResults.revokedInPart,
  reconsiderationResults.orderedToPerform,
  suitResults.revoked,
  suitResults.revokedInPart,
  suitResults.orderedToPerform,
];

/**
 * Numbers of proceedings that have quashed the reply or ordered one, while the record says neither that a new reply
 * was ordered nor that none was, and the case was not concluded since: replied to anew, or withdrawn.
 */
export const redoAwaited = (
  acts: readonly Act[],
  { proceedings, redoneFor }: Pick<CaseFacts, 'proceedings' | 'redoneFor'>,
): string[] =>
  Object.entries(proceedings).flatMap(([number, proceeding]) => {
    const result = resultOf(acts, number);
    if (!result || !ordering.includes(result) || !isConcluded(proceeding)) return [];
    if (redoneFor.includes(number) || openingActOf(acts, number)?.capacity === 'thirdParty') return [];
    const last = acts.findLastIndex((act) => givesResult.includes(act.type) && isAbout(act, number));
    const settled = acts
      .slice(last)
      .some((act) => concludes(act) || (act.type === 'redo.notOrdered' && act.id === number));
    return settled ? [] : [number];
  });

/**
 * Of these, the ones that keep the case open until somebody has said which it is (decision record 0040). A ledger holds
 * results and not the texts of decisions: what it brought is asked about and does not stand in the way.
 */
export const redoHoldsOpen = (acts: readonly Act[], facts: Parameters<typeof redoAwaited>[1]): string[] =>
  redoAwaited(acts, facts).filter(
    (number) =>
      acts.findLast((act) => givesResult.includes(act.type) && isAbout(act, number))?.source !== 'ledger',
  );

/** A later judgment may order what an earlier one did not: what was said of the earlier one does not answer for it. */
const givesResult: readonly Act['type'][] = ['reconsideration.decided', 'suit.judged', 'suit.finallyJudged'];

const isAbout = (act: Act, number: string): boolean => 'id' in act && act.id === number;
