import type { Act, ActOf } from '../acts/acts.js';
import { type OpeningAct, firstOf, opensProceeding } from '../acts/proceeding-acts.js';
import { type OutcomeId, outcomes } from '../outcome/outcomes.js';
import type { ReconsiderationResult } from '../remedy/results.js';
import { type LocalDate, addMonths } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { isAgainstReply, reconsiderationComesFirst } from './appeal-periods.js';
import { type LimitId, decidingForInterpretation, decidingForSuit, limitOn } from './limits.js';
import { type Ended, statutoryPeriod } from './making.js';
import { type Period, replyPeriodIn } from './period.js';
import { receivedReplyOn } from './served.js';

/** Results by which a reconsideration ended before it was judged, though they came as a decision. */
const withoutJudgment: readonly (ReconsiderationResult | undefined)[] = ['settled', 'terminated'];
/** 不予受理、驳回复议申请: it never came to be heard (法释〔2018〕1号第一百三十三条: it does not count as 维持). */
const turnedAway: readonly (ReconsiderationResult | undefined)[] = ['notAccepted', 'applicationRejected'];

/** How a reconsideration leaves the other ways, and itself, to the applicant. */
function leftOpen(
  acts: readonly Act[],
  id: string,
): { readonly reconsideration: boolean; readonly suit: boolean } {
  const result = firstOf(acts, 'reconsideration.decided', id)?.result;
  const away = turnedAway.includes(result);
  // 撤回、和解 (法释〔2018〕1号第五十八条): the court is open as it was; to the organ nobody goes a second time
  // (行政复议法第三十条第一款第七项、第七十四条第二款; 行政复议法实施条例第三十八条第二款).
  const ended = firstOf(acts, 'reconsideration.ended', id) !== undefined || withoutJudgment.includes(result);
  return { reconsideration: away, suit: away || ended };
}

/** What closes a way: a reconsideration that was judged or is pending, or a direct suit. */
function wayTaken(
  acts: readonly Act[],
  openings: readonly OpeningAct[],
  way: 'reconsideration' | 'suit',
): Ended | undefined {
  const taken =
    openings.find((a) => a.type === 'reconsideration.accepted' && !leftOpen(acts, a.id)[way]) ??
    openings.find((a) => a.type === 'suit.served' && a.route === 'direct');
  return taken && { on: taken.on, how: 'met' };
}

/** 邮寄送达: he knows of the reply when he signs for it (行政复议法实施条例第十五条第一款第三项), and nobody has noted when. */
const signingUnknown = ({ how, signedOn, source }: ActOf<'reply.served'>): boolean =>
  how === 'post' && signedOn === undefined && source !== 'ledger';

/** The applicant's windows after a reply was served: 60 days for reconsideration; six months for suit where it is open. */
export function windowsAfterReply(
  calendar: WorkCalendar,
  acts: readonly Act[],
  outcome: OutcomeId,
): Period[] {
  const served = acts.findLast((act) => act.type === 'reply.served');
  if (!served || outcomes[outcome].remedy === 'none') return [];
  const startedOn = receivedReplyOn(calendar, served);
  const because = served.how === 'announcement' ? '自公告期满视为送达之日起' : '自收到答复之日起';
  const pendingOn = signingUnknown(served) ? '申请人签收日尚未登记，暂按交邮之日起算' : undefined;
  const telling = tellingOf(acts.slice(acts.indexOf(served)));
  const openings = acts.filter(isAgainstReply).filter((a) => a.on >= served.on);
  const reconsideration = window(calendar, {
    id: 'window:reconsideration',
    limit: 'reconsideration.application',
    untold: 'reconsideration.application.untold',
    missing: telling?.omitted.what === 'suit' ? undefined : telling,
    startedOn,
    because,
    pendingOn,
    ended: wayTaken(acts, openings, 'reconsideration'),
  });
  if (reconsiderationComesFirst(outcome, served.on)) return [reconsideration];
  const suit = window(calendar, {
    id: 'window:suit',
    limit: 'litigation.direct',
    untold: 'litigation.direct.untold',
    missing: telling?.omitted.what === 'reconsideration' ? undefined : telling,
    startedOn,
    because,
    pendingOn,
    ended: wayTaken(acts, openings, 'suit'),
  });
  return [reconsideration, suit];
}

/** That the reply did not tell the remedies or told them wrongly, and when they were told after all. */
interface Telling {
  readonly omitted: ActOf<'remedy.omitted'>;
  readonly told?: ActOf<'remedy.told'>;
}

function tellingOf(acts: readonly Act[]): Telling | undefined {
  const omitted = acts.findLast((act) => act.type === 'remedy.omitted');
  if (!omitted) return undefined;
  const told = acts.slice(acts.indexOf(omitted)).find((act) => act.type === 'remedy.told');
  return { omitted, ...(told ? { told } : {}) };
}

interface Window {
  readonly id: string;
  readonly limit: LimitId;
  readonly untold: LimitId;
  readonly missing: Telling | undefined;
  readonly startedOn: LocalDate;
  readonly because: string;
  readonly pendingOn: string | undefined;
  readonly ended: Ended | undefined;
}

const ofSuit = (limit: LimitId): boolean => limit.startsWith('litigation.');

/**
 * From the day on which the reply was known. Where its remedies were not told (行政复议法第二十条第三款;
 * 法释〔2018〕1号第六十四条): from the day on which they were, and no longer than a year from the reply.
 */
function window(calendar: WorkCalendar, { missing, untold, ...plain }: Window): Period {
  const { startedOn, limit } = plain;
  const usual = (from: LocalDate, because: string): Period =>
    statutoryPeriod(calendar, {
      ...plain,
      startedOn: from,
      of: 'applicant',
      because,
      lapse: 'remedy.lapsed',
      ...(ofSuit(limit) ? { deciding: decidingForSuit(from) } : {}),
    });
  const yearEnd = addMonths(startedOn, 12);
  const deciding = ofSuit(limit) ? decidingForInterpretation(startedOn) : yearEnd;
  if (!missing || !limitOn(untold, deciding)) return usual(startedOn, plain.because);
  const year = statutoryPeriod(calendar, {
    ...plain,
    limit: untold,
    of: 'applicant',
    because: '答复未告知或者错误告知救济，自知道答复内容之日起',
    lapse: 'remedy.lapsed',
    deciding,
  });
  const told = missing.told && usual(missing.told.on, '自补充告知救济之日起');
  return told && told.dueOn < year.dueOn ? told : year;
}

/** Who complains of the silence itself, and not before it was one. */
const isOverSilence =
  (after: LocalDate) =>
  (act: Act): act is OpeningAct =>
    opensProceeding(act) &&
    (act.appellant ?? 'applicant') === 'applicant' &&
    act.over === 'silence' &&
    act.on > after;

/**
 * 逾期未答复: sixty days for reconsideration (行政复议法实施条例第十六条第一款第一项), six months for suit
 * (法释〔2018〕1号第六十六条), from the last day of the reply period. A late reply does not close them: that it was
 * late may still be complained of (本系统口径).
 */
export function windowsOverSilence(
  calendar: WorkCalendar,
  acts: readonly Act[],
  replies: readonly Period[],
): Period[] {
  const reply = replyPeriodIn(replies);
  if (!reply || reply.paused || (reply.ended && reply.ended.how !== 'late')) return [];
  const { dueOn } = reply;
  const making = {
    of: 'applicant',
    startedOn: dueOn,
    opensAfter: dueOn,
    because: '自答复期限届满之日起',
    lapse: 'remedy.lapsed',
  } as const;
  const openings = acts.filter(isOverSilence(dueOn));
  return [
    statutoryPeriod(calendar, {
      ...making,
      id: 'window:silence',
      limit: 'reconsideration.silence',
      ended: wayTaken(acts, openings, 'reconsideration'),
    }),
    statutoryPeriod(calendar, {
      ...making,
      id: 'window:silence.suit',
      ended: wayTaken(acts, openings, 'suit'),
      limit: 'litigation.silence',
      deciding: decidingForInterpretation(dueOn),
      unsettled:
        '逾期未答复是否应当先申请复议（行政复议法第二十三条第一款第三项），规定不明；两种途径都按可以处理，请法制人员核对。',
    }),
  ];
}
