import type { Act, RecordedAct } from '../domain/acts/acts.js';
import { effectiveActs } from '../domain/acts/effective.js';
import type { Actor } from '../domain/application/authority.js';
import {
  type Circumstances,
  type Performed,
  type Refusal,
  isRefusal,
  perform,
} from '../domain/application/perform.js';
import type { Wake } from '../domain/application/wakes.js';
import { defaultPolicy } from '../domain/clock/consultations.js';
import type { LetterKind } from '../domain/letter/register.js';
import type { ActRecord } from '../records/application/act.js';
import { beginningOfChain, hashOf } from '../records/application/chain.js';
import type { LetterRecord } from '../records/paper/letter.js';
import { draftedLetter } from '../records/paper/letters.js';
import { factsOf, recordedAct } from '../records/application/logs.js';
import { type Derived, derive, derivedFrom } from './derivation.js';
import { Refused } from './refusals.js';

/** Who performs an act, and the account behind it when it is a person. */
export interface Performer {
  readonly actor: Actor;
  readonly accountId?: string | null;
}

/** A case taken into the hand: its log as it was, and what is added to it. Nothing is stored yet. */
export interface CaseInHand {
  readonly applicationId: string;
  readonly officeId: string;
  readonly log: ActRecord[];
  readonly added: ActRecord[];
  readonly letters: LetterRecord[];
  /** What the last act led to; undefined before the first. */
  last?: Performed;
  /** The calendar and settings under which it was performed. */
  under?: Circumstances;
}

/** A case with the log that was read for it; for a new one an empty log. */
export const inHand = (applicationId: string, officeId: string, log: ActRecord[] = []): CaseInHand => ({
  applicationId,
  officeId,
  log,
  added: [],
  letters: [],
});

/** The domain's own call on a case in hand, changing nothing. */
export function tryAct(
  { log, last }: CaseInHand,
  act: Act,
  actor: Actor,
  circumstances: Circumstances,
): Performed | Refusal {
  return perform(last?.log ?? log.map(recordedAct), act, actor, circumstances);
}

/** Performs an act on a case in hand. Throws {@link Refused} and leaves the case as it was. */
export function performOn(
  held: CaseInHand,
  act: Act,
  { actor, accountId = null }: Performer,
  circumstances: Circumstances,
): Performed {
  const done = tryAct(held, act, actor, circumstances);
  if (isRefusal(done)) throw new Refused(done.refusals);
  const row = rowOf(held, done, accountId);
  held.log.push(row);
  held.added.push(row);
  // What stands in a ledger had its letters long ago.
  if (!done.recorded.source)
    held.letters.push(...done.letters.map((kind) => draftOf(held, kind, done.recorded)));
  held.last = done;
  held.under = circumstances;
  return done;
}

function rowOf(
  held: CaseInHand,
  { recorded, irregularities }: Performed,
  byAccountId: string | null,
): ActRecord {
  const row = {
    applicationId: held.applicationId,
    officeId: held.officeId,
    seq: recorded.seq,
    type: recorded.type,
    on: recorded.on,
    facts: factsOf(recorded),
    source: recorded.source ?? null,
    recordedAt: new Date(recorded.recordedAt),
    byName: recorded.by,
    byAccountId,
    findings: [...irregularities],
    previousHash: held.log.at(-1)?.hash ?? beginningOfChain,
  };
  return { ...row, hash: hashOf(row) };
}

function draftOf({ applicationId, officeId }: CaseInHand, kind: LetterKind, act: RecordedAct): LetterRecord {
  const facts = { on: act.on, ...factsOf(act) };
  const draftedAt = new Date(act.recordedAt);
  return draftedLetter({ applicationId, officeId, kind, actSeq: act.seq, facts, draftedAt });
}

/** The wakes of a case as its log stands, read afresh. */
export const wakesNow = (
  { log }: CaseInHand,
  { calendar, policy = defaultPolicy }: Circumstances,
): readonly Wake[] => derive(log, calendar, policy).wakes;

/** What was read off a case, by its last act: number, row and read models of one storing ask for it in turn. */
const known = new WeakMap<Performed, Derived>();

/** What is to be stored besides the log, after at least one act. */
export function derivedOf({ log, last, under }: CaseInHand): Derived {
  if (!last || !under) throw new Error('A case in hand was to be kept before any act was performed on it.');
  let derived = known.get(last);
  if (!derived) {
    const { standing, reading, wakes } = last;
    const { calendar, policy = defaultPolicy } = under;
    derived = derivedFrom({ log, acts: effectiveActs(last.log), standing, reading, wakes, calendar, policy });
    known.set(last, derived);
  }
  return derived;
}
