import type { SnapshotFrom } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { type Act, type ActType, actTypes, isActOfRecord } from '../../domain/acts/acts.js';
import { discloses } from '../../domain/application/case-facts.js';
import { lifecycle } from '../../domain/application/lifecycle.js';
import { actsAmong, sampleActs, sampleActsOf, secondAppeals } from './sample-acts.js';

export type LifecycleSnapshot = SnapshotFrom<typeof lifecycle>;

/** A state of the case that sample acts lead to, and where each of them leads from there. */
export interface Visited {
  readonly snapshot: LifecycleSnapshot;
  readonly next: readonly { readonly act: Act; readonly snapshot: LifecycleSnapshot }[];
}

const startingWith = (prefix: string): ActType[] => actTypes.filter((type) => type.startsWith(prefix));
const isAppeal = (type: ActType): boolean => /^(reconsideration|suit)[.]/.test(type);
const handling = actTypes.filter((type) => !isAppeal(type) && !isActOfRecord(type));
const brief: readonly ActType[] = [
  'application.received',
  'application.registered',
  'application.withdrawn',
  'application.closed',
  'reply.issued',
  'reply.served',
  'redo.ordered',
  'redo.notOrdered',
];
const twice: readonly ActType[] = [
  'reconsideration.accepted',
  'reconsideration.decided',
  'suit.served',
  'suit.judged',
  'suit.tookEffect',
];

/** Handling in full beside one reconsideration; each kind of appeal in full; two of each, side by side. */
const rounds: readonly (readonly Act[])[] = [
  sampleActsOf([...handling, 'reconsideration.accepted', 'reconsideration.decided']),
  sampleActsOf([...brief, ...startingWith('reconsideration.')]),
  sampleActsOf([...brief, ...startingWith('suit.')]),
  [
    ...sampleActsOf([...twice, 'reconsideration.ended', 'suit.finallyJudged', 'application.received']),
    ...actsAmong(secondAppeals, twice),
  ],
];

/** What guards can tell apart: the state, and of the facts what may still decide something. */
function serializeState(snapshot: LifecycleSnapshot): string {
  const { consultations, drafted, signed, outcome, redoneFor, proceedings } = snapshot.context;
  const ending = replyState(snapshot) === 'replied.discontinued' ? outcome : undefined;
  const told = discloses(snapshot.context);
  return JSON.stringify([
    snapshot.value,
    consultations,
    drafted,
    signed,
    ending,
    told,
    redoneFor,
    proceedings,
  ]);
}

interface Reached {
  readonly event: Act;
  readonly state: LifecycleSnapshot;
}

let known: readonly Visited[] | undefined;

/** Every state of a case that the sample acts lead to. Worked out once, in some seconds. */
export function visitedStates(): readonly Visited[] {
  known ??= rounds.flatMap((events) => {
    const reached = getAdjacencyMap(lifecycle, {
      events: [...events],
      serializeState,
      limit: 1_000_000,
    });
    return Object.values(reached).map(({ state, transitions }): Visited => {
      const steps = Object.values(transitions as Record<string, Reached>);
      return {
        snapshot: state as LifecycleSnapshot,
        next: steps.map(({ event, state: after }) => ({ act: event, snapshot: after })),
      };
    });
  });
  return known;
}

/** The state of the reply: `handling.examining`, `closed`. */
export function replyState({ value }: LifecycleSnapshot): string {
  if (typeof value === 'string') return value;
  const { reply } = value.open;
  return typeof reply === 'string' ? reply : Object.entries(reply).flat().join('.');
}

/** The state of the remedies: `none`, `litigation`; empty before the first act and when closed. */
export const remedyState = ({ value }: LifecycleSnapshot): string =>
  typeof value === 'string' ? '' : value.open.remedy;

export type Mark = 'always' | 'sometimes' | 'never';

/** Whether a case in that state of the reply takes acts of that type: whatever its facts, with some facts, or never. */
export function markOf(visited: readonly Visited[], state: string, type: ActType): Mark {
  const offers = sampleActs.filter((act) => act.type === type);
  const here = visited.filter(({ snapshot }) => replyState(snapshot) === state);
  const taken = here.filter(({ snapshot }) => offers.some((act) => snapshot.can(act))).length;
  return taken === 0 ? 'never' : taken === here.length ? 'always' : 'sometimes';
}
