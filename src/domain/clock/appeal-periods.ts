import type { Act, ActOf } from '../acts/acts.js';
import { cite } from '../law/citation.js';
import { inForce, reconsiderationStatuteOn, statutes } from '../law/statutes.js';
import { type OutcomeId, outcomes } from '../outcome/outcomes.js';
import { type LocalDate, daysBetween, maxDate } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { requiredLimit } from './limits.js';
import { statutoryPeriod } from './making.js';
import type { Period, Term } from './period.js';

const ofMatter = <T extends Act['type']>(acts: readonly Act[], type: T, id: string): ActOf<T> | undefined =>
  acts.find((act) => act.type === type && 'id' in act && act.id === id) as ActOf<T> | undefined;

/** Whether a reply of that kind, on that day, must go through reconsideration before a suit (行政复议法第二十三条第一款第四项). */
export function reconsiderationComesFirst(outcome: OutcomeId, repliedOn: LocalDate): boolean {
  return outcomes[outcome].remedy === 'reconsiderationFirst' && inForce('reconsideration', repliedOn);
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
  const startedOn = served.on;
  const accepted = acts.find((a) => a.type === 'reconsideration.accepted' && a.on >= startedOn);
  const sued = acts.find((a) => a.type === 'suit.served' && a.route === 'direct' && a.on >= startedOn);
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
  if (reconsiderationComesFirst(outcome, startedOn)) return [reconsideration];
  const suit = statutoryPeriod(calendar, {
    id: 'window:suit',
    limit: 'litigation.direct',
    of: 'applicant',
    startedOn,
    because,
    ended,
  });
  return [reconsideration, suit];
}

/** Days during which a reconsideration stood still (中止): not counted in its period (本系统口径). */
function daysSuspended(acts: readonly Act[], id: string): number {
  let from: LocalDate | undefined;
  let days = 0;
  for (const act of acts) {
    if (act.type === 'reconsideration.suspended' && act.id === id) from = act.on;
    if (act.type === 'reconsideration.resumed' && act.id === id && from) {
      days += daysBetween(from, act.on);
      from = undefined;
    }
  }
  return days;
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
  const decided =
    ofMatter(acts, 'reconsideration.decided', id) ?? ofMatter(acts, 'reconsideration.ended', id);
  const answered = ofMatter(acts, 'reconsideration.answered', id);
  const kind = simplified ? 'simplified' : 'ordinary';
  const periods: Period[] = [];
  if (copy) {
    const concluded = decided && { on: decided.on, how: 'spared' as const };
    periods.push(
      statutoryPeriod(calendar, {
        id: `answer:${id}`,
        limit: `reconsideration.reply.${kind}`,
        of: 'duty',
        startedOn: copy.on,
        deciding: applied,
        because: '自收到申请书副本或申请笔录复印件之日起',
        ended: answered ?? concluded,
      }),
    );
  }
  const more: Term[] = [];
  const prolonged = ofMatter(acts, 'reconsideration.prolonged', id);
  if (prolonged) {
    const { article } = requiredLimit('reconsideration.decision.extension', applied);
    more.push({ amount: prolonged.days, why: '复议延期', article });
  }
  const suspended = daysSuspended(acts, id);
  if (suspended > 0)
    more.push({ amount: suspended, why: '中止期间不计入', article: cite('reconsideration', 39) });
  periods.push(
    statutoryPeriod(calendar, {
      id: `decision:${id}`,
      limit: `reconsideration.decision.${kind}`,
      of: 'organ',
      startedOn: accepted.on,
      deciding: applied,
      because: '自复议受理之日起',
      more,
      ended: decided,
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
        because: '自收到复议决定之日起',
        ended: sued && { on: sued.on, how: 'met' },
      }),
    );
  }
  return periods;
}

/** The office's answer, the court's period where the docket day is known, and the window for appeal, of one suit. */
export function suitPeriods(
  calendar: WorkCalendar,
  acts: readonly Act[],
  served: ActOf<'suit.served'>,
): Period[] {
  const { id } = served;
  const judged = ofMatter(acts, 'suit.judged', id);
  const final = ofMatter(acts, 'suit.finallyJudged', id);
  const verdict = judged ?? final;
  const answered = ofMatter(acts, 'suit.answered', id);
  // Served before the present act: its periods are the same numbers (行政诉讼法1989 is out of reach of this system).
  const deciding = maxDate(served.on, statutes.litigation.from);
  const periods = [
    statutoryPeriod(calendar, {
      id: `answer:${id}`,
      limit: 'litigation.answer',
      of: 'duty',
      startedOn: served.on,
      deciding,
      because: '自收到起诉状副本之日起',
      ended: answered ?? (verdict && { on: verdict.on, how: 'spared' as const }),
    }),
  ];
  if (served.docketedOn) {
    periods.push(
      statutoryPeriod(calendar, {
        id: `trial:${id}`,
        limit: 'litigation.firstInstance',
        of: 'court',
        startedOn: served.docketedOn,
        deciding,
        because: '自立案之日起',
        ended: verdict,
      }),
    );
  }
  if (judged) {
    const appealed = ofMatter(acts, 'suit.appealed', id);
    const effect = ofMatter(acts, 'suit.tookEffect', id);
    periods.push(
      statutoryPeriod(calendar, {
        id: `appeal:${id}`,
        limit: judged.form === 'ruling' ? 'appeal.ruling' : 'appeal.judgment',
        of: 'applicant',
        startedOn: judged.on,
        deciding,
        because: `自${judged.form === 'ruling' ? '裁定' : '判决'}书送达之日起`,
        ended: appealed ? { on: appealed.on } : effect && { on: effect.on, how: 'lapsed' as const },
      }),
    );
  }
  return periods;
}
