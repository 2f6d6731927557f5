import type { ActOf } from '../acts/acts.js';
import type { SuitAct } from '../acts/proceeding-acts.js';
import type { LocalDate } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { type LimitId, decidingForInterpretation } from './limits.js';
import { type Making, statutoryPeriod } from './making.js';
import type { Period } from './period.js';
import type { Suspensions } from './suspensions.js';

type SuitActOf<T extends SuitAct['type']> = Extract<SuitAct, { type: T }>;

/** One suit as its periods are read off it. */
export interface Suit {
  readonly calendar: WorkCalendar;
  readonly id: string;
  readonly acts: readonly SuitAct[];
  readonly served: ActOf<'suit.served'>;
  readonly deciding: LocalDate;
  readonly stood: Suspensions;
}

/** The first of these acts that comes after the given one. */
export const next = (
  acts: readonly SuitAct[],
  after: SuitAct,
  ...types: readonly SuitAct['type'][]
): SuitAct | undefined => acts.slice(acts.indexOf(after) + 1).find(({ type }) => types.includes(type));

export const allOf = <T extends SuitAct['type']>(acts: readonly SuitAct[], type: T): SuitActOf<T>[] =>
  acts.filter((act): act is SuitActOf<T> => act.type === type);

/** `appeal.1:号`, `appeal.2:号`, and the last of them plainly `appeal:号`. */
export const roundId = (what: string, { id }: Suit, i: number, of: number): string =>
  i === of - 1 ? `${what}:${id}` : `${what}.${i + 1}:${id}`;

export const appeals = ['suit.appealed', 'suit.appealCopyReceived'] as const;

export const isAppeal = ({ type }: SuitAct): boolean => (appeals as readonly string[]).includes(type);

/** By whose rules it is heard again (法释〔2018〕1号第一百一十九条): as ordered, else as the judgment in effect was given. */
export function instanceOfRetrial(
  acts: readonly SuitAct[],
  order: ActOf<'suit.retrialOrdered'>,
): 'first' | 'second' {
  const before = acts.slice(
    0,
    acts.findIndex((act) => act === order),
  );
  return order.instance ?? (before.some(isAppeal) ? 'second' : 'first');
}

/** What a court's period stands still for: 中止诉讼期间不计算在内 (法释〔2018〕1号第五十条). */
export const standing = ({ stood }: Suit): Pick<Making, 'excluded' | 'pendingOn'> => ({
  excluded: stood.excluded,
  pendingOn: stood.since && '诉讼中止，恢复后按中止日数顺延',
});

/** A paper of another that is served on the office, and what the office owes to it. */
interface ToAnswer {
  readonly copy: 'suit.appealCopyReceived' | 'suit.retrialApplied';
  readonly answered: SuitAct['type'];
  /** What ends the duty without an answer. */
  readonly over: readonly SuitAct['type'][];
  readonly what: string;
  readonly limit: LimitId;
  readonly because: string;
}

/** The periods for answering each of these papers; a third party owes no answer. */
export function answersTo(suit: Suit, { copy, answered, over, what, limit, because }: ToAnswer): Period[] {
  const { calendar, id, acts, served } = suit;
  if (served.capacity === 'thirdParty') return [];
  const copies = allOf(acts, copy);
  return copies.map((received, i) => {
    const end = next(acts, received, ...over);
    return statutoryPeriod(calendar, {
      id: roundId(what, suit, i, copies.length),
      matter: id,
      limit,
      of: 'duty',
      startedOn: received.on,
      deciding: decidingForInterpretation(received.on),
      because,
      ended: next(acts, received, answered) ?? (end && { on: end.on, how: 'spared' }),
    });
  });
}
