import type { Act, ActOf } from '../acts/acts.js';
import { type OpeningAct, firstOf, opensProceeding } from '../acts/proceeding-acts.js';
import { inForce, reconsiderationStatuteOn } from '../law/statutes.js';
import { type OutcomeId, outcomes } from '../outcome/outcomes.js';
import { type Procedure, proceduresOf } from '../remedy/procedure.js';
import type { LocalDate } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { decidingForInterpretation, decidingForSuit, requiredLimit } from './limits.js';
import { type Ended, statutoryPeriod } from './making.js';
import type { Period, Term } from './period.js';
import { suspensionsOf } from './suspensions.js';

/** Whether a reply of that kind, on that day, must go through reconsideration before a suit (行政复议法第二十三条第一款第四项). */
export function reconsiderationComesFirst(outcome: OutcomeId, repliedOn: LocalDate): boolean {
  return outcomes[outcome].remedy === 'reconsiderationFirst' && inForce('reconsideration', repliedOn);
}

/** An appeal of the applicant against the reply: not one of a third party, nor one over silence before it. */
export const isAgainstReply = (act: Act): act is OpeningAct =>
  opensProceeding(act) && (act.appellant ?? 'applicant') === 'applicant' && (act.over ?? 'reply') === 'reply';

/** One reconsideration as its periods are read off it. */
interface Reconsideration {
  readonly calendar: WorkCalendar;
  readonly acts: readonly Act[];
  readonly accepted: ActOf<'reconsideration.accepted'>;
  readonly id: string;
  /** The day that chooses the version of 行政复议法. */
  readonly applied: LocalDate;
  /** Every procedure that it went by, the last one last; the law of 2017 knew none. */
  readonly procedures: readonly Procedure[];
  readonly decided?: ActOf<'reconsideration.decided'> | undefined;
  readonly concluded?: Ended | undefined;
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
  const decided = firstOf(acts, 'reconsideration.decided', id);
  const end = decided ?? firstOf(acts, 'reconsideration.ended', id);
  const one: Reconsideration = {
    ...{ calendar, acts, accepted, id, applied, decided },
    procedures: old ? [] : proceduresOf(acts, id),
    concluded: end && { on: end.on },
  };
  const decision = decisionPeriod(one);
  return [...answerPeriod(one), decision, ...overdueWindow(one, decision), ...suitWindow(one)];
}

/** 行政复议法第四十八条 speaks to the respondent: 第三人 may speak but owes no answer. */
function answerPeriod(one: Reconsideration): Period[] {
  const { acts, id, procedures, concluded } = one;
  const copy = firstOf(acts, 'reconsideration.copyReceived', id);
  if (!copy || one.accepted.capacity === 'thirdParty') return [];
  // A period that has begun is not cut short by a later change of procedure (本系统口径).
  const simplified = procedures.length > 0 && procedures.every((procedure) => procedure === 'simplified');
  const answered = firstOf(acts, 'reconsideration.answered', id);
  return [
    statutoryPeriod(one.calendar, {
      id: `answer:${id}`,
      matter: id,
      limit: simplified ? 'reconsideration.reply.simplified' : 'reconsideration.reply.ordinary',
      of: 'duty',
      startedOn: copy.on,
      deciding: one.applied,
      because: '自收到申请书副本或申请笔录复印件之日起',
      ended: answered ? { on: answered.on } : concluded && { ...concluded, how: 'spared' },
    }),
  ];
}

/** 行政复议法第六十二条: the organ's own period, as prolonged. */
function decisionPeriod(one: Reconsideration): Period {
  const { acts, id, applied, procedures } = one;
  const stood = suspensionsOf(acts, 'reconsideration', id);
  const simplified = procedures.at(-1) === 'simplified';
  return statutoryPeriod(one.calendar, {
    id: `decision:${id}`,
    matter: id,
    limit: simplified ? 'reconsideration.decision.simplified' : 'reconsideration.decision.ordinary',
    of: 'organ',
    startedOn: one.accepted.on,
    deciding: applied,
    because: '自复议受理之日起',
    more: prolongedBy(acts, id, applied),
    excluded: stood.excluded,
    pendingOn: stood.since && '复议中止，恢复后按中止日数顺延',
    ended: one.concluded,
  });
}

/** 复议延期, in all no more than the law allows. */
function prolongedBy(acts: readonly Act[], id: string, applied: LocalDate): Term[] {
  const days = acts.reduce(
    (sum, act) => (act.type === 'reconsideration.prolonged' && act.id === id ? sum + act.days : sum),
    0,
  );
  if (days === 0) return [];
  const { amount, article } = requiredLimit('reconsideration.decision.extension', applied);
  return [{ amount: Math.min(days, amount), why: '复议延期', article }];
}

/** 行政诉讼法第四十五条: fifteen days for the court, from the day on which he has the decision; only the office's own is on record. */
function suitWindow({ calendar, acts, id, decided }: Reconsideration): Period[] {
  // Withdrawn or settled: what may be sued is the reply, by the window that it had.
  if (!decided || decided.result === 'settled' || decided.result === 'terminated') return [];
  const sued = suedAfterReview(acts, decided.on);
  // 法释〔2018〕1号第六十四条第二款: nobody has told him how long he has. When he came to know it is not on record.
  const untold = decided.suitUntold === true;
  return [
    statutoryPeriod(calendar, {
      id: `window:suit:${id}`,
      matter: id,
      limit: untold ? 'litigation.afterReconsideration.untold' : 'litigation.afterReconsideration',
      of: 'applicant',
      startedOn: decided.on,
      deciding: untold ? decidingForInterpretation(decided.on) : decidingForSuit(decided.on),
      because: untold ? '复议决定没有告知起诉期限，自知道决定内容之日起' : '自收到复议决定之日起',
      pendingOn: '申请人收到复议决定之日没有登记，暂按本机关收到之日起算',
      lapse: 'remedy.lapsed',
      ...(decided.result === 'mediated' ? { unsettled: mediatedUnsettled } : {}),
      ended: sued && { on: sued.on, how: 'met' },
    }),
  ];
}

/** 行政复议法第七十三条 says that a 调解书 binds, and nothing of a suit. */
const mediatedUnsettled =
  '调解书生效后还能不能起诉，没有规定；暂按收到复议决定后的起诉期限显示，请法制人员核对。';

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
  { calendar, acts, id }: Reconsideration,
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
