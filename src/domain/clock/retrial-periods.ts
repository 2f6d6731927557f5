import { decidingForInterpretation } from './limits.js';
import { statutoryPeriod } from './making.js';
import type { Period } from './period.js';
import { type Suit, allOf, answersTo, appeals, instanceOfRetrial, next, roundId, standing } from './suit.js';

/** The window for asking for a retrial, the office's opinion on what another has asked, and the retrial itself. */
export const retrialPeriodsOf = (suit: Suit): Period[] => [
  ...retrialWindow(suit),
  ...retrialAnswers(suit),
  ...retrialReviews(suit),
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
const retrialAnswers = (suit: Suit): Period[] =>
  answersTo(suit, {
    copy: 'suit.retrialApplied',
    answered: 'suit.retrialAnswered',
    over: ['suit.retrialRefused', 'suit.retrialOrdered'],
    what: 'retrialAnswer',
    limit: 'litigation.retrialAnswer',
    because: '自收到再审申请书副本之日起',
  });

/**
 * 法释〔2018〕1号第一百一十二条: six months from the docketing, where its day is known; 特殊情况 in which the court's
 * president prolongs it are not on record. Another application during the review begins it anew (第一百一十四条).
 */
function retrialReviews(suit: Suit): Period[] {
  const { calendar, id, acts } = suit;
  const docketed = acts.flatMap((act) =>
    (act.type === 'suit.retrialSought' || act.type === 'suit.retrialApplied') && act.docketedOn
      ? [{ act, docketedOn: act.docketedOn }]
      : [],
  );
  return docketed.map(({ act, docketedOn }, i) => {
    const over = next(acts, act, 'suit.retrialRefused', 'suit.retrialOrdered');
    const another = docketed[i + 1];
    const anew = another && (!over || acts.indexOf(another.act) < acts.indexOf(over)) ? another : undefined;
    return statutoryPeriod(calendar, {
      id: roundId('retrialReview', suit, i, docketed.length),
      matter: id,
      limit: 'litigation.retrialReview',
      of: 'court',
      startedOn: docketedOn,
      deciding: decidingForInterpretation(docketedOn),
      because: '自再审申请立案之日起',
      ended: anew ? { on: anew.docketedOn, how: 'superseded' } : over && { on: over.on },
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
