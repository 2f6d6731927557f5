import type { Act, ActOf } from '../acts/acts.js';
import { lastOf, openingActOf } from '../acts/proceeding-acts.js';
import { type Citation, cite } from '../law/citation.js';
import { reconsiderationStatuteOn } from '../law/statutes.js';
import type { LocalDate } from '../time/local-date.js';
import { rollForward } from '../time/rollover.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { type ClockPolicy, consultationsOf, exclusionOf } from './consultations.js';
import { type Limit, limitOn, requiredLimit } from './limits.js';
import { type Ended, becauseOf, crossesUnpublished, dueDay, endedAgainst, lengthOf } from './making.js';
import type { Exclusion, Period, Term } from './period.js';

/** One run of the reply clock: from a receipt, a correction, a payment or an order to redo, until the next or the reply. */
interface Run {
  readonly startedOn: LocalDate;
  readonly because: string;
  readonly article: Citation;
  readonly base: Term;
  readonly unit: Period['unit'];
  /**
   * The length is that of the regulation: it may be extended and deferred, and consultations do not count in it. What
   * an organ or a court has set runs as it was set (decision record 0042).
   */
  readonly byRegulation: boolean;
  /** The day that chooses the version of 条例. */
  readonly deciding: LocalDate;
  /** 限期答复至: the day that a decision or judgment names. */
  readonly until?: LocalDate;
  /** 条例第三十五条: a reasonable later day. It never shortens the period. */
  deferredTo?: LocalDate;
  extended: Term[];
  pendingOn?: string;
  paused?: boolean;
  ended?: Ended;
}

const runOf = (
  startedOn: LocalDate,
  what: string,
  article: Citation,
  limit: Limit,
  deciding: LocalDate,
): Run => ({
  startedOn,
  deciding,
  because: becauseOf(what, article),
  article: limit.article,
  base: { amount: limit.amount, why: limit.name, article: limit.article },
  unit: limit.unit,
  byRegulation: true,
  extended: [],
});

/** A run as a period: which consultations fall in it, and when it is due. */
function periodOf(calendar: WorkCalendar, run: Run, exclusions: readonly Exclusion[], id: string): Period {
  const { startedOn, because, ended } = run;
  const counted = countedOut(calendar, run, exclusions);
  const named = dayNamed(calendar, run);
  const { dueOn, unit, terms, excluded, article } = named && named.dueOn >= counted.dueOn ? named : counted;
  const open = excluded.find((e) => e.projected);
  const pendingOn = run.pendingOn ?? (open ? `${open.why}尚未结束，暂按对方用满期限推算` : undefined);
  return {
    id,
    limit: 'reply',
    name: '答复期限',
    of: 'duty',
    startedOn,
    because,
    article,
    unit,
    terms,
    excluded,
    dueOn,
    provisional: crossesUnpublished(calendar, startedOn, dueOn),
    ...(pendingOn && !ended ? { pendingOn } : {}),
    ...(run.paused && !ended ? { paused: true as const } : {}),
    ...endedAgainst(ended, dueOn),
  };
}

type Reckoned = Pick<Period, 'dueOn' | 'unit' | 'terms' | 'excluded' | 'article'>;

/** The period by its length. A day that a judgment names stands in its place whether earlier or later. */
function countedOut(calendar: WorkCalendar, run: Run, exclusions: readonly Exclusion[]): Reckoned {
  const { startedOn, unit, article, until, ended, byRegulation } = run;
  if (until) return { dueOn: rollForward(calendar, until), unit: 'days', terms: [], excluded: [], article };
  const terms = [run.base, ...run.extended];
  const end = ended?.on;
  const within =
    unit === 'workdays' && byRegulation
      ? exclusions.filter((e) => e.through > startedOn && (end === undefined || e.after < end))
      : [];
  const dueOn = dueDay(calendar, startedOn, unit, lengthOf({ terms }), within);
  return { dueOn, unit, terms, excluded: within.filter((e) => e.after < dueOn), article };
}

function dayNamed(calendar: WorkCalendar, { deferredTo }: Run): Reckoned | undefined {
  if (!deferredTo) return undefined;
  const article = cite('disclosure', 35);
  return { dueOn: rollForward(calendar, deferredTo), unit: 'days', terms: [], excluded: [], article };
}

/** The run that an order to reply again begins (责令重新答复): its own period, else that of 条例第三十三条 (本系统口径). */
function redoRun(act: ActOf<'redo.ordered'>, acts: readonly Act[]): Run {
  const what = '自收到责令重新答复的决定或裁判之日起';
  const article = orderedUnder(acts, act.id);
  const run = runOf(act.on, what, article, requiredLimit('redo', act.on), act.on);
  if (act.until) return { ...run, until: act.until, article, byRegulation: false };
  const set = act.workdays ?? act.days;
  if (set === undefined) return run;
  return {
    ...run,
    base: { amount: set, why: '决定或裁判所定期限', article },
    unit: act.workdays ? 'workdays' : 'days',
    article,
    byRegulation: false,
  };
}

/** Under which article organ or court has ordered a new reply: that of its result, or the usual one of its kind. */
function orderedUnder(acts: readonly Act[], id: string): Citation {
  const opening = openingActOf(acts, id);
  if (opening?.type === 'suit.served') {
    const judged = lastOf(acts, 'suit.finallyJudged', id) ?? lastOf(acts, 'suit.judged', id);
    return judged?.result === 'orderedToPerform' ? cite('litigation', 72) : cite('litigation', 70);
  }
  if (opening && reconsiderationStatuteOn(opening.appliedOn ?? opening.on) === 'reconsideration2017')
    return cite('reconsideration2017', 28, 1);
  const decided = lastOf(acts, 'reconsideration.decided', id);
  return decided?.result === 'orderedToPerform' ? cite('reconsideration', 66) : cite('reconsideration', 64);
}

/** Every run of the reply clock (答复期限), oldest first. Acts in the order of their days. */
export function replyPeriods(calendar: WorkCalendar, acts: readonly Act[], policy: ClockPolicy): Period[] {
  const exclusions = consultationsOf(calendar, acts).map((consultation) => exclusionOf(consultation, policy));
  const runs: Run[] = [];
  let receivedOn: LocalDate | undefined;
  let corrections = 0;
  let correctionRestarts = true;
  let fees = 0;
  let paymentRestarts = true;
  let reasonable = false;
  const current = (): Run | undefined => (runs.at(-1)?.ended ? undefined : runs.at(-1));
  const inTime = (run: Run, on: LocalDate): boolean =>
    on <= periodOf(calendar, run, exclusions, 'reply').dueOn;
  const restart = (next: Run): void => {
    const run = current();
    if (run) run.ended = { on: next.startedOn, how: 'superseded' };
    runs.push(next);
  };
  const awaiting = (run: Run, what: string): void => {
    run.pendingOn = what;
    run.paused = true;
  };
  const resume = (run: Run): void => {
    delete run.pendingOn;
    delete run.paused;
  };
  /** Begins anew by the applicant's act; a later day that was set for the reply stays set. */
  const anew = (run: Run, on: LocalDate, what: string, article: Citation): void => {
    const { deciding, deferredTo } = run;
    const next = runOf(on, what, article, requiredLimit('reply', deciding), deciding);
    restart(deferredTo ? { ...next, deferredTo } : next);
  };

  for (const act of acts) {
    const run = current();
    switch (act.type) {
      case 'application.received':
        receivedOn = act.on;
        restart(
          runOf(act.on, '自收到申请之日起', cite('disclosure', 31), requiredLimit('reply', act.on), act.on),
        );
        break;
      case 'correction.required':
        corrections += 1;
        correctionRestarts = corrections === 1 && noticedInTime(calendar, receivedOn, act.on);
        if (run && correctionRestarts) awaiting(run, '已告知补正，收到补正后重新起算');
        break;
      case 'correction.received':
        if (run) resume(run);
        if (run && correctionRestarts) anew(run, act.on, '自收到补正之日起重新计算', cite('disclosure', 30));
        break;
      case 'fee.noticed':
        fees += 1;
        paymentRestarts = fees === 1 && run !== undefined && inTime(run, act.on);
        if (run && paymentRestarts) awaiting(run, '已通知缴费，缴费后重新起算');
        break;
      case 'fee.paid':
        if (run) resume(run);
        if (run && paymentRestarts) anew(run, act.on, '自缴费次日起重新计算', cite('feeMeasures', 6));
        break;
      case 'period.extended':
        if (run?.byRegulation && inTime(run, act.on)) extend(run, act);
        break;
      case 'reasons.given':
        reasonable = act.reasonable === 'yes';
        break;
      case 'reply.deferred':
        if (run?.byRegulation && reasonable && inTime(run, act.on)) run.deferredTo = act.until;
        break;
      case 'redo.ordered':
        restart(redoRun(act, acts));
        break;
      case 'reply.issued':
      case 'transfer.noticed':
        if (run) run.pendingOn = '答复已制发，须在期限内送达';
        break;
      case 'reply.served':
        if (run) run.ended = { on: act.on };
        break;
      case 'application.withdrawn':
      case 'correction.lapsed':
      case 'fee.lapsed':
        if (run) run.ended = { on: act.on, how: 'spared' };
        break;
      default:
    }
  }
  return runs.map((run, i) => periodOf(calendar, run, exclusions, i === 0 ? 'reply' : `reply.${i + 1}`));
}

/** 条例第三十条: the correction notice left within its 7 working days. A late one does not restart the clock (本系统口径). */
function noticedInTime(
  calendar: WorkCalendar,
  receivedOn: LocalDate | undefined,
  noticedOn: LocalDate,
): boolean {
  if (!receivedOn) return false;
  const limit = limitOn('correction.notice', receivedOn);
  return !limit || noticedOn <= dueDay(calendar, receivedOn, limit.unit, limit.amount);
}

/** 延期 adds to the running period, in all no more than the law allows (条例第三十三条第二款). */
function extend(run: Run, act: ActOf<'period.extended'>): void {
  const most = requiredLimit('reply.extension', run.deciding);
  const used = run.extended.reduce((sum, { amount }) => sum + amount, 0);
  const amount = Math.min(act.workdays, most.amount - used);
  if (amount > 0) run.extended.push({ amount, why: '延长答复期限', article: most.article });
}
