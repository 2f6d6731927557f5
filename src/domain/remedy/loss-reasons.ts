import type { Act } from '../acts/acts.js';
import { openingActOf } from '../acts/proceeding-acts.js';
import { type Citation, cite } from '../law/citation.js';

/** Why a proceeding was lost: tied to the procedure, so that the yearly review leads to a mend. */
export interface LossReason {
  readonly name: string;
  readonly article: Citation;
  /** What to do so that it does not happen again. */
  readonly lesson: string;
  /** Codes of 程序瑕疵 in the record that point to it. */
  readonly codes: readonly string[];
}

const d = cite.bind(null, 'disclosure');

/** 败因: what organs and courts hold against replies, from the procedure to the substance. */
const lossReasons = {
  silence: {
    name: '逾期未答复',
    article: d(33),
    lesson: '到期前提醒加倍；到期前答复或者依法延期。',
    codes: [],
  },
  replyLate: {
    name: '超期答复',
    article: d(33),
    lesson: '按期限账本倒排，送达日也须在期限之内。',
    codes: ['replyLate', 'extensionLate'],
  },
  correctionFaulty: {
    name: '补正告知不当',
    article: d(30),
    lesson: '七个工作日内一次性告知补正事项和合理期限。',
    codes: ['correctionLate', 'correctionTwice', 'correctionAskedMissing'],
  },
  thirdPartyNotAsked: {
    name: '未征求第三方意见',
    article: d(32),
    lesson: '以第三方权益为由不予公开的，先书面征求意见。',
    codes: ['thirdPartyAskedMissing', 'consultationOpen'],
  },
  noReasons: {
    name: '未说明理由',
    article: d(36, undefined, 3),
    lesson: '不予公开、部分公开的，逐项说明理由。',
    codes: [],
  },
  searchInsufficient: {
    name: '检索不充分',
    article: d(36, undefined, 4),
    lesson: '写明检索的范围、关键词、方式、时间和结果，并留存记录。',
    codes: [],
  },
  wrongClause: {
    name: '适用条款不当',
    article: d(36),
    lesson: '按条、款、项核对答复种类与所引条款。',
    codes: [],
  },
  notSeparated: {
    name: '应区分处理而未区分',
    article: d(37),
    lesson: '能区分处理的，公开可以公开的部分。',
    codes: [],
  },
  misunderstood: {
    name: '答非所问',
    article: d(36),
    lesson: '登记时与申请人核对所需信息，答复时逐项对应。',
    codes: [],
  },
  remediesWrong: {
    name: '救济告知错误或遗漏',
    article: cite('reconsideration', 23, 2),
    lesson: '救济告知由系统按答复种类和日期生成，不要手写。',
    codes: [],
  },
  wronglyServed: {
    name: '送达不当',
    article: cite('serviceReply'),
    lesson: '通过邮政企业寄送，留存交邮和签收凭证。',
    codes: [],
  },
  answerLate: {
    name: '未按期答复举证',
    article: cite('reconsideration', 70),
    lesson: '收到通知当日登记，期限内一次提交答复书和全部证据。',
    codes: ['answerLate'],
  },
  sameAgain: {
    name: '以同一事实和理由重复作出',
    article: cite('reconsideration', 64, 2),
    lesson: '重新答复前先列明与原答复不同的事实和理由。',
    codes: ['sameAgain'],
  },
  substance: {
    name: '事实认定或实体判断不被采纳',
    article: cite('reconsideration', 64, 1, 1),
    lesson: '把认定事实的依据在答复前收入案卷。',
    codes: [],
  },
  other: {
    name: '其他',
    article: cite('reconsideration', 64, 1),
    lesson: '请在说明中写明。',
    codes: [],
  },
} as const satisfies Record<string, LossReason>;

export type LossReasonId = keyof typeof lossReasons;
export const lossReasonIds = Object.keys(lossReasons) as LossReasonId[];
export const lossReasonOf = (id: LossReasonId): LossReason => lossReasons[id];
export const isLossReason = (text: unknown): text is LossReasonId =>
  typeof text === 'string' && Object.hasOwn(lossReasons, text);

export const lossReasonChoices = Object.fromEntries(
  lossReasonIds.map((id) => [id, lossReasons[id].name]),
) as Readonly<Record<LossReasonId, string>>;

/**
 * Reasons that the record itself points to: by its 程序瑕疵, and by a proceeding over silence.
 * A suggestion for the legal staff, who name the reason that the decision gives.
 */
export function lossReasonsSuggested(
  acts: readonly Act[],
  number: string,
  codes: readonly string[],
): LossReasonId[] {
  const overSilence = openingActOf(acts, number)?.over === 'silence';
  const pointed = lossReasonIds.filter((id) => lossReasonOf(id).codes.some((code) => codes.includes(code)));
  return overSilence ? ['silence', ...pointed] : pointed;
}
