import type { Act, ActOf } from '../acts/acts.js';
import { type OpeningAct, firstOf, opensProceeding } from '../acts/proceeding-acts.js';
import { inForce, reconsiderationStatuteOn } from '../law/statutes.js';
import { type OutcomeId, outcomes } from '../outcome/outcomes.js';
import { proceduresOf } from '../remedy/procedure.js';
import type { LocalDate } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { decidingForSuit, requiredLimit } from './limits.js';
import { statutoryPeriod } from './making.js';
import type { Period, Term } from './period.js';
import { suspensionsOf } from './suspensions.js';

/** Whether a reply of that kind, on that day, must go through reconsideration before a suit (行政复议法第二十三条第一款第四项). */
export function reconsiderationComesFirst(outcome: OutcomeId, repliedOn: LocalDate): boolean {
  return outcomes[outcome].remedy === 'reconsiderationFirst' && inForce('reconsideration', repliedOn);
}

/** An appeal of the applicant against the reply: not one of a third party, nor one over silence before it. */
export const isAgainstReply = (act: Act): act is OpeningAct =>
  opensProceeding(act) && (act.appellant ?? 'applicant') === 'applicant' && (act.over ?? 'reply') === 'reply';

/** The office's answer, the organ's decision and the applicant's window for suit, of one reconsideration. */
export function reconsiderationPeriods(
  calendar: WorkCalendar,
  acts: readonly Act[],
  accepted: ActOf<'reconsideration.accepted'>,
): Period[] {
  const { id } = accepted;
  const matter = id;
  const applied = accepted.appliedOn ?? accepted.on;
  const old = reconsiderationStatuteOn(applied) === 'reconsideration2017';
  const copy = firstOf(acts, 'reconsideration.copyReceived', id);
  const known = old ? [] : proceduresOf(acts, id);
  const kindOf = (simplified: boolean) => (simplified ? 'simplified' : 'ordinary');
  // A period that has begun is not cut short by a later change of procedure (本系统口径).
  const answering = kindOf(known.length > 0 && known.every((one) => one === 'simplified'));
  const deciding = kindOf(known.at(-1) === 'simplified');
  const decided = firstOf(acts, 'reconsideration.decided', id);
  const concluded = decided ?? firstOf(acts, 'reconsideration.ended', id);
  const answered = firstOf(acts, 'reconsideration.answered', id);
  const periods: Period[] = [];
  // 第三人 may speak but owes no answer: 行政复议法第四十八条 speaks to the respondent.
  if (copy && accepted.capacity !== 'thirdParty') {
    periods.push(
      statutoryPeriod(calendar, {
        id: `answer:${id}`,
        matter,
        limit: `reconsideration.reply.${answering}`,
        of: 'duty',
        startedOn: copy.on,
        deciding: applied,
        because: '自收到申请书副本或申请笔录复印件之日起',
        ended: answered ?? (concluded && { on: concluded.on, how: 'spared' }),
      }),
    );
  }
  const more: Term[] = [];
  const prolonged = acts.reduce(
    (sum, a) => (a.type === 'reconsideration.prolonged' && a.id === id ? sum + a.days : sum),
    0,
  );
  if (prolonged > 0) {
    const { amount, article } = requiredLimit('reconsideration.decision.extension', applied);
    more.push({ amount: Math.min(prolonged, amount), why: '复议延期', article });
  }
  const stood = suspensionsOf(acts, 'reconsideration', id);
  const decision = statutoryPeriod(calendar, {
    id: `decision:${id}`,
    matter,
    limit: `reconsideration.decision.${deciding}`,
    of: 'organ',
    startedOn: accepted.on,
    deciding: applied,
    because: '自复议受理之日起',
    more,
    excluded: stood.excluded,
    pendingOn: stood.since && '复议中止，恢复后按中止日数顺延',
    ended: concluded,
  });
  periods.push(decision, ...overdueWindow(calendar, acts, accepted, decision));
  if (decided) {
    const sued = suedAfterReview(acts, decided.on);
    periods.push(
      statutoryPeriod(calendar, {
        id: `window:suit:${id}`,
        matter,
        limit: 'litigation.afterReconsideration',
        of: 'applicant',
        startedOn: decided.on,
        deciding: decidingForSuit(decided.on),
        because: '自收到复议决定之日起',
        lapse: 'remedy.lapsed',
        ended: sued && { on: sued.on, how: 'met' },
      }),
    );
  }
  return periods;
}

/** The suit after a reconsideration that came on that day or later. */
const suedAfterReview = (acts: readonly Act[], since: LocalDate): ActOf<'suit.served'> | undefined =>
  acts.find(
    (a): a is ActOf<'suit.served'> =>
      a.type === 'suit.served' && a.route === 'afterReconsideration' && a.on >= since,
  );

/**
 * 行政诉讼法第四十五条、行政复议法第三十四条: the organ let its period pass without a decision; fifteen days for the
 * court from then. A decision that comes late opens a window of its own, which takes the place of this one.
 */
function overdueWindow(
  calendar: WorkCalendar,
  acts: readonly Act[],
  { id }: ActOf<'reconsideration.accepted'>,
  { dueOn, ended, pendingOn }: Period,
): Period[] {
  if (pendingOn || ended?.how === 'met') return [];
  const sued = suedAfterReview(acts, dueOn);
  return [
    statutoryPeriod(calendar, {
      id: `window:overdue:${id}`,
      matter: id,
      limit: 'litigation.overdueReconsideration',
      of: 'applicant',
      startedOn: dueOn,
      opensAfter: dueOn,
      deciding: decidingForSuit(dueOn),
      because: '自复议审理期限届满之日起',
      lapse: 'remedy.lapsed',
      ended: sued ? { on: sued.on, how: 'met' } : ended && { on: ended.on, how: 'superseded' },
    }),
  ];
}
