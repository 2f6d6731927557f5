import { applicantKinds } from '../application/applicant.js';
import { cite } from '../law/citation.js';
import { bySystem, choice, date, ifKnown, integer, longText, text } from './fields.js';

/** 条例第三十一条 and 国办公开办函〔2015〕207号: how the application came in. */
export const channels = {
  counter: '当面提交',
  registeredMail: '邮寄（签收）',
  ordinaryMail: '平常信函（确认）',
  forwarded: '误寄、转来（确认）',
  internet: '互联网（双方确认）',
  fax: '传真（双方确认）',
} as const;
export type Channel = keyof typeof channels;

/** A whole act as JSON: several facts of full length, each character escaped at worst. */
const longestReplacement = 2_000_000;

export const intakeActs = {
  'application.received': {
    name: '收到申请',
    article: cite('disclosure', 31),
    fields: {
      channel: choice('申请渠道', channels),
      arrivedOn: ifKnown(
        date('实际到达日', {
          hint: '平常信函、转来的、互联网、传真先到达、后确认的，填到达公开工作机构那一天。',
        }),
      ),
      firstTo: ifKnown(text('先收到的机构或个人', { hint: '误寄给其他机构、个人，或内设机构转来的填写。' })),
      contactTriedOn: ifKnown(
        date('首次联系申请人之日', { hint: '当时联系不上、后来才联系上的，填第一次联系的那一天。' }),
      ),
      proof: ifKnown(text('收到凭证', { hint: '签收单号、确认通话记录或系统回执号。' })),
    },
  },
  'application.registered': {
    name: '登记',
    article: cite('disclosure', 45),
    fields: { note: ifKnown(longText('登记说明')) },
  },
  'application.assigned': {
    name: '分办',
    article: cite('disclosure', 45),
    fields: { handler: text('承办人或承办科室') },
  },
  'application.withdrawn': {
    name: '申请人撤回',
    article: cite('disclosure', 29),
    fields: { proof: text('撤回凭证', { hint: '撤回书面材料或通话记录的名称。' }) },
  },
  'application.closed': {
    name: '办结归档',
    article: cite('disclosure', 45),
    fields: { note: ifKnown(text('归档说明')) },
  },
  // What was and what is now written of a person is sealed beside the record: the act tells what was mended, not to what.
  'particulars.corrected': {
    name: '更正申请人信息',
    article: cite('disclosure', 29, 2, 1),
    fields: {
      why: longText('更正理由', { hint: '例如：登记时录错，申请人来电更正。' }),
      what: bySystem('更正的内容'),
      kindBefore: ifKnown(choice('更正前的申请人类别', applicantKinds)),
      kind: ifKnown(choice('更正后的申请人类别', applicantKinds)),
      digest: bySystem('密封内容的指纹'),
    },
  },
  'act.corrected': {
    name: '更正记录',
    article: cite('disclosure', 45),
    fields: {
      corrects: integer('被更正的记录序号', 1, 100_000),
      why: longText('更正理由'),
      replacement: ifKnown(
        longText('更正后的记录', { hint: '空着即撤销该条记录。', longest: longestReplacement }),
      ),
    },
  },
} as const;
