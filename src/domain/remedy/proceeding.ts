import { initialTransition, transition } from 'xstate';
import type { Act } from '../acts/acts.js';
import type { SuitRoute } from '../acts/appeal-acts.js';
import type { StateMeta } from '../law/state-meta.js';
import { type ProceedingContext, proceedingMachines } from './proceeding-machines.js';

export type ProceedingKind = keyof typeof proceedingMachines;

export const kindNames: Readonly<Record<ProceedingKind, string>> = {
  reconsideration: '行政复议',
  suit: '行政诉讼',
};

/** By which way the applicant came: 行政复议, 直接起诉, 复议后起诉. */
export function wayName({ kind, route }: { kind: ProceedingKind; route: SuitRoute | null }): string {
  if (kind === 'reconsideration') return kindNames[kind];
  return route === 'direct' ? '直接起诉' : '复议后起诉';
}

/** A proceeding as the lifecycle keeps it: plain data, so that it can be stored and compared. */
export interface Proceeding {
  readonly kind: ProceedingKind;
  readonly state: string;
  readonly context: ProceedingContext;
}

/** A proceeding at its beginning. */
export function openProceeding(kind: ProceedingKind): Proceeding {
  const [snapshot] = initialTransition(proceedingMachines[kind]);
  return { kind, state: snapshot.value, context: snapshot.context };
}

/** The proceeding after an act, or `undefined` when the act has no place in its present state. */
export function advanceProceeding(proceeding: Proceeding, act: Act): Proceeding | undefined {
  const { kind, state, context } = proceeding;
  const { copied, answered, heard, retrialAsked } = context;
  const step = [kind, state, copied, answered, heard, retrialAsked, act.type].join(' ');
  if (!steps.has(step)) steps.set(step, advanced(proceeding, act));
  return steps.get(step);
}

/**
 * Steps taken before: the guards of the machines ask the context and the kind of act alone, and the lifecycle asks
 * for each step several times (may it be taken, then take it).
 */
const steps = new Map<string, Proceeding | undefined>();

function advanced({ kind, state, context }: Proceeding, act: Act): Proceeding | undefined {
  const machine = proceedingMachines[kind];
  const snapshot = machine.resolveState({ value: state, context });
  if (!snapshot.can(act)) return undefined;
  const [next] = transition(machine, snapshot, act);
  return { kind, state: next.value, context: next.context };
}

/** Whether a result stands that counts: also while a retrial is heard, until its judgment. */
export const hasEffect = (proceeding: Proceeding): boolean =>
  isConcluded(proceeding) ||
  proceeding.state === 'onRetrial' ||
  (['suspended', 'judged'].includes(proceeding.state) && proceeding.context.heard === 'retrial');

/** The states in which nothing more is awaited of organ or court. */
export const concludedStates = ['concluded', 'effective'] as const;

export const isConcluded = ({ state }: Proceeding): boolean =>
  (concludedStates as readonly string[]).includes(state);

/** What the machine calls a state, and where it stands in the law. Throws TypeError on a state that it does not have. */
export function stateMetaOf(kind: ProceedingKind, state: string): StateMeta {
  const states: Readonly<Record<string, { meta?: StateMeta } | undefined>> =
    proceedingMachines[kind].config.states ?? {};
  const meta = states[state]?.meta;
  if (!meta) throw new TypeError(`No meta for ${kind} in ${state}`);
  return meta;
}
