import { type Citation, cite } from '../law/citation.js';
import { choice, date, ifKnown, integer, longText, text } from './fields.js';

/**
 * Whose opinion is asked: 第三方（条例32）、共同制作机关（条例34）、职能划入机关（国办公开办函〔2019〕14号: 谁收到、谁处理）、
 * 其他机关（条例33(3)）.
 */
export const consultees = {
  thirdParty: '第三方',
  coProducer: '共同制作机关',
  successor: '职能划入机关',
  agency: '其他机关',
} as const;
export type Consultee = keyof typeof consultees;

/** What it means that a consultee says nothing in time: the opposite of 第三十二条 is the rule of 第三十四条. */
export const silenceOf: Readonly<
  Record<Consultee, { readonly means: 'officeDecides' | 'consent'; readonly article: Citation }>
> = {
  thirdParty: { means: 'officeDecides', article: cite('disclosure', 32) },
  coProducer: { means: 'consent', article: cite('disclosure', 34) },
  successor: { means: 'officeDecides', article: cite('reorganisationReply') },
  agency: { means: 'officeDecides', article: cite('disclosure', 33, 3) },
};

export const views = { agrees: '同意公开', objects: '不同意公开', none: '未表明意见' } as const;

const matter = text('征求意见编号', { hint: '同一件申请内不重复，例如 1、2。' });

export const handlingActs = {
  'correction.required': {
    name: '告知补正',
    article: cite('disclosure', 30),
    fields: {
      items: longText('需要补正的事项', { hint: '一次性写全；此后不得再次要求补正。' }),
      until: date('补正期限', {
        hint: '应给申请人合理的时间；《条例》没有规定日数，实践中多为 7 至 15 个工作日，供参考。',
      }),
    },
  },
  'correction.received': {
    name: '收到补正',
    article: cite('disclosure', 30),
    fields: { summary: ifKnown(longText('补正内容')) },
  },
  'correction.lapsed': { name: '逾期不补正', article: cite('disclosure', 30), fields: {} },
  'reasons.asked': {
    name: '要求说明理由',
    article: cite('disclosure', 35),
    fields: { facts: longText('数量、频次的事实'), until: date('说明理由的期限') },
  },
  'reasons.given': {
    name: '收到理由说明',
    article: cite('disclosure', 35),
    fields: { reasonable: choice('理由是否合理', { yes: '合理', no: '不合理' }) },
  },
  'reasons.lapsed': { name: '逾期不说明理由', article: cite('disclosure', 35), fields: {} },
  'reply.deferred': {
    name: '确定延迟答复期限',
    article: cite('disclosure', 35),
    fields: { until: date('延迟答复至'), why: longText('延迟理由') },
  },
  'opinion.sought': {
    name: '征求意见',
    article: cite('disclosure', 33, 3),
    fields: {
      id: matter,
      consultee: choice('征求对象类别', consultees, {
        hint: '机构改革后，信息所涉职能已经划出的，可以征求职能划入机关的意见后答复（谁收到、谁处理）。',
      }),
      name: ifKnown(text('征求对象', { hint: '写全称；空着的，征求意见书不能制发。' })),
      deliveredOn: ifKnown(date('对方收到日', { hint: '尚未收到的先空着，收到后补记。' })),
    },
  },
  'opinion.delivered': {
    name: '征求意见书送达',
    article: cite('disclosure', 32),
    fields: { id: matter },
  },
  'opinion.received': {
    name: '收到意见',
    article: cite('disclosure', 33, 3),
    fields: { id: matter, view: ifKnown(choice('意见', views)), grounds: ifKnown(longText('意见理由')) },
  },
  // 不公开可能对公共利益造成重大影响、不同意的理由不合理: disclosed all the same, and told in writing. `on` is the day on
  // which the third party has the notice: its own remedies run from it.
  'opinion.overruled': {
    name: '第三方收到公开告知',
    article: cite('disclosure', 32),
    fields: {
      id: matter,
      proof: ifKnown(
        text('告知书的文号和送达凭证', { hint: '日期写第三方收到“依申请公开政府信息告知书”的那一天。' }),
      ),
    },
  },
  'opinion.lapsed': { name: '逾期未提出意见', article: cite('disclosure', 32), fields: { id: matter } },
  'fee.noticed': {
    name: '通知缴费',
    article: cite('feeMeasures', 6),
    fields: {
      basis: choice(
        '计费方式',
        { item: '按件', page: '按量（页）' },
        { hint: '同一件申请只能选一种（国办函〔2020〕109号第三条）。' },
      ),
      quantity: integer('件数或页数', 1, 100_000, { hint: '按件的填这次收费的件数，按量的填提供的页数。' }),
      yuan: integer('金额（元）', 1, 10_000_000, {
        hint: '按量的，系统按标准核对；按件的，本月第几件、每件多少元见办件页“以前的申请”。',
      }),
      deliveredOn: ifKnown(
        date('申请人收到日', {
          hint: '尚未收到的先空着，收到后补记“收费通知送达”；在此之前暂按通知之日起算，不会自动认定逾期。',
        }),
      ),
    },
  },
  'fee.delivered': {
    name: '收费通知送达',
    article: cite('feeMeasures', 6),
    fields: { proof: ifKnown(text('送达凭证')) },
  },
  'fee.paid': {
    name: '缴费完成',
    article: cite('feeMeasures', 6),
    fields: { receipt: ifKnown(text('票据号')) },
  },
  'fee.lapsed': { name: '逾期未缴费', article: cite('feeMeasures', 6), fields: {} },
  'period.extended': {
    name: '延长答复期限',
    article: cite('disclosure', 33, 2),
    fields: {
      workdays: integer('延长工作日数', 1, 999),
      why: ifKnown(longText('延长理由')),
      consentBy: ifKnown(text('同意延长的工作机构负责人')),
    },
  },
} as const;
