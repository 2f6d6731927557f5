import { limits } from '../clock/limits.js';
import { cite } from '../law/citation.js';
import { reconsiderationResultChoices, suitResultChoices } from '../remedy/results.js';
import { choice, date, ifKnown, integer, longText, text } from './fields.js';

const reconsideration = text('复议案号或编号', { hint: '同一件申请可有数起复议。' });
const longestProlongation = limits['reconsideration.decision.extension'][0].amount;
const suit = text('诉讼案号或编号', { hint: '同一件申请可有数起诉讼。' });

export const procedures = { ordinary: '普通程序', simplified: '简易程序' } as const;
export const appellants = { applicant: '申请人', thirdParty: '第三方' } as const;
export const grievances = { reply: '对答复不服', silence: '逾期未答复' } as const;
/** As what the office takes part. A third party owes no answer and is not counted in table four. */
export const reconsiderationCapacities = { respondent: '被申请人', thirdParty: '第三人' } as const;
export const suitCapacities = {
  defendant: '被告',
  coDefendant: '与复议机关为共同被告',
  thirdParty: '第三人',
} as const;
export const suitRoutes = { direct: '未经复议直接起诉', afterReconsideration: '复议后起诉' } as const;

export const appealActs = {
  'reconsideration.accepted': {
    name: '复议受理',
    article: cite('reconsideration', 30),
    fields: {
      id: reconsideration,
      appliedOn: ifKnown(
        date('申请复议日', { hint: '决定适用的行政复议法版本；不知道的空着，以受理日为准。' }),
      ),
      organ: ifKnown(text('复议机关')),
      appellant: ifKnown(choice('复议申请人', appellants)),
      over: ifKnown(choice('复议事由', grievances)),
      procedure: ifKnown(choice('复议程序', procedures)),
      capacity: ifKnown(choice('本机关的地位', reconsiderationCapacities, { hint: '空着即被申请人。' })),
    },
  },
  'reconsideration.copyReceived': {
    name: '收到复议申请书副本',
    article: cite('reconsideration', 48),
    fields: { id: reconsideration, procedure: choice('复议程序', procedures) },
  },
  'reconsideration.converted': {
    name: '转为普通程序',
    article: cite('reconsideration', 55),
    fields: { id: reconsideration },
  },
  'reconsideration.answered': {
    name: '提出复议答复和证据',
    article: cite('reconsideration', 48),
    fields: { id: reconsideration },
  },
  'reconsideration.suspended': {
    name: '复议中止',
    article: cite('reconsideration', 39),
    fields: { id: reconsideration, why: longText('中止原因') },
  },
  'reconsideration.resumed': {
    name: '复议恢复',
    article: cite('reconsideration', 39),
    fields: { id: reconsideration },
  },
  'reconsideration.prolonged': {
    name: '复议延期',
    article: cite('reconsideration', 62),
    fields: { id: reconsideration, days: integer('延长日数', 1, longestProlongation) },
  },
  'reconsideration.decided': {
    name: '收到复议决定',
    article: cite('reconsideration', 75),
    fields: {
      id: reconsideration,
      result: choice('复议结果', reconsiderationResultChoices),
      because: ifKnown(longText('决定理由')),
    },
  },
  'reconsideration.ended': {
    name: '复议终止',
    article: cite('reconsideration', 41),
    fields: { id: reconsideration, why: longText('终止原因') },
  },
  'suit.served': {
    name: '收到应诉通知',
    article: cite('litigation', 67),
    fields: {
      id: suit,
      route: choice('起诉方式', suitRoutes),
      court: ifKnown(text('受理法院')),
      appellant: ifKnown(choice('原告', appellants)),
      over: ifKnown(choice('起诉事由', grievances)),
      docketedOn: ifKnown(date('立案日')),
      procedure: ifKnown(choice('审理程序', procedures, { hint: '空着即普通程序。' })),
      capacity: ifKnown(
        choice('本机关的诉讼地位', suitCapacities, { hint: '空着即被告。复议维持的，复议机关是共同被告。' }),
      ),
    },
  },
  'suit.answered': { name: '提交答辩状和证据', article: cite('litigation', 67), fields: { id: suit } },
  'suit.converted': { name: '诉讼转为普通程序', article: cite('litigation', 84), fields: { id: suit } },
  'suit.judged': {
    name: '收到一审裁判',
    article: cite('litigation', 81),
    fields: {
      id: suit,
      result: choice('裁判结果', suitResultChoices),
      form: choice('裁判形式', { judgment: '判决', ruling: '裁定' }),
    },
  },
  'suit.appealed': {
    name: '上诉',
    article: cite('litigation', 85),
    fields: { id: suit, appellant: choice('上诉人', { ...appellants, office: '本机关' }) },
  },
  'suit.tookEffect': { name: '一审裁判生效', article: cite('litigation', 85), fields: { id: suit } },
  'suit.remanded': {
    name: '发回重审',
    article: cite('litigation', 89, 1, 3),
    fields: { id: suit, because: ifKnown(longText('发回理由')) },
  },
  'suit.retrialOrdered': {
    name: '裁定再审',
    article: cite('litigation', 91),
    fields: { id: suit, court: ifKnown(text('再审法院')) },
  },
  'suit.finallyJudged': {
    name: '收到生效裁判',
    article: cite('litigation', 89),
    fields: { id: suit, result: choice('裁判结果', suitResultChoices) },
  },
  'redo.ordered': {
    name: '责令重新答复',
    article: cite('reconsideration', 64),
    fields: {
      id: text('作出责令的复议或诉讼编号'),
      workdays: ifKnown(integer('限期（工作日）', 1, 999)),
      days: ifKnown(integer('限期（日）', 1, 999)),
      until: ifKnown(date('限期至')),
      ground: ifKnown(choice('责令的原因', { substance: '实体问题', procedure: '仅程序违法' })),
    },
  },
} as const;
