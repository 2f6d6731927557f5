import type { Act } from '../acts/acts.js';
import { opensProceeding } from '../acts/proceeding-acts.js';
import { type OutcomeId, groupOf } from '../outcome/outcomes.js';
import { type Proceeding, advanceProceeding, isConcluded, openProceeding } from '../remedy/proceeding.js';

/** What the lifecycle remembers besides its state: plain data, rebuilt from the log at any time. */
export interface CaseFacts {
  /** Consultations by their number: open until answered or lapsed. */
  readonly consultations: Readonly<Record<string, 'open' | 'answered' | 'lapsed'>>;
  readonly correctionsAsked: number;
  readonly extensions: number;
  /** The day on which the applicant received the fee notice is on record (国办函〔2020〕109号第六条). */
  readonly feeDelivered: boolean;
  /** Null while no draft stands. */
  readonly drafted: OutcomeId | null;
  readonly reviewed: boolean;
  readonly signed: boolean;
  readonly outcome?: OutcomeId;
  /** A decision or judgment has sent the case back: the reply now owed is a new one (责令重新答复). */
  readonly redo: boolean;
  /** The proceedings whose order has been taken up: each orders a new reply once. */
  readonly redoneFor: readonly string[];
  readonly proceedings: Readonly<Record<string, Proceeding>>;
}

export const noFacts: CaseFacts = {
  consultations: {},
  correctionsAsked: 0,
  extensions: 0,
  feeDelivered: false,
  drafted: null,
  reviewed: false,
  signed: false,
  redo: false,
  redoneFor: [],
  proceedings: {},
};

/** Numbers are typed by people: one may read `constructor`, and every object would seem to hold it. */
const held = <T>(by: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(by, id) ? by[id] : undefined;

const consultationIn = (
  { consultations }: CaseFacts,
  id: string,
): 'open' | 'answered' | 'lapsed' | undefined => held(consultations, id);
const proceedingIn = ({ proceedings }: CaseFacts, id: string): Proceeding | undefined =>
  held(proceedings, id);

/** Without the draft that fell away. To xstate what is left out stays as it was, so that it is said to be none. */
const withoutDraft = (facts: CaseFacts): CaseFacts => ({
  ...facts,
  drafted: null,
  reviewed: false,
  signed: false,
});

const openings = { 'reconsideration.accepted': 'reconsideration', 'suit.served': 'suit' } as const;

/** The facts after an act that the lifecycle has let in. */
export function factsAfter(facts: CaseFacts, act: Act): CaseFacts {
  switch (act.type) {
    case 'correction.required':
      return { ...facts, correctionsAsked: facts.correctionsAsked + 1 };
    case 'period.extended':
      return { ...facts, extensions: facts.extensions + 1 };
    case 'fee.noticed':
      return { ...facts, feeDelivered: act.deliveredOn !== undefined };
    case 'fee.delivered':
      return { ...facts, feeDelivered: true };
    case 'opinion.sought':
      return { ...facts, consultations: { ...facts.consultations, [act.id]: 'open' } };
    case 'opinion.received':
      return { ...facts, consultations: { ...facts.consultations, [act.id]: 'answered' } };
    case 'opinion.lapsed':
      return { ...facts, consultations: { ...facts.consultations, [act.id]: 'lapsed' } };
    case 'reply.drafted':
      return { ...facts, drafted: act.outcome, reviewed: false, signed: false };
    case 'reply.reviewed':
      // A draft that was sent back is no longer signed either.
      return act.passed === 'yes'
        ? { ...facts, reviewed: true }
        : { ...facts, reviewed: false, signed: false };
    case 'reply.signed':
      return { ...facts, signed: true };
    case 'reply.issued':
      return { ...facts, outcome: act.outcome, redo: false };
    case 'transfer.noticed':
      return { ...facts, outcome: 'notResponsible', redo: false };
    case 'correction.lapsed':
      return { ...withoutDraft(facts), outcome: 'notCorrected', redo: false };
    case 'fee.lapsed':
      return { ...withoutDraft(facts), outcome: 'notPaid', redo: false };
    case 'application.withdrawn':
      return { ...withoutDraft(facts), outcome: 'withdrawn', redo: false };
    case 'redo.ordered':
      return { ...withoutDraft(facts), redo: true, redoneFor: [...facts.redoneFor, act.id] };
    case 'reconsideration.accepted':
    case 'suit.served':
      return {
        ...facts,
        proceedings: { ...facts.proceedings, [act.id]: openProceeding(openings[act.type]) },
      };
    default:
      return 'id' in act ? withProceeding(facts, act.id, act) : facts;
  }
}

function withProceeding(facts: CaseFacts, id: string, act: Act): CaseFacts {
  const standing = proceedingIn(facts, id);
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
  if (opensProceeding(act)) return proceedingIn(facts, act.id) === undefined;
  if (!('id' in act)) return false;
  const standing = proceedingIn(facts, act.id);
  return standing !== undefined && advanceProceeding(standing, act) !== undefined;
}

/** Whether a concluded proceeding of that number can order a new reply, and no order of it is on record. */
export function redoFounded(facts: CaseFacts, act: Act): boolean {
  if (act.type !== 'redo.ordered' && act.type !== 'redo.notOrdered') return false;
  if (facts.redoneFor.includes(act.id)) return false;
  const standing = proceedingIn(facts, act.id);
  return standing !== undefined && isConcluded(standing);
}

/** Whether the reply that was given discloses, wholly or in part: only then is anybody overruled. */
export const discloses = ({ outcome }: CaseFacts): boolean =>
  outcome !== undefined && (['granted', 'partial'] as readonly string[]).includes(groupOf(outcome));

/** Whether the consultation of that number is open (or, for 征求意见, not used before). A late opinion may still come. */
export function consultationTakes(facts: CaseFacts, act: Act): boolean {
  if (!('id' in act)) return false;
  const standing = consultationIn(facts, act.id);
  if (act.type === 'opinion.sought') return standing === undefined;
  if (act.type === 'opinion.overruled') return standing !== undefined && discloses(facts);
  return standing === 'open' || (act.type === 'opinion.received' && standing === 'lapsed');
}
