import { openingActOf } from '../../acts/proceeding-acts.js';
import { cite } from '../../law/citation.js';
import { impossible } from '../../law/finding.js';
import { mayOrderRedo, redoHoldsOpen, resultOf } from '../../remedy/redo.js';
import { replay } from '../standing.js';
import type { Rule } from './question.js';

/** Only of a result that corrects can it be said that it orders a new reply, or that it does not. */
export const redoFollowsCorrection: Rule = ({ acts, act }) => {
  if (act.type !== 'redo.ordered' && act.type !== 'redo.notOrdered') return [];
  const result = resultOf(acts, act.id);
  if (!result || mayOrderRedo(result)) return [];
  const ends = act.type === 'redo.ordered' ? '不会责令重新答复' : '不必登记有没有责令重新答复';
  const says = `编号“${act.id}”的结果是“${result.name}”，${ends}。`;
  const mend = '请核对编号；如果结果记错了，请先更正结果。';
  const ofSuit = openingActOf(acts, act.id)?.type === 'suit.served';
  const article = ofSuit ? cite('litigation', 70) : cite('reconsideration', 64);
  return [impossible('resultDoesNotOrder', says, mend, { article, field: 'id' })];
};

/**
 * A reply that was quashed leaves the application without one: before the file is closed somebody looks whether a new
 * one was ordered (decision record 0040). A ledger holds results and not the texts of decisions.
 */
export const orderLookedFor: Rule = ({ acts, act }) => {
  if (act.type !== 'application.closed' || act.source === 'ledger') return [];
  const unsaid = redoHoldsOpen(acts, replay(acts).standing.facts);
  if (unsaid.length === 0) return [];
  const says = `还没有核对${unsaid.map((id) => `“${id}”`).join('、')}是否责令重新答复，不能办结。`;
  const mend = '请由法制查看主文：责令的登记“责令重新答复”，没有责令的登记“未责令重新答复”。';
  return [impossible('redoUnsaid', says, mend, { article: cite('reconsideration', 64) })];
};
