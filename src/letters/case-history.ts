import type { ActOf, RecordedAct } from '../domain/acts/acts.js';
import { views } from '../domain/acts/handling-acts.js';
import type { Period } from '../domain/clock/period.js';
import { reconsiderationResults, suitResults } from '../domain/remedy/results.js';
import { chinese } from '../domain/time/local-date.js';

/** What happened in a case, as its letters tell it. */
export interface History {
  readonly acts: readonly RecordedAct[];
  /** Every period that the acts make: which of them began the reply period afresh. */
  readonly periods: readonly Period[];
  /** 您 or 你单位. */
  readonly you: string;
  /** Steps that the letter tells elsewhere: beginnings of the acts' types, such as `correction.`. */
  readonly toldElsewhere?: readonly string[];
}

/** 办理经过: one sentence for each step with its day, in the order of the days. */
export function historySentences(history: History): string[] {
  const { toldElsewhere = [] } = history;
  return history.acts
    .filter(({ type }) => !toldElsewhere.some((beginning) => type.startsWith(beginning)))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.seq - b.seq))
    .map((act) => sentenceOf(act, history))
    .filter((sentence) => sentence !== undefined);
}

function sentenceOf(act: RecordedAct, history: History): string | undefined {
  const { you } = history;
  const on = chinese(act.on);
  switch (act.type) {
    case 'correction.required':
      return `${on}，本机关告知${you}补正申请内容。`;
    case 'correction.received':
      return `${on}，本机关收到${you}的补正材料${restarted(act, history)}。`;
    case 'correction.lapsed':
      return `至补正期限届满，${you}未补正申请内容。`;
    case 'reasons.asked':
      return `${on}，本机关要求${you}说明申请理由。`;
    case 'reasons.given':
      return `${on}，本机关收到${you}说明的理由。`;
    case 'reasons.lapsed':
      return `至说明理由的期限届满，${you}未说明理由。`;
    case 'reply.deferred':
      return `${on}，本机关告知${you}延迟至${chinese(act.until)}答复。`;
    case 'opinion.sought':
      return consultationSentence(act, history);
    case 'fee.noticed':
      return `${on}，本机关向${you}发出信息处理费收费通知。`;
    case 'fee.paid':
      return `${on}，${you}缴纳了信息处理费${restarted(act, history)}。`;
    case 'fee.lapsed':
      return `至缴费期限届满，${you}未缴纳信息处理费。`;
    case 'period.extended':
      return `${on}，经政府信息公开工作机构负责人同意，本机关告知${you}延长答复期限${act.workdays}个工作日。`;
    case 'application.withdrawn':
      return `${on}，${you}撤回申请。`;
    case 'reply.issued':
      return `${on}，本机关作出答复${numbered(act.number)}。`;
    case 'transfer.noticed':
      return `${on}，本机关告知${you}向其他机关申请${numbered(act.number)}。`;
    case 'reconsideration.decided':
      return `${on}，本机关收到行政复议决定（${docketed(act.id)}${reconsiderationResults[act.result].name}）。`;
    case 'suit.finallyJudged':
      return `${on}，本机关收到人民法院的生效裁判（${docketed(act.id)}${suitResults[act.result].name}）。`;
    case 'redo.ordered':
      return redoSentence(act, history);
    default:
      return undefined;
  }
}

/** The 案号, where there is one: the office's own makeshift number says nothing to others. */
const docketed = (id: string): string => (id.endsWith('号') ? `${id}，` : '');

/** The days of these acts are those on which the office received the paper, not those on which it was made. */
function redoSentence({ id, on }: RecordedAct & ActOf<'redo.ordered'>, { acts }: History): string {
  const decided = acts.some((act) => act.type === 'reconsideration.decided' && act.id === id);
  const judged = acts.some((act) => act.type === 'suit.finallyJudged' && act.id === id);
  if (!decided && !judged) {
    return `${chinese(on)}，本机关收到责令重新答复的决定或者裁判，依法重新作出答复。`;
  }
  return `${decided ? '上述行政复议决定' : '上述裁判'}责令本机关重新答复，现依法重新作出答复。`;
}

const numbered = (number: string | undefined): string => (number ? `（${number}）` : '');

function restarted({ on }: RecordedAct, { periods }: History): string {
  const began = periods.some(
    ({ limit, startedOn, id }) => limit === 'reply' && id !== 'reply' && startedOn === on,
  );
  return began ? '，答复期限重新计算' : '';
}

/** A third party is not named to the applicant; an agency is. */
function consultationSentence(sought: ActOf<'opinion.sought'>, { acts }: History): string {
  const whom = sought.consultee === 'thirdParty' ? '第三方' : (sought.name ?? '有关机关');
  const received = acts.find((act) => act.type === 'opinion.received' && act.id === sought.id);
  const lapsed = acts.some((act) => act.type === 'opinion.lapsed' && act.id === sought.id);
  const end = received ? `，于${chinese(received.on)}收到意见` : lapsed ? '，对方逾期未提出意见' : '';
  return `${chinese(sought.on)}，本机关书面征求${whom}意见${end}，所需时间依法不计入答复期限。`;
}

/** What the third parties said: for a letter that refuses or discloses in their regard. */
export function thirdPartyView({ acts }: Pick<History, 'acts'>): string | undefined {
  const sought = acts
    .filter((act) => act.type === 'opinion.sought')
    .filter((act) => act.consultee === 'thirdParty');
  const said = sought.flatMap(({ id }) => {
    const received = acts.find(
      (a): a is RecordedAct & ActOf<'opinion.received'> => a.type === 'opinion.received' && a.id === id,
    );
    if (received) return [views[received.view ?? 'none']];
    return acts.some((a) => a.type === 'opinion.lapsed' && a.id === id) ? ['逾期未提出意见'] : [];
  });
  if (said.length === 0) return undefined;
  const days = [...new Set(sought.map(({ on }) => chinese(on)))].join('、');
  const each = [...new Set(said)];
  const [only = ''] = each;
  const answers =
    each.length === 1
      ? `第三方${sought.length > 1 && said.length === sought.length ? '均' : ''}${only}`
      : `其中${each.map((view) => `${said.filter((one) => one === view).length}方${view}`).join('，')}`;
  const whom = sought.length > 1 ? `${sought.length}个第三方的意见` : '第三方意见';
  return `本机关于${days}书面征求${whom}，${answers}`;
}

/** How a correction was asked and what came of it. */
export function correctionHistory({ acts, you }: History): { asked?: string; lapse?: string } {
  const asked = acts.filter((act) => act.type === 'correction.required').at(-1);
  if (!asked) return {};
  const told = `本机关于${chinese(asked.on)}告知${you}补正申请内容，补正期限至${chinese(asked.until)}`;
  const received = acts.findLast((act) => act.type === 'correction.received');
  const lapsed = acts.some((act) => act.type === 'correction.lapsed');
  return {
    asked: received ? `${told}；于${chinese(received.on)}收到${you}的补正材料` : told,
    ...(lapsed ? { lapse: `${told}。${you}无正当理由逾期未补正` } : {}),
  };
}

/** How reasons were asked for and what came of it. */
export function reasonsHistory({ acts, you }: History): string | undefined {
  const asked = acts.filter((act) => act.type === 'reasons.asked').at(-1);
  if (!asked) return undefined;
  const told = `本机关于${chinese(asked.on)}要求${you}在${chinese(asked.until)}前（含当日）说明理由`;
  const given = acts.findLast((act) => act.type === 'reasons.given');
  if (given) return `${told}，于${chinese(given.on)}收到${you}说明的理由`;
  return acts.some((act) => act.type === 'reasons.lapsed') ? `${told}，${you}逾期未说明理由` : told;
}

/** That a fee was noticed and not paid in time. */
export function feeLapse({ acts, you }: History): string | undefined {
  const noticed = acts.filter((act) => act.type === 'fee.noticed').at(-1);
  if (!noticed || !acts.some((act) => act.type === 'fee.lapsed')) return undefined;
  return `本机关于${chinese(noticed.on)}向${you}发出收费通知，应缴信息处理费${noticed.yuan}元。${you}逾期未按收费通知要求缴纳费用`;
}

/** That and when the applicant withdrew. */
export function withdrawal({ acts, you }: History): string | undefined {
  const withdrawn = acts.findLast((act) => act.type === 'application.withdrawn');
  return withdrawn && `${chinese(withdrawn.on)}，${you}撤回上述政府信息公开申请`;
}
