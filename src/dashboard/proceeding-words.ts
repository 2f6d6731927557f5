import { proceedingMachines } from '../domain/remedy/proceeding-machines.js';
import { reconsiderationResultChoices, suitResultChoices } from '../domain/remedy/results.js';

type Kind = 'reconsideration' | 'suit';

const resultNames: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  reconsideration: reconsiderationResultChoices,
  suit: suitResultChoices,
};

/** 撤销, 驳回诉讼请求; '' for a result of the other kind. */
export const resultName = (kind: Kind, result: string): string => resultNames[kind][result] ?? '';

/** 待答复举证, 二审审理中: what the machine of the proceeding calls the state. */
export function proceedingState(kind: Kind, state: string): string {
  const nodes: Readonly<Record<string, { meta?: unknown }>> = proceedingMachines[kind].states;
  const meta = nodes[state]?.meta;
  return typeof meta === 'object' && meta !== null && 'name' in meta ? String(meta.name) : state;
}
