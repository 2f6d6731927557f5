import { limits } from '../clock/limits.js';
import { cite } from '../law/citation.js';
import { reconsiderationResultChoices, suitResultChoices } from '../remedy/results.js';
import { choice, date, ifKnown, integer, longText, text, yes } from './fields.js';

const reconsideration = text('复议案号或编号', {
  hint: '照通知上的案号填写；没有案号的先编一个，如“复议-1”。同一件申请可有数起复议。',
});
const longestProlongation = limits['reconsideration.decision.extension'][0].amount;
const suit = text('诉讼案号或编号', {
  hint: '照通知上的案号填写；没有案号的先编一个，如“诉讼-1”。同一件申请可有数起诉讼。',
});

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
/** 未告知或者错误告知: of which remedy (行政复议法第二十条第三款; 法释〔2018〕1号第六十四条). */
const remediesOmitted = {
  both: '复议和起诉',
  reconsideration: '申请复议的权利、机关或者期限',
  suit: '起诉期限',
} as const;
export const suitRoutes = { direct: '未经复议直接起诉', afterReconsideration: '复议后起诉' } as const;
export type SuitRoute = keyof typeof suitRoutes;

/** 再审案件按照第一审程序或者第二审程序审理 (法释〔2018〕1号第五十条). */
const retrialInstances = { first: '第一审程序', second: '第二审程序' } as const;

/** Before which court the appeal comes, and its number there. */
const secondInstance = {
  court: ifKnown(text('二审法院')),
  docket: ifKnown(text('二审案号', { hint: '二审法院立案后另编的案号；还没有的空着。' })),
} as const;

const retrialDocketedOn = ifKnown(
  date('再审申请立案日', {
    hint: '法院的审查期限自立案之日起算（法释〔2018〕1号第一百一十二条）；还不知道的空着，知道以后更正本条补上。',
  }),
);

const convertedTo = ifKnown(
  choice('转为', procedures, {
    hint: '空着即由简易转为普通。各方当事人同意的，普通程序也可以改为简易程序。',
  }),
);

export const appealActs = {
  'remedy.omitted': {
    name: '救济未告知或告知错误',
    article: cite('reconsideration', 20, 3),
    fields: {
      what: choice('未告知或者告知错误的是', remediesOmitted),
      how: longText('怎样发现的', { hint: '如：复议机关指出答复书没有写起诉期限。' }),
    },
  },
  'remedy.told': {
    name: '补充告知救济',
    article: cite('reconsideration', 20, 3),
    fields: { proof: ifKnown(text('告知的凭证', { hint: '补充告知书的文号、签收人或者邮件号。' })) },
  },
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
    name: '复议程序转换',
    article: cite('reconsideration', 55),
    fields: { id: reconsideration, to: convertedTo },
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
      suitUntold: yes('决定书没有告知起诉期限', {
        hint: '没有告知或者告知错误的，起诉期限自申请人知道起诉期限之日起算，自知道决定内容之日起有最长期限（法释〔2018〕1号第六十四条第二款）。',
      }),
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
      evidenceUntil: ifKnown(
        date('法院指定的举证期限', {
          hint: '简易程序的举证期限由法院确定，不超过十五日（法释〔2018〕1号第一百零四条）；没有指定的空着，按收到副本之日起十五日。',
        }),
      ),
      capacity: ifKnown(
        choice('本机关的诉讼地位', suitCapacities, { hint: '空着即被告。复议维持的，复议机关是共同被告。' }),
      ),
    },
  },
  'suit.answered': { name: '提交答辩状和证据', article: cite('litigation', 67), fields: { id: suit } },
  'suit.converted': {
    name: '诉讼程序转换',
    article: cite('litigation', 84),
    fields: { id: suit, to: convertedTo },
  },
  'suit.suspended': {
    name: '诉讼中止',
    article: cite('interpretation2018', 87),
    fields: { id: suit, why: longText('中止原因') },
  },
  'suit.resumed': { name: '诉讼恢复', article: cite('interpretation2018', 87), fields: { id: suit } },
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
    fields: { id: suit, appellant: choice('上诉人', { ...appellants, office: '本机关' }), ...secondInstance },
  },
  'suit.appealCopyReceived': {
    name: '收到上诉状副本',
    article: cite('interpretation2018', 108),
    fields: { id: suit, appellant: choice('上诉人', appellants), ...secondInstance },
  },
  'suit.appealAnswered': {
    name: '提交上诉答辩状',
    article: cite('interpretation2018', 108),
    fields: { id: suit },
  },
  'suit.tookEffect': { name: '一审裁判生效', article: cite('litigation', 85), fields: { id: suit } },
  'suit.remanded': {
    name: '发回重审',
    article: cite('litigation', 89, 1, 3),
    fields: { id: suit, because: ifKnown(longText('发回理由')) },
  },
  'suit.retrialSought': {
    name: '本机关申请再审',
    article: cite('litigation', 90),
    fields: {
      id: suit,
      court: ifKnown(text('申请再审的法院', { hint: '作出生效裁判的法院的上一级人民法院。' })),
      docketedOn: retrialDocketedOn,
    },
  },
  'suit.retrialApplied': {
    name: '收到再审申请书副本',
    article: cite('interpretation2018', 111),
    fields: {
      id: suit,
      appellant: choice('再审申请人', appellants),
      court: ifKnown(text('审查再审申请的法院')),
      docketedOn: retrialDocketedOn,
    },
  },
  'suit.retrialAnswered': {
    name: '提交再审书面意见',
    article: cite('interpretation2018', 111),
    fields: { id: suit },
  },
  'suit.retrialRefused': {
    name: '驳回再审申请',
    article: cite('interpretation2018', 116),
    fields: { id: suit },
  },
  'suit.retrialOrdered': {
    name: '裁定再审',
    article: cite('litigation', 91),
    fields: {
      id: suit,
      court: ifKnown(text('再审法院')),
      instance: ifKnown(
        choice('再审适用的程序', retrialInstances, {
          hint: '空着即按原来的审级：一审生效的按第一审程序，二审生效的按第二审程序。',
        }),
      ),
    },
  },
  'suit.finallyJudged': {
    name: '收到生效裁判',
    article: cite('litigation', 89),
    fields: { id: suit, result: choice('裁判结果', suitResultChoices) },
  },
} as const;
