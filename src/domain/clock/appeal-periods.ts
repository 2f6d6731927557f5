import type { Act, ActOf } from '../acts/acts.js';
import { cite } from '../law/citation.js';
import { inForce, reconsiderationStatuteOn } from '../law/statutes.js';
import { type OutcomeId, outcomes } from '../outcome/outcomes.js';
import { type LocalDate, daysBetween } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { decidingForSuit, requiredLimit } from './limits.js';
import { statutoryPeriod } from './making.js';
import type { Period, Term } from './period.js';

/** The first act of that type in one proceeding. */
export const ofMatter = <T extends Act['type']>(
  acts: readonly Act[],
  type: T,
  id: string,
): ActOf<T> | undefined =>
  acts.find((act) => act.type === type && 'id' in act && act.id === id) as ActOf<T> | undefined;

/** Whether a reply of that kind, on that day, must go through reconsideration before a suit (行政复议法第二十三条第一款第四项). */
export function reconsiderationComesFirst(outcome: OutcomeId, repliedOn: LocalDate): boolean {
  return outcomes[outcome].remedy === 'reconsiderationFirst' && inForce('reconsideration', repliedOn);
}

/** An appeal of the applicant against the reply: not one of a third party, nor one over silence before it. */
export const isAgainstReply = (act: Act): act is ActOf<'reconsideration.accepted'> | ActOf<'suit.served'> =>
  (act.type === 'reconsideration.accepted' || act.type === 'suit.served') &&
  (act.appellant ?? 'applicant') === 'applicant' &&
  (act.over ?? 'reply') === 'reply';

/**
 * A reconsideration withdrawn (终止) or never judged on its merits leaves the way to the court as it was
 * (法释〔2018〕1号第五十八条; 第一百三十三条: it does not count as 维持).
 */
function cameToNothing(acts: readonly Act[], id: string): boolean {
  if (ofMatter(acts, 'reconsideration.ended', id)) return true;
  const decided = ofMatter(acts, 'reconsideration.decided', id);
  return decided?.result === 'notAccepted' || decided?.result === 'applicationRejected';
}

/** The applicant's windows after a reply was served: 60 days for reconsideration; six months for suit where it is open. */
export function windowsAfterReply(
  calendar: WorkCalendar,
  acts: readonly Act[],
  outcome: OutcomeId,
): Period[] {
  const served = acts.filter((act) => act.type === 'reply.served').at(-1);
  if (!served || outcomes[outcome].remedy === 'none') return [];
  const because = '自收到答复之日起';
  // 邮寄: posted is replied (国办公开办函〔2016〕235号), but the applicant knows of it when he signs.
  const startedOn = served.signedOn ?? served.on;
  const against = acts.filter((a) => isAgainstReply(a) && a.on >= served.on);
  const accepted = against.find((a) => a.type === 'reconsideration.accepted' && !cameToNothing(acts, a.id));
  const sued = against.find((a) => a.type === 'suit.served' && a.route === 'direct');
  const taken = accepted ?? sued;
  const ended = taken && { on: taken.on, how: 'met' as const };
  const reconsideration = statutoryPeriod(calendar, {
    id: 'window:reconsideration',
    limit: 'reconsideration.application',
    of: 'applicant',
    startedOn,
    because,
    ended,
  });
  if (reconsiderationComesFirst(outcome, served.on)) return [reconsideration];
  const suit = statutoryPeriod(calendar, {
    id: 'window:suit',
    limit: 'litigation.direct',
    of: 'applicant',
    startedOn,
    deciding: decidingForSuit(startedOn),
    because,
    ended,
  });
  return [reconsideration, suit];
}

/** Days during which a reconsideration stood still (中止): not counted in its period (本系统口径). `since` while it still does. */
function suspensionOf(acts: readonly Act[], id: string): { days: number; since?: LocalDate } {
  let from: LocalDate | undefined;
  let days = 0;
  for (const act of acts) {
    if (act.type === 'reconsideration.suspended' && act.id === id) from = act.on;
    if (act.type === 'reconsideration.resumed' && act.id === id && from) {
      days += daysBetween(from, act.on);
      from = undefined;
    }
  }
  return { days, ...(from ? { since: from } : {}) };
}

/** The office's answer, the organ's decision and the applicant's window for suit, of one reconsideration. */
export function reconsiderationPeriods(
  calendar: WorkCalendar,
  acts: readonly Act[],
  accepted: ActOf<'reconsideration.accepted'>,
): Period[] {
  const { id } = accepted;
  const applied = accepted.appliedOn ?? accepted.on;
  const old = reconsiderationStatuteOn(applied) === 'reconsideration2017';
  const copy = ofMatter(acts, 'reconsideration.copyReceived', id);
  const converted = ofMatter(acts, 'reconsideration.converted', id);
  const simplified = !old && !converted && (copy?.procedure ?? accepted.procedure) === 'simplified';
  const decided = ofMatter(acts, 'reconsideration.decided', id);
  const concluded = decided ?? ofMatter(acts, 'reconsideration.ended', id);
  const answered = ofMatter(acts, 'reconsideration.answered', id);
  const kind = simplified ? 'simplified' : 'ordinary';
  const periods: Period[] = [];
  // 第三人 may speak but owes no answer: 行政复议法第四十八条 speaks to the respondent.
  if (copy && accepted.capacity !== 'thirdParty') {
    periods.push(
      statutoryPeriod(calendar, {
        id: `answer:${id}`,
        limit: `reconsideration.reply.${kind}`,
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
  const suspension = suspensionOf(acts, id);
  if (suspension.days > 0)
    more.push({ amount: suspension.days, why: '中止期间不计入', article: cite('reconsideration', 39) });
  periods.push(
    statutoryPeriod(calendar, {
      id: `decision:${id}`,
      limit: `reconsideration.decision.${kind}`,
      of: 'organ',
      startedOn: accepted.on,
      deciding: applied,
      because: '自复议受理之日起',
      more,
      pendingOn: suspension.since && '复议中止，恢复后按中止日数顺延',
      ended: concluded,
    }),
  );
  if (decided) {
    const sued = acts.find(
      (a) => a.type === 'suit.served' && a.route === 'afterReconsideration' && a.on >= decided.on,
    );
    periods.push(
      statutoryPeriod(calendar, {
        id: `window:suit:${id}`,
        limit: 'litigation.afterReconsideration',
        of: 'applicant',
        startedOn: decided.on,
        deciding: decidingForSuit(decided.on),
        because: '自收到复议决定之日起',
        ended: sued && { on: sued.on, how: 'met' },
      }),
    );
  }
  return periods;
}
