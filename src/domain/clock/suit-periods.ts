import type { Act, ActOf } from '../acts/acts.js';
import { type SuitAct, firstOf, suitActsOf } from '../acts/proceeding-acts.js';
import { procedureNow } from '../remedy/procedure.js';
import type { LocalDate } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { decidingForInterpretation, decidingForSuit } from './limits.js';
import { type Ended, statutoryPeriod } from './making.js';
import type { Period } from './period.js';
import { type Suspensions, suspensionsOf } from './suspensions.js';

type SuitActOf<T extends SuitAct['type']> = Extract<SuitAct, { type: T }>;

/** One suit as its periods are read off it. */
interface Suit {
  readonly calendar: WorkCalendar;
  readonly id: string;
  readonly acts: readonly SuitAct[];
  readonly served: ActOf<'suit.served'>;
  readonly deciding: LocalDate;
  readonly stood: Suspensions;
}

/** The first of these acts that comes after the given one. */
const next = (
  acts: readonly SuitAct[],
  after: SuitAct,
  ...types: readonly SuitAct['type'][]
): SuitAct | undefined => acts.slice(acts.indexOf(after) + 1).find(({ type }) => types.includes(type));

const allOf = <T extends SuitAct['type']>(acts: readonly SuitAct[], type: T): SuitActOf<T>[] =>
  acts.filter((act): act is SuitActOf<T> => act.type === type);

/** `appeal.1:号`, `appeal.2:号`, and the last of them plainly `appeal:号`. */
const roundId = (what: string, { id }: Suit, i: number, of: number): string =>
  i === of - 1 ? `${what}:${id}` : `${what}.${i + 1}:${id}`;

/**
 * The office's answers, the court's periods of both instances and of a retrial, and the windows for appeal and
 * retrial, of one suit. A suit that was sent back (发回重审) is judged anew: each round has its own window, the last
 * of them `appeal:` and the number.
 */
export function suitPeriods(
  calendar: WorkCalendar,
  all: readonly Act[],
  served: ActOf<'suit.served'>,
): Period[] {
  const { id } = served;
  const acts = suitActsOf(all, id);
  const stood = suspensionsOf(all, 'suit', id);
  const suit: Suit = { calendar, id, acts, served, deciding: decidingForSuit(served.on), stood };
  return [
    ...answerPeriod(suit),
    ...firstInstancePeriod(suit),
    ...appealWindows(suit),
    ...appealAnswers(suit),
    ...secondInstancePeriods(suit),
    ...retrialWindow(suit),
    ...retrialAnswers(suit),
    ...retrialPeriods(suit),
  ];
}

/** 行政诉讼法第六十七条: of a defendant; a third party owes no answer. */
function answerPeriod({ calendar, id, acts, served, deciding }: Suit): Period[] {
  if (served.capacity === 'thirdParty') return [];
  const answered = firstOf(acts, 'suit.answered', id);
  const verdict = firstOf(acts, 'suit.judged', id) ?? firstOf(acts, 'suit.finallyJudged', id);
  return [
    statutoryPeriod(calendar, {
      id: `answer:${id}`,
      matter: id,
      limit: 'litigation.answer',
      of: 'duty',
      startedOn: served.on,
      deciding,
      because: '自收到起诉状副本之日起',
      ended: answered ?? (verdict && { on: verdict.on, how: 'spared' }),
    }),
  ];
}

/** What a court's period stands still for: 中止诉讼期间不计算在内 (法释〔2018〕1号第五十条). */
const standing = ({ stood }: Suit) => ({
  excluded: stood.excluded,
  pendingOn: stood.since && '诉讼中止，恢复后按中止日数顺延',
});

/** 行政诉讼法第八十一条、第八十三条: six months, forty-five days in the simplified procedure; from the docket day, where it is known. */
function firstInstancePeriod(suit: Suit): Period[] {
  const { calendar, id, acts, served, deciding } = suit;
  if (!served.docketedOn) return [];
  const simplified = procedureNow(acts, id) === 'simplified';
  return [
    statutoryPeriod(calendar, {
      id: `trial:${id}`,
      matter: id,
      limit: simplified ? 'litigation.firstInstance.simplified' : 'litigation.firstInstance',
      of: 'court',
      startedOn: served.docketedOn,
      deciding,
      because: '自立案之日起',
      ...standing(suit),
      ended: firstOf(acts, 'suit.judged', id) ?? firstOf(acts, 'suit.finallyJudged', id),
    }),
  ];
}

/** 行政诉讼法第八十五条: fifteen days against a judgment, ten against a ruling. */
function appealWindows(suit: Suit): Period[] {
  const { calendar, id, acts, deciding } = suit;
  const judgments = allOf(acts, 'suit.judged');
  return judgments.map((judged, i) => {
    const appealed = next(acts, judged, ...appeals);
    const effect = next(acts, judged, 'suit.tookEffect');
    const ended: Ended | undefined = appealed
      ? { on: appealed.on }
      : effect && { on: effect.on, how: 'lapsed' };
    const form = judged.form === 'ruling' ? '裁定' : '判决';
    return statutoryPeriod(calendar, {
      id: roundId('appeal', suit, i, judgments.length),
      matter: id,
      limit: judged.form === 'ruling' ? 'appeal.ruling' : 'appeal.judgment',
      of: 'applicant',
      startedOn: judged.on,
      deciding,
      because: `自${form}书送达之日起`,
      lapse: i === judgments.length - 1 ? 'suit.tookEffect' : undefined,
      ended,
    });
  });
}

const appeals = ['suit.appealed', 'suit.appealCopyReceived'] as const;

/** 法释〔2018〕1号第一百零八条: fifteen days from the copy of another's appeal. What is not answered is judged all the same. */
function appealAnswers(suit: Suit): Period[] {
  const { calendar, id, acts, served } = suit;
  if (served.capacity === 'thirdParty') return [];
  const copies = allOf(acts, 'suit.appealCopyReceived');
  return copies.map((copy, i) => {
    const over = next(acts, copy, 'suit.finallyJudged', 'suit.remanded');
    return statutoryPeriod(calendar, {
      id: roundId('appealAnswer', suit, i, copies.length),
      matter: id,
      limit: 'litigation.appealAnswer',
      of: 'duty',
      startedOn: copy.on,
      deciding: decidingForInterpretation(copy.on),
      because: '自收到上诉状副本之日起',
      ended: next(acts, copy, 'suit.appealAnswered') ?? (over && { on: over.on, how: 'spared' }),
    });
  });
}

/** 行政诉讼法第八十八条: three months from the first appeal of a round. */
function secondInstancePeriods(suit: Suit): Period[] {
  const { calendar, id, acts, deciding } = suit;
  const first = acts.filter((act, at) => {
    if (!isAppeal(act)) return false;
    // 生效 was reckoned from the service on the office alone and does not part one round from another.
    const round = acts.slice(0, at).findLastIndex(({ type }) => type === 'suit.judged');
    return !acts.slice(round + 1, at).some(isAppeal);
  });
  return first.map((appealed, i) =>
    statutoryPeriod(calendar, {
      id: roundId('secondInstance', suit, i, first.length),
      matter: id,
      limit: 'litigation.secondInstance',
      of: 'court',
      startedOn: appealed.on,
      deciding,
      because:
        appealed.type === 'suit.appealed'
          ? '自收到上诉状之日起'
          : '自收到上诉状副本之日起（法院收到上诉状的日期尚未登记）',
      ...standing(suit),
      ended: next(acts, appealed, 'suit.finallyJudged', 'suit.remanded'),
    }),
  );
}

const isAppeal = ({ type }: SuitAct): boolean => (appeals as readonly string[]).includes(type);

const inEffect = ['suit.tookEffect', 'suit.finallyJudged'] as const;

/** 法释〔2018〕1号第一百一十条: six months from the effect of the judgment, unless it came of a retrial. */
function retrialWindow({ calendar, id, acts }: Suit): Period[] {
  const effective = acts.findLast(({ type }) => (inEffect as readonly string[]).includes(type));
  if (!effective || next(acts, effective, ...appeals)) return [];
  if (acts.slice(0, acts.indexOf(effective)).some(({ type }) => type === 'suit.retrialOrdered')) return [];
  const asked = next(acts, effective, 'suit.retrialApplied', 'suit.retrialOrdered');
  return [
    statutoryPeriod(calendar, {
      id: `retrial:${id}`,
      matter: id,
      limit: 'litigation.retrialApplication',
      of: 'applicant',
      startedOn: effective.on,
      deciding: decidingForInterpretation(effective.on),
      because: '自裁判发生法律效力之日起',
      ended: asked && { on: asked.on, how: 'met' },
    }),
  ];
}

/** 法释〔2018〕1号第一百一十一条: a written opinion within fifteen days of the copy. */
function retrialAnswers(suit: Suit): Period[] {
  const { calendar, id, acts, served } = suit;
  if (served.capacity === 'thirdParty') return [];
  const copies = allOf(acts, 'suit.retrialApplied');
  return copies.map((copy, i) => {
    const over = next(acts, copy, 'suit.retrialRefused', 'suit.retrialOrdered');
    return statutoryPeriod(calendar, {
      id: roundId('retrialAnswer', suit, i, copies.length),
      matter: id,
      limit: 'litigation.retrialAnswer',
      of: 'duty',
      startedOn: copy.on,
      deciding: decidingForInterpretation(copy.on),
      because: '自收到再审申请书副本之日起',
      ended: next(acts, copy, 'suit.retrialAnswered') ?? (over && { on: over.on, how: 'spared' }),
    });
  });
}

/** 法释〔2018〕1号第五十条: the period of the instance by whose rules it is heard again, from the day after the order. */
function retrialPeriods(suit: Suit): Period[] {
  const { calendar, id, acts, deciding } = suit;
  const orders = allOf(acts, 'suit.retrialOrdered');
  return orders.map((order, i) => {
    const before = acts.slice(0, acts.indexOf(order));
    const instance = order.instance ?? (before.some(isAppeal) ? 'second' : 'first');
    return statutoryPeriod(calendar, {
      id: roundId('retrialTrial', suit, i, orders.length),
      matter: id,
      limit: instance === 'second' ? 'litigation.secondInstance' : 'litigation.firstInstance',
      of: 'court',
      startedOn: order.on,
      deciding,
      because: '自再审立案的次日起（法释〔2018〕1号第五十条）',
      ...standing(suit),
      ended: next(acts, order, 'suit.finallyJudged', 'suit.remanded'),
    });
  });
}
