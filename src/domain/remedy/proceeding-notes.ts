import { type Fields, choice, date, ifKnown, integer, longText, text } from '../acts/fields.js';
import { type Citation, cite } from '../law/citation.js';
import { lossReasonChoices } from './loss-reasons.js';
import type { ProceedingKind } from './proceeding.js';

/** A kind of fact about a proceeding that is no act in law: it moves no period and no state. */
export interface NoteDefinition {
  readonly name: string;
  /** On what it rests, in a proceeding of either kind. */
  readonly articles?: Partial<Readonly<Record<ProceedingKind, Citation>>>;
  readonly fields: Fields;
  /** Said where there is none yet. */
  readonly empty: string;
}

export const hearingKinds = {
  opinions: '听取意见',
  hearing: '复议听证',
  mediation: '调解',
  exchange: '证据交换',
  trial: '开庭',
} as const;

const attendees = {
  head: '行政机关负责人',
  staff: '相应的工作人员',
  lawyerOnly: '仅律师',
} as const;

export const counselKinds = {
  staff: '本机关工作人员',
  lawyer: '律师',
  legalWorker: '基层法律服务工作者',
} as const;
export const counselPowers = { ordinary: '一般代理', special: '特别授权' } as const;

/** What a proceeding's page keeps besides the acts. */
const proceedingNotes = {
  paperIn: {
    name: '收到的文书',
    empty: '还没有登记收到的文书。',
    fields: { title: text('文书名称'), on: date('收到日'), from: ifKnown(text('来自')) },
  },
  paperOut: {
    name: '提交的文书',
    empty: '还没有登记提交的文书。',
    fields: {
      title: text('文书名称'),
      on: date('提交日'),
      proof: ifKnown(text('提交凭证', { hint: '签收人、邮件号或平台回执号。' })),
    },
  },
  hearing: {
    name: '听证和开庭',
    empty: '还没有听证、开庭安排。',
    fields: {
      what: choice('事项', hearingKinds),
      on: date('日期'),
      at: ifKnown(text('时间', { hint: '如 9:30。' })),
      place: ifKnown(text('地点')),
    },
  },
  attendance: {
    name: '负责人出庭、参加听证',
    articles: { suit: cite('litigation', 3, 3), reconsideration: cite('reconsideration', 51, 3) },
    empty: '还没有登记出庭、参加听证的情况。',
    fields: {
      on: date('开庭、听证日'),
      who: choice('到场人员', attendees),
      person: ifKnown(text('姓名和职务')),
      why: ifKnown(
        longText('负责人不能到场的理由', { hint: '负责人不能到场的，须委托相应的工作人员参加。' }),
      ),
    },
  },
  contact: {
    name: '联系人',
    empty: '还没有登记复议机构或法院的联系人。',
    fields: { organ: text('单位和部门'), person: text('姓名'), phone: ifKnown(text('电话')) },
  },
  counsel: {
    name: '代理人',
    articles: { suit: cite('litigation', 31) },
    empty: '还没有登记代理人；授权委托书要用。',
    fields: {
      person: text('姓名'),
      kind: choice('身份', counselKinds),
      workplace: text('工作单位和职务'),
      phone: ifKnown(text('电话')),
      powers: choice('代理权限', counselPowers),
      special: ifKnown(text('特别授权的事项', { hint: '特别授权的，写明代为承认、和解、上诉等事项。' })),
    },
  },
  representative: {
    name: '法定代表人',
    empty: '还没有登记法定代表人（负责人）；答复书、答辩状和身份证明要用。',
    fields: { person: text('姓名'), post: text('职务'), phone: ifKnown(text('电话')) },
  },
  cost: {
    name: '费用',
    empty: '还没有登记费用。',
    fields: {
      what: text('名目', { hint: '案件受理费、律师费、差旅费等。' }),
      on: date('日期'),
      yuan: integer('金额（元）', 1, 100_000_000),
    },
  },
  lossReason: {
    name: '败因',
    empty: '没有登记败因。结果为纠正的，请写明，年底复盘用。',
    fields: { reason: choice('败因', lossReasonChoices), says: ifKnown(longText('决定或裁判的说法')) },
  },
} as const satisfies Record<string, NoteDefinition>;

export type NoteKind = keyof typeof proceedingNotes;
export const noteKinds = Object.keys(proceedingNotes) as NoteKind[];
export const noteDefinition = (kind: NoteKind): NoteDefinition => proceedingNotes[kind];
export const isNoteKind = (text: string): text is NoteKind => Object.hasOwn(proceedingNotes, text);
