import type { Act, ActOf } from '../acts/acts.js';
import { firstOf, suitActsOf } from '../acts/proceeding-acts.js';
import { cite } from '../law/citation.js';
import { procedureNow } from '../remedy/procedure.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { decidingForSuit } from './limits.js';
import { type Ended, periodUntil, statutoryPeriod } from './making.js';
import type { Period } from './period.js';
import { retrialPeriodsOf } from './retrial-periods.js';
import { type Suit, allOf, answersTo, appeals, isAppeal, next, roundId, standing } from './suit.js';
import { suspensionsOf } from './suspensions.js';

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
    ...retrialPeriodsOf(suit),
  ];
}

/**
 * 行政诉讼法第六十七条: of a defendant; a third party owes no answer. In the simplified procedure the court sets the day
 * for the evidence (法释〔2018〕1号第一百零四条: no later than the fifteenth); an earlier one takes the place of the fifteen days.
 */
function answerPeriod({ calendar, id, acts, served, deciding }: Suit): Period[] {
  if (served.capacity === 'thirdParty') return [];
  const answered = firstOf(acts, 'suit.answered', id);
  const verdict = firstOf(acts, 'suit.judged', id) ?? firstOf(acts, 'suit.finallyJudged', id);
  const ended: Ended | undefined = answered ?? (verdict && { on: verdict.on, how: 'spared' });
  const making = {
    id: `answer:${id}`,
    matter: id,
    limit: 'litigation.answer',
    of: 'duty',
    startedOn: served.on,
    ended,
  } as const;
  const byLaw = statutoryPeriod(calendar, { ...making, deciding, because: '自收到起诉状副本之日起' });
  const { evidenceUntil: until } = served;
  if (!until || until >= byLaw.dueOn) return [byLaw];
  const { name } = byLaw;
  const article = cite('interpretation2018', 104);
  return [periodUntil(calendar, { ...making, because: '人民法院确定的举证期限', until, name, article })];
}

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
    // A judgment in effect, or the order to hear it anew, may come to the record without the appeal that led to it.
    const over = next(acts, judged, 'suit.finallyJudged', 'suit.remanded', 'suit.retrialOrdered');
    // Of another's appeal only the copy's day is known: that it was late nobody can say.
    const ended: Ended | undefined = appealed
      ? { on: appealed.on, ...(appealed.type === 'suit.appealCopyReceived' ? { how: 'met' } : {}) }
      : effect
        ? { on: effect.on, how: 'lapsed' }
        : over && { on: over.on, how: 'spared' };
    const form = judged.form === 'ruling' ? '裁定' : '判决';
    return statutoryPeriod(calendar, {
      id: roundId('appeal', suit, i, judgments.length),
      matter: id,
      limit: judged.form === 'ruling' ? 'appeal.ruling' : 'appeal.judgment',
      of: 'applicant',
      startedOn: judged.on,
      deciding,
      because: `自${form}书送达之日起`,
      ended,
      lapse: i === judgments.length - 1 ? 'suit.tookEffect' : undefined,
    });
  });
}

/** 法释〔2018〕1号第一百零八条: fifteen days from the copy of another's appeal. What is not answered is judged all the same. */
const appealAnswers = (suit: Suit): Period[] =>
  answersTo(suit, {
    copy: 'suit.appealCopyReceived',
    answered: 'suit.appealAnswered',
    over: ['suit.finallyJudged', 'suit.remanded'],
    what: 'appealAnswer',
    limit: 'litigation.appealAnswer',
    because: '自收到上诉状副本之日起',
  });

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
