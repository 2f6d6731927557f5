import { decidingForInterpretation } from './limits.js';
import { statutoryPeriod } from './making.js';
import type { Period } from './period.js';
import { type Suit, allOf, appeals, instanceOfRetrial, next, roundId, standing } from './suit.js';

/** The window for asking for a retrial, the office's opinion on what another has asked, and the retrial itself. */
export const retrialPeriodsOf = (suit: Suit): Period[] => [
  ...retrialWindow(suit),
  ...retrialAnswers(suit),
  ...retrialPeriods(suit),
];

const inEffect = ['suit.tookEffect', 'suit.finallyJudged'] as const;

/** 法释〔2018〕1号第一百一十条: six months from the effect of the judgment, unless it came of a retrial. */
function retrialWindow({ calendar, id, acts }: Suit): Period[] {
  const effective = acts.findLast(({ type }) => (inEffect as readonly string[]).includes(type));
  if (!effective || next(acts, effective, ...appeals)) return [];
  if (acts.slice(0, acts.indexOf(effective)).some(({ type }) => type === 'suit.retrialOrdered')) return [];
  const asked = next(acts, effective, 'suit.retrialSought', 'suit.retrialApplied', 'suit.retrialOrdered');
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
    const instance = instanceOfRetrial(acts, order);
    return statutoryPeriod(calendar, {
      id: roundId('retrialTrial', suit, i, orders.length),
      matter: id,
      limit: instance === 'second' ? 'litigation.secondInstance' : 'litigation.firstInstance',
      of: 'court',
      startedOn: order.on,
      deciding,
      because: '自再审立案的次日起（法释〔2018〕1号第五十条）',
      ...standing(suit),
      ended: next(acts, order, 'suit.judged', 'suit.finallyJudged', 'suit.remanded'),
    });
  });
}
