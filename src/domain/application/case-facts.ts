import type { Act } from '../acts/acts.js';
import type { OutcomeId } from '../outcome/outcomes.js';
import { type Proceeding, advanceProceeding, isConcluded, openProceeding } from '../remedy/proceeding.js';

/** What the lifecycle remembers besides its state: plain data, rebuilt from the log at any time. */
export interface CaseFacts {
  /** Consultations by their number: open until answered or lapsed. */
  readonly consultations: Readonly<Record<string, 'open' | 'answered' | 'lapsed'>>;
  readonly correctionsAsked: number;
  readonly extensions: number;
  readonly drafted?: OutcomeId;
  readonly reviewed: boolean;
  readonly signed: boolean;
  readonly outcome?: OutcomeId;
  /** A decision or judgment has sent the case back: the reply now owed is a new one (责令重新答复). */
  readonly redo: boolean;
  readonly proceedings: Readonly<Record<string, Proceeding>>;
}

export const noFacts: CaseFacts = {
  consultations: {},
  correctionsAsked: 0,
  extensions: 0,
  reviewed: false,
  signed: false,
  redo: false,
  proceedings: {},
};

const openings = { 'reconsideration.accepted': 'reconsideration', 'suit.served': 'suit' } as const;

/** The facts after an act that the lifecycle has let in. */
export function factsAfter(facts: CaseFacts, act: Act): CaseFacts {
  switch (act.type) {
    case 'correction.required':
      return { ...facts, correctionsAsked: facts.correctionsAsked + 1 };
    case 'period.extended':
      return { ...facts, extensions: facts.extensions + 1 };
    case 'opinion.sought':
      return { ...facts, consultations: { ...facts.consultations, [act.id]: 'open' } };
    case 'opinion.received':
      return { ...facts, consultations: { ...facts.consultations, [act.id]: 'answered' } };
    case 'opinion.lapsed':
      return { ...facts, consultations: { ...facts.consultations, [act.id]: 'lapsed' } };
    case 'reply.drafted':
      return { ...facts, drafted: act.outcome, reviewed: false, signed: false };
    case 'reply.reviewed':
      return { ...facts, reviewed: act.passed === 'yes' };
    case 'reply.signed':
      return { ...facts, signed: true };
    case 'reply.issued':
      return { ...facts, outcome: act.outcome, redo: false };
    case 'transfer.noticed':
      return { ...facts, outcome: 'notResponsible', redo: false };
    case 'correction.lapsed':
      return { ...facts, outcome: 'notCorrected' };
    case 'fee.lapsed':
      return { ...facts, outcome: 'notPaid' };
    case 'application.withdrawn':
      return { ...facts, outcome: 'withdrawn' };
    case 'redo.ordered':
      return { ...facts, redo: true, drafted: undefined, reviewed: false, signed: false };
    case 'reconsideration.accepted':
    case 'suit.served':
      return {
        ...facts,
        proceedings: { ...facts.proceedings, [act.id]: openProceeding(openings[act.type]) },
      };
    default:
      return 'id' in act && facts.proceedings[act.id] ? withProceeding(facts, act.id, act) : facts;
  }
}

function withProceeding(facts: CaseFacts, id: string, act: Act): CaseFacts {
  const standing = facts.proceedings[id];
  const advanced = standing && advanceProceeding(standing, act);
  return advanced ? { ...facts, proceedings: { ...facts.proceedings, [id]: advanced } } : facts;
}

const all = (facts: CaseFacts): readonly Proceeding[] => Object.values(facts.proceedings);
export const hasOpen = (facts: CaseFacts, kind: Proceeding['kind']): boolean =>
  all(facts).some((p) => p.kind === kind && !isConcluded(p));
export const hasAny = (facts: CaseFacts, kind: Proceeding['kind']): boolean =>
  all(facts).some((p) => p.kind === kind);

/** Whether the act opens a proceeding under a number not used before, or moves one that can take it. */
export function proceedingTakes(facts: CaseFacts, act: Act): boolean {
  if (act.type === 'reconsideration.accepted' || act.type === 'suit.served')
    return !facts.proceedings[act.id];
  if (!('id' in act)) return false;
  const standing = facts.proceedings[act.id];
  return standing !== undefined && advanceProceeding(standing, act) !== undefined;
}

/** Whether the consultation of that number is open (or, for 征求意见, not used before). */
export function consultationTakes(facts: CaseFacts, act: Act): boolean {
  if (act.type === 'opinion.sought') return facts.consultations[act.id] === undefined;
  return 'id' in act && facts.consultations[act.id] === 'open';
}
