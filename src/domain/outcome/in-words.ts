import { type OutcomeId, groupOf, outcomes } from './outcomes.js';
import { outcomeGroups } from './rows.js';

/**
 * What is decided, where the group of table three does not say it: 条例第三十六条第七项 tells where to turn and refuses
 * nothing, though it is counted among the refusals; a case that has ended is 不再处理 (第三十条).
 */
const decided: { readonly [O in OutcomeId]?: string } = {
  specialRegister: '告知依照有关法律、行政法规的规定办理',
  notCorrected: '不再处理',
  notPaid: '不再处理',
  withdrawn: '终止办理',
};

/** 不予公开（属于四类过程性信息） — a result as a paper for organ or court says it: what was decided, then the ground. */
export function resultInWords(id: OutcomeId): string {
  const group = outcomeGroups[groupOf(id)];
  const { name } = outcomes[id];
  return id === 'otherwise' || group === name ? group : `${decided[id] ?? group}（${name}）`;
}
