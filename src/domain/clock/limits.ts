import { type Citation, cite, printCitation } from '../law/citation.js';
import { type LocalDate, maxDate } from '../time/local-date.js';
import { inForce, statutes } from '../law/statutes.js';

/** Working days (工作日), calendar days (日) and months are three words, so that they are never added. */
export type Unit = 'workdays' | 'days' | 'months';
export const unitNames: Readonly<Record<Unit, string>> = { workdays: '个工作日', days: '日', months: '个月' };

/** A period that the law sets. It holds while its article's statute is in force. */
export interface Limit {
  readonly name: string;
  readonly amount: number;
  readonly unit: Unit;
  readonly article: Citation;
}

const workdays = (name: string, amount: number, article: Citation): Limit => ({
  name,
  amount,
  unit: 'workdays',
  article,
});
const days = (name: string, amount: number, article: Citation): Limit => ({
  name,
  amount,
  unit: 'days',
  article,
});
const months = (name: string, amount: number, article: Citation): Limit => ({
  name,
  amount,
  unit: 'months',
  article,
});

/**
 * Every statutory number, once, under its article. A list holds one entry for each version of the statute;
 * which version holds is chosen by a day: of receipt for 条例, of the application for 行政复议法, of filing for suits.
 */
export const limits = {
  reply: [
    workdays('答复期限', 20, cite('disclosure', 33, 2)),
    workdays('答复期限', 15, cite('disclosure2007', 24, 2)),
  ],
  'reply.extension': [
    workdays('延长答复期限（最长）', 20, cite('disclosure', 33, 2)),
    workdays('延长答复期限（最长）', 15, cite('disclosure2007', 24, 2)),
  ],
  'correction.notice': [workdays('告知补正的期限', 7, cite('disclosure', 30))],
  'receipt.confirmation': [workdays('确认收到的期限', 1, cite('house'))],
  'lapse.patience': [workdays('逾期记录前等待补录的时间', 3, cite('house'))],
  'thirdParty.opinion': [workdays('第三方提出意见的期限', 15, cite('disclosure', 32))],
  'agency.opinion': [workdays('有关机关提出意见的期限', 15, cite('disclosure', 34))],
  // 第三十四条 speaks of those who made it together; for others the regulation names no days.
  'otherAgency.opinion': [workdays('有关机关提出意见的期限', 15, cite('house'))],
  'fee.payment': [workdays('缴费期限', 20, cite('feeMeasures', 6))],
  'proactive.publication': [
    workdays('主动公开期限', 20, cite('disclosure', 26)),
    workdays('主动公开期限', 20, cite('disclosure2007', 18)),
  ],
  // 公告送达: 行政程序没有规定，参照民事诉讼法（本系统口径）.
  'service.announcement': [
    days('公告送达的公告期', 30, cite('civilProcedure', 95)),
    days('公告送达的公告期', 30, cite('civilProcedure2021', 95)),
    days('公告送达的公告期', 60, cite('civilProcedure2017', 92)),
  ],
  'reconsideration.application': [
    days('申请复议的期限', 60, cite('reconsideration', 20, 1)),
    days('申请复议的期限', 60, cite('reconsideration2017', 9, 1)),
  ],
  // Where the reply did not tell the remedies, or told them wrongly. The version of 2017 knew no such rule.
  'reconsideration.application.untold': [
    months('未告知救济时申请复议的最长期限（一年）', 12, cite('reconsideration', 20, 3)),
  ],
  // 因不动产提出的 (twenty years) do not arise over information. The version of 2017 knew no such rule.
  'reconsideration.cap': [months('申请复议的最长期限（五年）', 60, cite('reconsideration', 21))],
  'reconsideration.silence': [days('就逾期未答复申请复议的期限', 60, cite('reconsiderationRules', 16, 1, 1))],
  'reconsideration.review': [
    workdays('复议受理审查期限', 5, cite('reconsideration', 30, 1)),
    workdays('复议受理审查期限', 5, cite('reconsideration2017', 17, 1)),
  ],
  'reconsideration.reply.ordinary': [
    workdays('复议答复和举证期限（普通程序）', 10, cite('reconsideration', 48)),
    days('复议答复和举证期限', 10, cite('reconsideration2017', 23, 1)),
  ],
  'reconsideration.reply.simplified': [
    workdays('复议答复和举证期限（简易程序）', 5, cite('reconsideration', 54)),
  ],
  'reconsideration.decision.ordinary': [
    days('复议审理期限（普通程序）', 60, cite('reconsideration', 62, 1)),
    days('复议审理期限', 60, cite('reconsideration2017', 31, 1)),
  ],
  'reconsideration.decision.extension': [
    days('复议审理延长期限（最长）', 30, cite('reconsideration', 62, 1)),
    days('复议审理延长期限（最长）', 30, cite('reconsideration2017', 31, 1)),
  ],
  'reconsideration.decision.simplified': [
    days('复议审理期限（简易程序）', 30, cite('reconsideration', 62, 2)),
  ],
  'litigation.afterReconsideration': [days('复议后起诉的期限', 15, cite('litigation', 45))],
  // 复议决定未告知起诉期限的，适用前款.
  'litigation.afterReconsideration.untold': [
    months('复议决定未告知起诉期限时起诉的最长期限（一年）', 12, cite('interpretation2018', 64, 2)),
  ],
  'litigation.direct': [months('直接起诉的期限', 6, cite('litigation', 46, 1))],
  'litigation.direct.untold': [
    months('未告知起诉期限时起诉的最长期限（一年）', 12, cite('interpretation2018', 64)),
  ],
  'litigation.cap': [months('起诉的最长期限（五年）', 60, cite('litigation', 46, 2))],
  'litigation.silence': [months('就逾期未答复起诉的期限', 6, cite('interpretation2018', 66))],
  'litigation.overdueReconsideration': [days('复议逾期不作决定时起诉的期限', 15, cite('litigation', 45))],
  'litigation.answer': [days('答辩和举证期限', 15, cite('litigation', 67, 1))],
  'litigation.firstInstance': [months('一审审理期限', 6, cite('litigation', 81))],
  'litigation.firstInstance.simplified': [days('一审审理期限（简易程序）', 45, cite('litigation', 83))],
  'litigation.secondInstance': [months('二审审理期限', 3, cite('litigation', 88))],
  'litigation.appealAnswer': [days('对上诉的答辩期限', 15, cite('interpretation2018', 108))],
  'litigation.retrialApplication': [months('申请再审的期限', 6, cite('interpretation2018', 110))],
  'litigation.retrialReview': [months('再审申请的审查期限', 6, cite('interpretation2018', 112))],
  'litigation.retrialAnswer': [days('对再审申请提交书面意见的期限', 15, cite('interpretation2018', 111))],
  'appeal.judgment': [days('对判决上诉的期限', 15, cite('litigation', 85))],
  'appeal.ruling': [days('对裁定上诉的期限', 10, cite('litigation', 85))],
  redo: [
    workdays('重新答复期限（决定、判决未定期限的）', 20, cite('disclosure', 33, 2)),
    workdays('重新答复期限（决定、判决未定期限的）', 15, cite('disclosure2007', 24, 2)),
  ],
} as const satisfies Record<string, readonly Limit[]>;

export type LimitId = keyof typeof limits;

/**
 * The version of a period that holds on the deciding day; `undefined` where no statute then in force had such a
 * period (简易程序 before 2024, 告知补正 before 2019, 信息处理费 before 2021).
 */
export function limitOn(id: LimitId, deciding: LocalDate): Limit | undefined {
  const versions: readonly Limit[] = limits[id];
  return versions.find(({ article }) => inForce(article.statute, deciding));
}

/** The version that holds, for a period that every version of the statute has. Throws RangeError otherwise. */
export function requiredLimit(id: LimitId, deciding: LocalDate): Limit {
  const limit = limitOn(id, deciding);
  if (!limit) throw new RangeError(`${deciding} 时没有“${limits[id][0].name}”的规定。`);
  return limit;
}

/** Suits older than 行政诉讼法（2017年修正） are read under it: older versions are beyond this system (本系统口径). */
export const decidingForSuit = (on: LocalDate): LocalDate => maxDate(on, statutes.litigation.from);

/** The same for 公告送达. */
export const decidingForService = (on: LocalDate): LocalDate => maxDate(on, statutes.civilProcedure2017.from);

/** The same for what 法释〔2018〕1号 adds to it. */
export const decidingForInterpretation = (on: LocalDate): LocalDate =>
  maxDate(on, statutes.interpretation2018.from);

/** 20个工作日（《条例》第三十三条第二款） */
export const printLimit = ({ amount, unit, article }: Limit): string =>
  `${amount}${unitNames[unit]}（${printCitation(article)}）`;
