import { lifecycle } from '../../domain/application/lifecycle.js';
import type { LifecycleMeta, Stage } from '../../domain/application/stages.js';
import { type Citation, printCitation } from '../../domain/law/citation.js';
import type { ProceedingKind } from '../../domain/remedy/proceeding.js';
import { proceedingMachines } from '../../domain/remedy/proceeding-machines.js';

/** A state as documents print it. */
export interface NamedState {
  /** `handling.examining`, as `Standing.state` writes it. */
  readonly id: string;
  readonly name: string;
  readonly article: string;
  readonly stage?: Stage;
}

interface Node {
  readonly key: string;
  readonly meta?: LifecycleMeta;
  readonly type: string;
  readonly states: Readonly<Record<string, Node>>;
}

const named = (
  id: string,
  { name, article, stage }: { name: string; article: Citation; stage?: Stage },
): NamedState => ({
  id,
  name,
  article: printCitation(article),
  ...(stage ? { stage } : {}),
});

/** The states without states inside them, under their path; history is none. */
const leavesOf = (node: Node, path: readonly string[] = []): NamedState[] =>
  Object.values(node.states).flatMap((inner) => {
    const here = [...path, inner.key];
    if (inner.type === 'history') return [];
    if (inner.meta) return [named(here.join('.'), inner.meta)];
    return leavesOf(inner, here);
  });

const lifecycleStates = leavesOf(lifecycle.root);
const replyRegion = 'open.reply.';
const remedyRegion = 'open.remedy.';

/** The states of the reply that is owed, with the beginning and the end of the case. */
export const replyStates: readonly NamedState[] = lifecycleStates
  .filter(({ id }) => !id.startsWith(remedyRegion))
  .map((state) => ({ ...state, id: state.id.replace(replyRegion, '') }));

/** The states of the remedies taken against it. */
export const remedyStates: readonly NamedState[] = lifecycleStates
  .filter(({ id }) => id.startsWith(remedyRegion))
  .map((state) => ({ ...state, id: state.id.replace(remedyRegion, '') }));

/** The states of one kind of proceeding. */
export const proceedingStates = (kind: ProceedingKind): readonly NamedState[] =>
  leavesOf(proceedingMachines[kind].root);
