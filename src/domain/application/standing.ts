import { type SnapshotFrom, getNextTransitions, initialTransition, transition } from 'xstate';
import { type Act, type ActType, actTypes } from '../acts/acts.js';
import type { CaseFacts } from './case-facts.js';
import { lifecycle } from './lifecycle.js';
import { type LifecycleMeta, type Stage, stageIds } from './stages.js';

type Snapshot = SnapshotFrom<typeof lifecycle>;

/** Where an application stands: replayed from its acts, never stored as truth. */
export interface Standing {
  readonly snapshot: Snapshot;
  /** `closed`, or `handling.examining|none`: readable, and equal exactly when the states are. */
  readonly state: string;
  readonly stage: Stage;
  /** 审查办理；复议审理中 — what the state is called. */
  readonly name: string;
  readonly facts: CaseFacts;
}

const isMeta = (meta: unknown): meta is LifecycleMeta =>
  typeof meta === 'object' && meta !== null && 'name' in meta;

function flatten(value: Readonly<Record<string, string | object>>): string {
  return Object.values(value)
    .map((part) => (typeof part === 'string' ? part : pathOf(part)))
    .join('|');
}

const pathOf = (value: object): string =>
  Object.entries(value as Record<string, string | object>)
    .map(([name, inner]) => `${name}.${typeof inner === 'string' ? inner : pathOf(inner)}`)
    .join(',');

const nameIn = ({ name, nameWith }: LifecycleMeta, facts: CaseFacts): string => nameWith?.(facts) ?? name;

const placeOf = ({ stage }: LifecycleMeta): number => (stage ? stageIds.indexOf(stage) : -1);

function standingOf(snapshot: Snapshot): Standing {
  const metas = Object.values(snapshot.getMeta()).filter(isMeta);
  // The region that moved last comes last in the snapshot. Here a remedy does: a remedy in course names the stage.
  const staged = metas.filter(({ stage }) => stage !== undefined).sort((a, b) => placeOf(a) - placeOf(b));
  const { stage = 'received' } = staged.at(-1) ?? {};
  const { value } = snapshot;
  const state = typeof value === 'string' ? value : flatten(value.open);
  return {
    snapshot,
    state,
    stage,
    name: (staged.length > 0 ? staged : metas).map((meta) => nameIn(meta, snapshot.context)).join('；'),
    facts: snapshot.context,
  };
}

/** Before the first act. */
export const beginning: Standing = standingOf(initialTransition(lifecycle)[0]);

/** Whether the lifecycle takes the act here. */
export const takes = ({ snapshot }: Standing, act: Act): boolean => snapshot.can(act);

/** The standing after an act; undefined when the lifecycle does not take it here. */
export function after(standing: Standing, act: Act): Standing | undefined {
  return takes(standing, act) ? standingOf(transition(lifecycle, standing.snapshot, act)[0]) : undefined;
}

/** The standing after all acts, or the first act that has no place where it stands. */
export function replay(acts: readonly Act[]): { standing: Standing; misplaced?: Act } {
  let standing = beginning;
  for (const act of acts) {
    const next = after(standing, act);
    if (!next) return { standing, misplaced: act };
    standing = next;
  }
  return { standing };
}

/** Types of act that have a way out of the present state, whatever their guards will say of the facts. */
export function typesOffered({ snapshot }: Standing): ActType[] {
  const offered = new Set(getNextTransitions(snapshot).map(({ eventType }) => String(eventType)));
  return actTypes.filter((type) => offered.has(type));
}
