import type { StateMeta } from '../law/state-meta.js';
import type { CaseFacts } from './case-facts.js';

/** The six stages that users know, and 办结. */
export const stages = {
  received: '受理',
  registered: '登记',
  handling: '办理',
  replied: '答复',
  reconsideration: '复议',
  litigation: '应诉',
  closed: '办结',
} as const;
export type Stage = keyof typeof stages;
export const stageIds = Object.keys(stages) as Stage[];

/** Meta of a lifecycle state: its stage besides its name and article. */
export interface LifecycleMeta extends StateMeta {
  readonly stage?: Stage;
  /** What the state is called with these facts, where they say more than its name; undefined where they do not. */
  readonly nameWith?: (facts: CaseFacts) => string | undefined;
}
