import { type ActType, definitionOf } from '../domain/acts/acts.js';
import type { CaseFacts } from '../domain/application/case-facts.js';
import type { NextSteps } from '../domain/application/next-steps.js';
import { paths } from '../web/paths.js';
import { actAddress } from './act-address.js';
import type { Task } from './tasks.js';

/** Acts as the case page lays them out: by what they belong to, not by who does them. */
const groups: readonly { readonly label: string; readonly belongs: (type: ActType) => boolean }[] = [
  {
    label: '办理',
    belongs: (type) =>
      /^(application\.(registered|assigned)|correction|reasons|fee|period)/.test(type) ||
      type === 'reply.deferred',
  },
  { label: '征求意见', belongs: (type) => type.startsWith('opinion.') },
  { label: '答复', belongs: (type) => /^(reply|transfer)\./.test(type) && type !== 'reply.deferred' },
  { label: '复议', belongs: (type) => type.startsWith('reconsideration.') },
  { label: '应诉', belongs: (type) => type.startsWith('suit.') },
  { label: '救济告知', belongs: (type) => /^remedy\./.test(type) },
  { label: '责令重新答复', belongs: (type) => type.startsWith('redo.') },
  { label: '终结', belongs: (type) => /^application\.(withdrawn|closed)/.test(type) },
];

/** A button of 可办事项. */
export interface StepShown {
  readonly type: ActType;
  readonly name: string;
  readonly href: string;
  /** What the case waits for. */
  readonly primary: boolean;
}

export interface StepGroup {
  readonly label: string;
  readonly steps: readonly StepShown[];
}

/** The acts that the lifecycle and the person's roles allow now; those that the case waits for are marked. */
export function stepGroups(
  id: string,
  { possible }: NextSteps,
  mine: readonly Task[],
  facts: CaseFacts,
): StepGroup[] {
  const wanted = new Set<ActType>(mine.map(({ act }) => act ?? 'reply.drafted'));
  const steps = possible.flatMap(({ type }): StepShown[] => [
    { type, ...actAddress(id, type, facts), primary: wanted.has(type) },
    ...(type === 'reply.drafted' ? [byQuestions(id, type)] : []),
  ]);
  // Where two acts are begun on one page, the page is offered once.
  const shown = steps.filter(({ href }, i) => steps.findIndex((step) => step.href === href) === i);
  return groups
    .map(({ label, belongs }) => ({ label, steps: shown.filter(({ type }) => belongs(type)) }))
    .filter(({ steps }) => steps.length > 0);
}

/** The same act, its answer come to by questions. */
const byQuestions = (id: string, type: ActType): StepShown => ({
  type,
  name: '一步一步选答复',
  href: paths.answerGuide(id, type),
  primary: false,
});

/** Acts that cannot be done now, grouped by their reason so that one sentence is said once. */
export function notNowByReason({ notNow }: NextSteps): { names: string; says: string }[] {
  const byReason = new Map<string, string[]>();
  for (const { type, why } of notNow) {
    const { name } = definitionOf(type);
    // 不能办理“某某” differs with each name: the reason itself is what stands before it.
    const says =
      why.code === 'notNow'
        ? why.says.replace(/，不能办理“.*”。$/, '，还不能或不再能办理。')
        : why.says + why.mend;
    byReason.set(says, [...(byReason.get(says) ?? []), name]);
  }
  return [...byReason].map(([says, names]) => ({ says, names: names.join('、') }));
}
