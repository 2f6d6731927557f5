import type { Act, ActOf } from '../../acts/acts.js';
import { type OpeningAct, firstOf, lastOf, opensProceeding } from '../../acts/proceeding-acts.js';
import { cite } from '../../law/citation.js';
import { type Finding, irregular } from '../../law/finding.js';
import { reconsiderationStatuteOn } from '../../law/statutes.js';

/**
 * 行政复议法第三十条第一款第七项: the same reply is taken once from the same person, by the organ or by the court, also
 * where he withdrew (第七十四条第二款). What was not accepted does not count, and a reply given since is another.
 */
export function onceOnly(acts: readonly Act[], act: OpeningAct): Finding[] {
  if (act.type !== 'reconsideration.accepted' || act.over === 'silence') return [];
  if (reconsiderationStatuteOn(act.appliedOn ?? act.on) !== 'reconsideration') return [];
  const since = acts.slice(acts.findLastIndex(({ type }) => type === 'reply.served') + 1);
  const before = since
    .filter(opensProceeding)
    .filter((a) => a.over !== 'silence' && (a.appellant ?? 'applicant') === (act.appellant ?? 'applicant'))
    .find((a) => (a.type === 'suit.served' ? wasHeard(acts, a) : wasAccepted(acts, a)));
  if (!before) return [];
  const says =
    before.type === 'suit.served'
      ? `人民法院已经受理过同一申请人就本件答复提起的诉讼（${before.id}）。`
      : `同一申请人就本件答复申请的复议已经受理过（${before.id}）。`;
  const mend = '请在答复中提出；申请人能够证明撤回违背其真实意愿的除外（行政复议法第七十四条第二款）。';
  return [irregular('reconsideredBefore', says, mend, { article: cite('reconsideration', 30, 1, 7) })];
}

const wasAccepted = (acts: readonly Act[], { id }: ActOf<'reconsideration.accepted'>): boolean =>
  firstOf(acts, 'reconsideration.decided', id)?.result !== 'notAccepted';

/**
 * A direct suit that is over. One that is pending is said to go on at the same time (第二十九条); one that the court
 * turned away, mostly because reconsideration comes first, has left that way open (本系统口径).
 */
function wasHeard(acts: readonly Act[], { id, route }: ActOf<'suit.served'>): boolean {
  const final =
    lastOf(acts, 'suit.finallyJudged', id) ??
    (firstOf(acts, 'suit.tookEffect', id) && lastOf(acts, 'suit.judged', id));
  return (
    route === 'direct' &&
    final !== undefined &&
    final.result !== 'suitRejected' &&
    final.result !== 'notDocketed'
  );
}
