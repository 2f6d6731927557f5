import { createMachine, initialTransition, transition } from 'xstate';
import { replay } from '../../src/domain/application/standing.js';
import { type Figure, compare } from '../measuring.js';
import { fullCase } from './clock.js';

const TIMES = 200;

/** Two states, no guard, no memory: what XState itself takes for a step. */
const bare = createMachine({
  initial: 'one',
  states: { one: { on: { step: 'two' } }, two: { on: { step: 'one' } } },
});

/** A replay, act by act. */
export async function lifecycleFigures(): Promise<Figure[]> {
  const { acts } = fullCase();
  return [
    await compare({
      section: '流程',
      what: `重放 ${acts.length} 条记录（${TIMES} 次）`,
      ours: () => {
        for (let i = 0; i < TIMES; i += 1) replay(acts);
      },
      against: '两个状态、没有条件的 XState 状态机走同样多步',
      baseline: () => {
        for (let i = 0; i < TIMES; i += 1) {
          let [snapshot] = initialTransition(bare);
          for (let step = 0; step < acts.length; step += 1)
            [snapshot] = transition(bare, snapshot, { type: 'step' });
        }
      },
      runs: 15,
      things: { count: acts.length * TIMES, of: '条' },
    }),
  ];
}
