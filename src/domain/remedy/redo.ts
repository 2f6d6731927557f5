import type { Act } from '../acts/acts.js';
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

/** Numbers of proceedings that have quashed the reply or ordered one, with neither the order on record nor a reply given since. */
export const redoAwaited = (
  acts: readonly Act[],
  { proceedings, redoneFor }: Pick<CaseFacts, 'proceedings' | 'redoneFor'>,
): string[] =>
  Object.entries(proceedings).flatMap(([number, proceeding]) => {
    const result = resultOf(acts, number);
    if (!result || !ordering.includes(result) || !isConcluded(proceeding)) return [];
    if (redoneFor.includes(number) || openingActOf(acts, number)?.capacity === 'thirdParty') return [];
    const last = acts.findLastIndex((act) => 'id' in act && act.id === number);
    const repliedSince = acts.slice(last).some(({ type }) => type === 'reply.issued');
    return repliedSince ? [] : [number];
  });
