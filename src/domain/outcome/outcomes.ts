import { cite } from '../law/citation.js';
import type { Outcome } from './outcome.js';
import { type OutcomeGroup, outcomeGroups, resultRows } from './rows.js';

const d = cite.bind(null, 'disclosure');

/**
 * The kinds of answer in the order of table three: the one list that rows, letters and remedies come from.
 * Where a row has several kinds, the first stands for the row when a ledger names the row alone.
 */
export const outcomes = {
  granted: {
    row: 'granted',
    name: '予以公开',
    article: d(36, undefined, 2),
    requires: ['provided'],
    allows: ['reasons'],
    remedy: 'choice',
    letter: '政府信息公开答复书',
  },
  alreadyPublic: {
    row: 'granted',
    name: '已主动公开',
    article: d(36, undefined, 1),
    requires: ['provided'],
    allows: ['reasons'],
    remedy: 'choice',
    letter: '政府信息公开告知书',
  },
  partial: {
    row: 'partial',
    name: '部分公开',
    article: d(37),
    requires: ['provided', 'withheld', 'reasons'],
    remedy: 'reconsiderationFirst',
    letter: '政府信息部分公开答复书',
  },
  stateSecret: {
    row: 'stateSecret',
    name: '属于国家秘密',
    article: d(14),
    requires: ['reasons', 'basis'],
    remedy: 'reconsiderationFirst',
    letter: '政府信息不予公开答复书',
  },
  forbiddenByLaw: {
    row: 'forbiddenByLaw',
    name: '其他法律行政法规禁止公开',
    article: d(14),
    requires: ['reasons', 'basis'],
    remedy: 'reconsiderationFirst',
    letter: '政府信息不予公开答复书',
  },
  securityAndStability: {
    row: 'securityAndStability',
    name: '危及“三安全一稳定”',
    article: d(14),
    requires: ['reasons'],
    remedy: 'reconsiderationFirst',
    letter: '政府信息不予公开答复书',
  },
  thirdPartyRights: {
    row: 'thirdPartyRights',
    name: '保护第三方合法权益',
    article: d(15),
    requires: ['reasons', 'thirdPartyAsked'],
    remedy: 'reconsiderationFirst',
    letter: '政府信息不予公开答复书',
  },
  internalAffairs: {
    row: 'internalAffairs',
    name: '属于三类内部事务信息',
    article: d(16, 1),
    requires: ['reasons'],
    remedy: 'reconsiderationFirst',
    letter: '政府信息不予公开答复书',
  },
  deliberative: {
    row: 'deliberative',
    name: '属于四类过程性信息',
    article: d(16, 2),
    requires: ['reasons'],
    remedy: 'reconsiderationFirst',
    letter: '政府信息不予公开答复书',
  },
  enforcementFile: {
    row: 'enforcementFile',
    name: '属于行政执法案卷',
    article: d(16, 2),
    requires: ['reasons'],
    remedy: 'reconsiderationFirst',
    letter: '政府信息不予公开答复书',
  },
  specialRegister: {
    row: 'specialRegister',
    name: '属于行政查询事项',
    article: d(36, undefined, 7),
    requires: ['reasons', 'basis'],
    remedy: 'choice',
    letter: '政府信息公开申请告知书',
  },
  notHeld: {
    row: 'notHeld',
    name: '信息不存在',
    article: d(36, undefined, 4),
    requires: ['searched', 'reasons'],
    remedy: 'choice',
    letter: '政府信息不存在告知书',
  },
  notResponsible: {
    row: 'notHeld',
    name: '不属于本机关负责公开',
    article: d(36, undefined, 5),
    requires: ['reasons'],
    allows: ['directTo'],
    remedy: 'choice',
    letter: '非本机关政府信息告知书',
  },
  needsCreation: {
    row: 'needsCreation',
    name: '没有现成信息需要另行制作',
    article: d(38),
    requires: ['reasons'],
    remedy: 'choice',
    letter: '政府信息无法提供告知书',
  },
  unclearAfterCorrection: {
    row: 'unclearAfterCorrection',
    name: '补正后申请内容仍不明确',
    article: d(30),
    requires: ['reasons', 'correctionAsked'],
    remedy: 'choice',
    letter: '政府信息无法提供告知书',
  },
  petition: {
    row: 'petition',
    name: '信访举报投诉类申请',
    article: d(39, 1),
    requires: ['reasons'],
    allows: ['provided'],
    remedy: 'choice',
    letter: '政府信息公开申请不予处理告知书',
  },
  repeated: {
    row: 'repeated',
    name: '重复申请',
    article: d(36, undefined, 6),
    requires: ['earlier', 'reasons'],
    remedy: 'choice',
    letter: '政府信息公开申请不予重复处理告知书',
  },
  publication: {
    row: 'publication',
    name: '要求提供公开出版物',
    article: d(39, 2),
    requires: ['provided'],
    allows: ['reasons'],
    remedy: 'choice',
    letter: '政府信息公开申请不予处理告知书',
  },
  excessive: {
    row: 'excessive',
    name: '无正当理由大量反复申请',
    article: d(35),
    requires: ['reasons', 'reasonsAsked'],
    remedy: 'choice',
    letter: '政府信息公开申请不予处理告知书',
  },
  confirmation: {
    row: 'confirmation',
    name: '要求行政机关确认或重新出具已获取信息',
    requires: ['reasons'],
    remedy: 'choice',
    letter: '政府信息公开申请不予处理告知书',
  },
  notCorrected: {
    row: 'notCorrected',
    name: '逾期不补正',
    article: d(30),
    requires: ['correctionLapsed'],
    remedy: 'choice',
    letter: '政府信息公开申请不再处理告知书',
  },
  notPaid: {
    row: 'notPaid',
    name: '逾期未缴费',
    article: cite('feeMeasures', 6),
    requires: ['feeLapsed'],
    remedy: 'choice',
    letter: '政府信息公开申请不再处理告知书',
  },
  otherwise: {
    row: 'otherwise',
    name: '其他',
    requires: ['reasons'],
    remedy: 'choice',
    letter: '政府信息公开申请办理情况告知书',
  },
  withdrawn: {
    row: 'otherwise',
    name: '申请人撤回',
    requires: ['withdrawal'],
    remedy: 'none',
    letter: '政府信息公开申请终止办理告知书',
  },
} as const satisfies Record<string, Outcome>;
export type OutcomeId = keyof typeof outcomes;

export const outcomeIds = Object.keys(outcomes) as OutcomeId[];
export const isOutcome = (text: string): text is OutcomeId => Object.hasOwn(outcomes, text);
export const outcomeOf = (id: OutcomeId): Outcome => outcomes[id];

export const groupOf = (id: OutcomeId): OutcomeGroup => resultRows[outcomes[id].row].group;

/** 不予公开-保护第三方合法权益, as screens and ledgers name an outcome. */
export function outcomeTitle(id: OutcomeId): string {
  const group = outcomeGroups[groupOf(id)];
  const { name } = outcomes[id];
  return group === name ? name : `${group}-${name}`;
}

export const outcomeChoices = Object.fromEntries(outcomeIds.map((id) => [id, outcomeTitle(id)])) as {
  readonly [K in OutcomeId]: string;
};
