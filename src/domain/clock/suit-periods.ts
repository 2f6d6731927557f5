import type { Act, ActOf } from '../acts/acts.js';
import type { LocalDate } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { ofMatter } from './appeal-periods.js';
import { decidingForSuit } from './limits.js';
import { statutoryPeriod } from './making.js';
import type { Ending, Period } from './period.js';

/** The acts of one suit, in their order. */
type SuitAct = Extract<Act, { type: `suit.${string}` }>;

const actsOf = (acts: readonly Act[], id: string): SuitAct[] =>
  acts.filter((act): act is SuitAct => act.type.startsWith('suit.') && 'id' in act && act.id === id);

type Ended = { readonly on: LocalDate; readonly how?: Ending } | undefined;

/** The day of the first of these acts that comes after the given one. */
function next(
  acts: readonly SuitAct[],
  after: SuitAct,
  ...types: readonly SuitAct['type'][]
): SuitAct | undefined {
  return acts.slice(acts.indexOf(after) + 1).find(({ type }) => types.includes(type));
}

/**
 * The office's answer, the court's periods of both instances, and the windows for appeal, of one suit. A suit that
 * was sent back (发回重审) is judged anew: each round has its own window, the last of them `appeal:` and the number.
 */
export function suitPeriods(
  calendar: WorkCalendar,
  all: readonly Act[],
  served: ActOf<'suit.served'>,
): Period[] {
  const { id } = served;
  const acts = actsOf(all, id);
  const deciding = decidingForSuit(served.on);
  const judgments = acts.filter((act) => act.type === 'suit.judged');
  return [
    ...answerPeriod(calendar, acts, served, deciding),
    ...firstInstancePeriod(calendar, acts, served, deciding),
    ...judgments.map((judged, i) => {
      const round = i === judgments.length - 1 ? 'appeal' : `appeal.${i + 1}`;
      const appealed = next(acts, judged, 'suit.appealed');
      const effect = next(acts, judged, 'suit.tookEffect');
      const ended: Ended = appealed ? { on: appealed.on } : effect && { on: effect.on, how: 'lapsed' };
      const form = judged.form === 'ruling' ? '裁定' : '判决';
      return statutoryPeriod(calendar, {
        id: `${round}:${id}`,
        limit: judged.form === 'ruling' ? 'appeal.ruling' : 'appeal.judgment',
        of: 'applicant',
        startedOn: judged.on,
        deciding,
        because: `自${form}书送达之日起`,
        ended,
      });
    }),
    ...secondInstancePeriods(calendar, acts, deciding),
  ];
}

/** 行政诉讼法第六十七条: of a defendant; a third party owes no answer. */
function answerPeriod(
  calendar: WorkCalendar,
  acts: readonly SuitAct[],
  served: ActOf<'suit.served'>,
  deciding: LocalDate,
): Period[] {
  if (served.capacity === 'thirdParty') return [];
  const { id } = served;
  const answered = ofMatter(acts, 'suit.answered', id);
  const verdict = ofMatter(acts, 'suit.judged', id) ?? ofMatter(acts, 'suit.finallyJudged', id);
  return [
    statutoryPeriod(calendar, {
      id: `answer:${id}`,
      limit: 'litigation.answer',
      of: 'duty',
      startedOn: served.on,
      deciding,
      because: '自收到起诉状副本之日起',
      ended: answered ?? (verdict && { on: verdict.on, how: 'spared' }),
    }),
  ];
}

/** 行政诉讼法第八十一条、第八十三条: six months, forty-five days in the simplified procedure; from the docket day, where it is known. */
function firstInstancePeriod(
  calendar: WorkCalendar,
  acts: readonly SuitAct[],
  served: ActOf<'suit.served'>,
  deciding: LocalDate,
): Period[] {
  const { id, docketedOn } = served;
  if (!docketedOn) return [];
  const simplified = served.procedure === 'simplified' && !ofMatter(acts, 'suit.converted', id);
  return [
    statutoryPeriod(calendar, {
      id: `trial:${id}`,
      limit: simplified ? 'litigation.firstInstance.simplified' : 'litigation.firstInstance',
      of: 'court',
      startedOn: docketedOn,
      deciding,
      because: '自立案之日起',
      ended: ofMatter(acts, 'suit.judged', id) ?? ofMatter(acts, 'suit.finallyJudged', id),
    }),
  ];
}

/** 行政诉讼法第八十八条: three months from the first appeal of a round. */
function secondInstancePeriods(
  calendar: WorkCalendar,
  acts: readonly SuitAct[],
  deciding: LocalDate,
): Period[] {
  const first = acts.filter((act) => {
    if (act.type !== 'suit.appealed') return false;
    const before = acts.slice(0, acts.indexOf(act)).findLast(({ type }) => type !== 'suit.tookEffect');
    return before?.type !== 'suit.appealed';
  });
  return first.map((appealed, i) =>
    statutoryPeriod(calendar, {
      id: i === first.length - 1 ? `secondInstance:${appealed.id}` : `secondInstance.${i + 1}:${appealed.id}`,
      limit: 'litigation.secondInstance',
      of: 'court',
      startedOn: appealed.on,
      deciding,
      because: '自收到上诉状之日起',
      ended: next(acts, appealed, 'suit.finallyJudged', 'suit.remanded'),
    }),
  );
}
