import type { Act } from '../../acts/acts.js';
import { strictestIn } from '../../acts/conclusions.js';
import { type OpeningAct, firstOf, openingActOf, opensProceeding } from '../../acts/proceeding-acts.js';
import { isAgainstReply, reconsiderationComesFirst } from '../../clock/appeal-periods.js';
import { decidingForSuit, limitOn } from '../../clock/limits.js';
import { cite } from '../../law/citation.js';
import { type Finding, impossible, irregular } from '../../law/finding.js';
import { reconsiderationStatuteOn } from '../../law/statutes.js';
import { outcomes } from '../../outcome/outcomes.js';
import type { Procedure } from '../../remedy/procedure.js';
import { type AppealResult, reconsiderationResults } from '../../remedy/results.js';
import { onceOnly } from './once-only.js';
import { before } from './order.js';
import { addMonths, chinese } from '../../time/local-date.js';
import type { Question, Rule } from './question.js';
import { periodsBefore, runningReply } from './timeliness.js';

/** An appeal against the reply presupposes a reply; a suit after reconsideration presupposes one. */
export const appealHasObject: Rule = ({ acts, act }) => {
  if (!opensProceeding(act)) return [];
  const over = act.over ?? 'reply';
  const afterReview = act.type === 'suit.served' && act.route === 'afterReconsideration';
  if (afterReview) {
    const reviewed = acts.findLast(({ type }) => type === 'reconsideration.accepted');
    const field = { field: 'route' };
    if (!reviewed) {
      const mend = '请先补记复议的受理和决定，或改选“未经复议直接起诉”。';
      return [impossible('noReconsideration', '记录中没有复议，不能是“复议后起诉”。', mend, field)];
    }
    const decided = acts.findLast(({ type }) => type === 'reconsideration.decided');
    if (act.on < (decided ?? reviewed).on) return [before(act, decided ?? reviewed)];
  }
  const replied = acts.find(({ type }) => type === 'reply.issued' || type === 'transfer.noticed');
  const ended = acts.some(({ type }) => type === 'correction.lapsed' || type === 'fee.lapsed');
  if (over === 'reply' && !ended && !afterReview) {
    if (!replied) {
      const mend = '如果是因逾期未答复，请把事由选为“逾期未答复”；否则请先补记答复。';
      return [
        impossible('noReply', '记录中还没有答复。', mend, { article: cite('disclosure', 51), field: 'over' }),
      ];
    }
    if (act.on < replied.on) return [before(act, replied)];
  }
  return [];
};

/** 未告知救济 is said of a reply that was served; 补充告知 of one that had not told them. */
export const remediesOfReply: Rule = ({ acts, act }) => {
  if (act.type !== 'remedy.omitted' && act.type !== 'remedy.told') return [];
  const article = cite('reconsideration', 20, 3);
  const served = acts.findLastIndex(({ type }) => type === 'reply.served');
  if (served < 0) {
    const mend = '请先登记答复的送达；没有送达的答复，救济期限还没有起算。';
    return [impossible('notServed', '记录中没有送达答复。', mend, { article })];
  }
  if (act.type === 'remedy.omitted' || acts.slice(served).some(({ type }) => type === 'remedy.omitted'))
    return [];
  const mend = '请先登记“救济未告知或告知错误”，再登记补充告知。';
  return [impossible('remediesWereTold', '记录中没有未告知救济的情形。', mend, { article })];
};

/** 简易程序 came with the revision in force since 2024 (行政复议法第五十三条). */
export const procedureExists: Rule = ({ acts, act }) => {
  const said = procedureSaid(act);
  if (said?.procedure !== 'simplified') return [];
  const accepted =
    act.type === 'reconsideration.accepted' ? act : firstOf(acts, 'reconsideration.accepted', said.id);
  if (!accepted) return [];
  if (reconsiderationStatuteOn(accepted.appliedOn ?? accepted.on) === 'reconsideration') return [];
  const article = cite('reconsideration', 53);
  const mend = '请核对申请复议日；当时的复议只有一种程序，请选“普通程序”。';
  const { field } = said;
  return [impossible('noSimplifiedYet', '申请复议时的行政复议法没有简易程序。', mend, { article, field })];
};

function procedureSaid(act: Act): { id: string; procedure?: Procedure; field: string } | undefined {
  switch (act.type) {
    case 'reconsideration.accepted':
    case 'reconsideration.copyReceived':
      return { id: act.id, ...(act.procedure ? { procedure: act.procedure } : {}), field: 'procedure' };
    case 'reconsideration.converted':
      return { id: act.id, ...(act.to ? { procedure: act.to } : {}), field: 'to' };
    default:
      return undefined;
  }
}

/** The applicant's side: windows missed, reconsideration passed over, two ways at once. Not the office's fault, but its defence. */
export const appealOpen: Rule = (question) => {
  const { act } = question;
  if (!opensProceeding(act)) return [];
  return [
    ...wayOpen(question, act),
    ...rightDefendant(question, act),
    ...oneWayAtATime(question, act),
    ...onceOnly(question.acts, act),
  ];
};

/** 行政诉讼法第二十六条第二款: where the reconsideration changed the reply, the organ is the defendant. */
function rightDefendant({ acts }: Question, act: OpeningAct): Finding[] {
  if (act.type !== 'suit.served' || act.route !== 'afterReconsideration') return [];
  if (act.capacity === 'thirdParty' || act.over === 'silence') return [];
  const at = acts.findLastIndex(({ type }) => type === 'reconsideration.decided');
  const decided = acts[at];
  if (decided?.type !== 'reconsideration.decided' || openingActOf(acts, decided.id)?.over === 'silence')
    return [];
  // A reply given since is one of its own, whatever the route is called.
  if (acts.slice(at).some(({ type }) => type === 'reply.issued')) return [];
  const { name, changes }: AppealResult = reconsiderationResults[decided.result];
  if (!changes) return [];
  const article = cite('litigation', 26, 2);
  if (changes === 'wholly') {
    const says = `复议决定${name}了本机关的答复，对复议决定起诉的，被告是复议机关。`;
    const mend = '请核对起诉状所诉的是哪一个行为；诉的是复议决定的，在答辩中提出本机关不是适格被告。';
    return [irregular('wrongDefendant', says, mend, { article })];
  }
  const says = '复议决定确认违法，不是仅以违反法定程序为由的，被告是复议机关。';
  const mend = '请核对复议决定的理由（法释〔2018〕1号第二十二条）；不是仅因程序违法的，再在答辩中提出。';
  return [irregular('defendantDoubtful', says, mend, { article })];
}

function wayOpen(question: Question, act: OpeningAct): Finding[] {
  const { acts } = question;
  if (act.over === 'silence') return [...silenceOver(question, filedOn(act)), ...outOfWindow(question, act)];
  const outcome = strictestIn(acts);
  const at = acts.findLastIndex(({ type }) => type === 'reply.served');
  const served = acts[at];
  if (!outcome || !served || !isAgainstReply(act)) return [];
  // What was decided upon has not been passed over, whatever the route is called.
  const decided = acts.slice(at).some(({ type }) => type === 'reconsideration.decided');
  if (isDirectSuit(act) && !decided && reconsiderationComesFirst(outcome, served.on)) {
    const mend = '应当先申请行政复议；请在答辩中提出，并核对答复书是否告知了复议前置。';
    const article = cite('reconsideration', 23, 1, 4);
    const says = `对“${outcomes[outcome].name}”的答复未经复议直接起诉。`;
    return [irregular('reconsiderationPassedOver', says, mend, { article })];
  }
  return [...outOfWindow(question, act), ...beyondCap(question, act)];
}

const isDirectSuit = (act: OpeningAct): boolean => act.type === 'suit.served' && act.route === 'direct';

const filedOn = (act: OpeningAct): Act['on'] =>
  act.type === 'reconsideration.accepted' ? (act.appliedOn ?? act.on) : (act.docketedOn ?? act.on);

/** 行政复议法第二十一条、行政诉讼法第四十六条第二款: five years from the reply, known or not. */
function beyondCap({ acts }: Question, act: OpeningAct): Finding[] {
  const replied = acts.findLast(({ type }) => type === 'reply.issued' || type === 'transfer.noticed');
  const suit = act.type === 'suit.served';
  const on = filedOn(act);
  const cap = limitOn(suit ? 'litigation.cap' : 'reconsideration.cap', suit ? decidingForSuit(on) : on);
  if (!replied || !cap || on <= addMonths(replied.on, cap.amount)) return [];
  const says = `自 ${chinese(replied.on)} 作出答复起已超过五年。`;
  const mend = `请在${suit ? '答辩' : '答复'}中提出。`;
  return [irregular('capPassed', says, mend, { article: cap.article })];
}

/** 行政复议法实施条例第十六条: against silence from the day the reply period is over, not before. */
function silenceOver(question: Question, filedOn: Act['on']): Finding[] {
  const reply = runningReply(question);
  if (!reply || reply.paused || filedOn > reply.dueOn) return [];
  const says = `答复期限 ${chinese(reply.dueOn)} 尚未届满，以逾期未答复申请复议或起诉为时过早。`;
  const mend = '请在答复或答辩中提出，并附期限的计算。';
  return [irregular('silenceTooEarly', says, mend, { article: cite('reconsiderationRules', 16) })];
}

/** 行政复议法第二十九条: the same person not before the organ and the court at once. */
function oneWayAtATime({ acts }: Question, act: OpeningAct): Finding[] {
  const appellant = act.appellant ?? 'applicant';
  const other = act.type === 'suit.served' ? 'reconsideration.accepted' : 'suit.served';
  const ends: readonly Act['type'][] = [
    'reconsideration.decided',
    'reconsideration.ended',
    'suit.tookEffect',
    'suit.finallyJudged',
  ];
  const open = acts.find(
    (a) =>
      a.type === other &&
      (a.appellant ?? 'applicant') === appellant &&
      !acts.some((b) => ends.includes(b.type) && 'id' in b && b.id === a.id),
  );
  // 复议机关逾期不作决定: the suit may then be brought while the reconsideration stands open (行政诉讼法第四十五条).
  if (!open || (act.type === 'suit.served' && act.route === 'afterReconsideration')) return [];
  const mend = '同一人不得同时申请复议和起诉；请在答复或答辩中提出。';
  const now = reconsiderationStatuteOn(filedOn(act)) === 'reconsideration';
  const article = now ? cite('reconsideration', 29) : cite('reconsideration2017', 16);
  return [irregular('twoWaysAtOnce', '同一人的复议与诉讼同时进行。', mend, { article })];
}

/** The window that the appeal had to keep, where its day is known: of a suit only that it was docketed. */
function outOfWindow(question: Question, act: OpeningAct): Finding[] {
  const on = act.type === 'suit.served' ? act.docketedOn : act.appliedOn;
  const window = periodsBefore(question).find(({ id }) => id === windowOf(act, question.acts));
  if (!on || !window || on <= window.dueOn) return [];
  const { dueOn, article, pendingOn } = window;
  if (act.type === 'suit.served') {
    const says = `立案日 ${chinese(on)} 晚于起诉期限 ${chinese(dueOn)}。`;
    const mend = '起诉以起诉状递交法院之日为准；请查明后在答辩中提出，并核对答复书是否告知了起诉期限。';
    return [irregular('windowDoubtful', says, mend, { article })];
  }
  if (pendingOn) {
    const says = `按交邮之日计算，申请复议超过期限 ${chinese(dueOn)}，但申请人的签收日尚未登记。`;
    const mend = '请查明签收日，更正送达答复的记录；确已超过的，再在答复中提出。';
    return [irregular('windowDoubtful', says, mend, { article })];
  }
  const says = `申请复议超过期限 ${chinese(dueOn)}。`;
  const mend = '请在答复中提出，并核对答复书是否告知了救济权利和期限、申请人何时签收。';
  return [irregular('windowMissed', says, mend, { article })];
}

function windowOf(act: OpeningAct, acts: readonly Act[]): string {
  const silence = act.over === 'silence';
  if (act.type === 'reconsideration.accepted') return silence ? 'window:silence' : 'window:reconsideration';
  if (act.route === 'direct') return silence ? 'window:silence.suit' : 'window:suit';
  const decided = acts.findLast((one) => one.type === 'reconsideration.decided');
  const accepted = acts.findLast((one) => one.type === 'reconsideration.accepted');
  return decided ? `window:suit:${decided.id}` : `window:overdue:${accepted?.id ?? ''}`;
}
