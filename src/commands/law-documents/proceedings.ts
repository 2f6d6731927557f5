import { type ActType, actTypes } from '../../domain/acts/acts.js';
import {
  type Proceeding,
  type ProceedingKind,
  advanceProceeding,
  openProceeding,
} from '../../domain/remedy/proceeding.js';
import { sampleActsOf } from './sample-acts.js';
import type { Mark } from './traversal.js';

/** Every standing of a proceeding that its acts lead to. */
export function proceedingsVisited(kind: ProceedingKind): readonly Proceeding[] {
  const found = new Map<string, Proceeding>();
  const next = [openProceeding(kind)];
  for (let standing = next.pop(); standing; standing = next.pop()) {
    const key = JSON.stringify(standing);
    if (found.has(key)) continue;
    found.set(key, standing);
    for (const act of sampleActsOf(actsOf(kind))) {
      const after = advanceProceeding(standing, act);
      if (after) next.push(after);
    }
  }
  return [...found.values()];
}

/** The acts that move a proceeding of that kind once it is open. */
export const actsOf = (kind: ProceedingKind): ActType[] =>
  actTypes.filter(
    (type) => type.startsWith(`${kind}.`) && type !== 'reconsideration.accepted' && type !== 'suit.served',
  );

/** Whether a proceeding in that state takes acts of that type. */
export function proceedingMark(kind: ProceedingKind, state: string, type: ActType): Mark {
  const here = proceedingsVisited(kind).filter((standing) => standing.state === state);
  const taken = here.filter((standing) =>
    sampleActsOf([type]).some((act) => advanceProceeding(standing, act) !== undefined),
  ).length;
  return taken === 0 ? 'never' : taken === here.length ? 'always' : 'sometimes';
}

/** From which state an act leads to which other. */
export function proceedingMoves(kind: ProceedingKind): { from: string; type: ActType; to: string }[] {
  const moves = proceedingsVisited(kind).flatMap((standing) =>
    sampleActsOf(actsOf(kind)).flatMap((act) => {
      const after = advanceProceeding(standing, act);
      return after && after.state !== standing.state
        ? [{ from: standing.state, type: act.type, to: after.state }]
        : [];
    }),
  );
  const seen = new Set<string>();
  return moves.filter((move) => {
    const key = JSON.stringify(move);
    return !seen.has(key) && seen.add(key);
  });
}
