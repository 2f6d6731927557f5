import type { Act, ActType } from '../domain/acts/acts.js';
import { type Stage, stageIds, stages } from '../domain/application/stages.js';
import type { LocalDate } from '../domain/time/local-date.js';

/** One of the six stages as the stepper shows it. */
export interface StageShown {
  readonly name: string;
  readonly state: 'done' | 'current' | 'ahead' | 'skipped';
  readonly note?: string;
}

/** A decision or judgment has sent the case back. */
export interface LoopBack {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** The acts that show a stage to have been reached, the telling one first. */
const signs: Readonly<Record<Exclude<Stage, 'closed'>, readonly ActType[]>> = {
  received: ['application.received'],
  registered: ['application.registered'],
  handling: [
    'application.assigned',
    'reply.drafted',
    'correction.required',
    'opinion.sought',
    'period.extended',
    'reply.issued',
  ],
  replied: [
    'reply.served',
    'reply.issued',
    'transfer.noticed',
    'application.withdrawn',
    'correction.lapsed',
    'fee.lapsed',
  ],
  reconsideration: ['reconsideration.accepted'],
  litigation: ['suit.served'],
};

/** 受理 登记 办理 答复 复议 应诉: what lies behind, where the case stands, what has not come. */
export function stagesOf(acts: readonly Act[], stage: Stage): StageShown[] {
  const lastReached = Math.max(...stageIds.map((id, i) => (id !== 'closed' && reachedOn(acts, id) ? i : -1)));
  const redone = acts.findLastIndex(({ type }) => type === 'redo.ordered');
  return stageIds.flatMap((id, i): StageShown[] => {
    if (id === 'closed') return [];
    const name = stages[id];
    const on = reachedOn(acts, id);
    if (id === stage)
      return [{ name, state: 'current', note: redone >= 0 && id === 'handling' ? '重新办理' : '现在在这里' }];
    // After a return to 办理 the old reply is no longer one that stands.
    const undone = redone >= 0 && id === 'replied' && stage === 'handling';
    if (on && !undone) return [{ name, state: 'done', note: shortDay(on) }];
    return [{ name, state: i < lastReached && !undone ? 'skipped' : 'ahead' }];
  });
}

function reachedOn(acts: readonly Act[], stage: Exclude<Stage, 'closed'>): LocalDate | undefined {
  for (const type of signs[stage]) {
    const act = acts.findLast((one) => one.type === type);
    if (act) return act.on;
  }
  return undefined;
}

/** 复议 or 应诉 back to 办理, as the last order to reply again has it. */
export function loopOf(acts: readonly Act[]): LoopBack | undefined {
  const order = acts.findLast((act) => act.type === 'redo.ordered');
  if (!order) return undefined;
  const bySuit = acts.some((act) => act.type === 'suit.served' && act.id === order.id);
  const until = order.until
    ? `限 ${shortDay(order.until)}前`
    : order.workdays
      ? `限 ${order.workdays} 个工作日`
      : order.days
        ? `限 ${order.days} 日`
        : '按法定期限';
  return {
    from: bySuit ? '应诉' : '复议',
    to: '办理',
    label: `${shortDay(order.on)}收到责令重新答复的${bySuit ? '裁判' : '决定'}（${order.id}），${until}重新答复`,
  };
}

/** 3月6日 */
const shortDay = (on: LocalDate): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;
