import { cite } from '../law/citation.js';
import { outcomeChoices } from '../outcome/outcomes.js';
import { endsTheWhole } from '../outcome/matters.js';
import type { OutcomeId } from '../outcome/outcomes.js';
import { bySystem, choice, date, type Facts, ifKnown, longText, rows, text, yes } from './fields.js';
import { serviceFields } from './service.js';

/** What an answer says besides its outcome. */
const said = {
  reasons: ifKnown(longText('理由', { hint: '不予公开、部分公开、无法提供的，必须写明。' })),
  provided: ifKnown(longText('提供的内容或获取方式', { hint: '公开的信息名称、网址、获取方式和时间。' })),
  withheld: ifKnown(
    longText('不予公开的部分和依据', {
      hint: '部分公开的，逐项写明，一行一项，部分和依据之间用“｜”隔开，例如：身份证号码｜属于个人隐私（第十五条）。',
    }),
  ),
  searchedIn: ifKnown(longText('检索范围', { hint: '查了哪些档案、系统、科室。' })),
  searchedFor: ifKnown(text('检索关键词', { hint: '用什么词查的。' })),
  searchedBy: ifKnown(text('检索人员或部门')),
  searchedOn: ifKnown(date('检索日期')),
  searchedFound: ifKnown(longText('检索结果', { hint: '例如：没有发现相关记录。' })),
  searched: ifKnown(longText('检索情况', { hint: '检索的范围、关键词、方式、时间和结果。' })),
  directTo: ifKnown(text('负责公开的机关及联系方式')),
  basis: ifKnown(text('依据的法律、行政法规', { hint: '另有规定的写明名称和条款。' })),
  earlier: ifKnown(text('此前答复的文号和日期', { hint: '重复申请的写明。' })),
  way: ifKnown(text('选择经过')),
} as const;

type MatterOutcome = Exclude<OutcomeId, (typeof endsTheWhole)[number]>;
const matterOutcomes = Object.fromEntries(
  Object.entries(outcomeChoices).filter(([id]) => !endsTheWhole.some((ends) => ends === id)),
) as { readonly [O in MatterOutcome]: string };

/** One matter of an application that asks for several: what is asked, and its own answer. */
const matter = { what: longText('申请事项'), outcome: choice('本项结果', matterOutcomes), ...said } as const;

/** So many matters fit an application; an applicant who asks for more is asked to part it (国办发〔2010〕5号). */
const MOST_MATTERS = 30;

/** What a reply says; the same facts from draft to issue. */
const content = {
  outcome: choice('答复种类', outcomeChoices),
  ...said,
  matters: rows('各项内容的结果', MOST_MATTERS, matter, {
    hint: '一件申请要几项内容的，逐项写结果；年报仍只计一件。',
  }),
} as const;

/** What 答复体检 found when the reply was signed or went out. */
const checked = bySystem('体检发现');

/** The content of a reply, drafted or issued. */
export type ReplyContent = Facts<typeof content>;
/** One matter with its answer. */
export type Matter = NonNullable<ReplyContent['matters']>[number];
export const matterFields = matter;
export const replyContentFields = content;

export const replyActs = {
  'reply.drafted': { name: '拟制答复', article: cite('disclosure', 36), fields: content },
  'reply.reviewed': {
    name: '审核答复',
    article: cite('disclosure', 17),
    fields: {
      passed: choice('审核意见', { yes: '同意', no: '退回修改' }),
      comment: ifKnown(longText('审核说明')),
    },
  },
  'reply.signed': {
    name: '签发答复',
    article: cite('disclosure', 45),
    fields: { note: ifKnown(text('签发意见')), checked },
  },
  'reply.issued': {
    name: '制发答复',
    article: cite('disclosure', 33),
    fields: {
      ...content,
      number: ifKnown(text('文号')),
      checked,
      onTheSpot: yes('当场答复', { hint: '条例第三十三条第一款：能够当场答复的，应当当场答复。' }),
    },
  },
  'reply.served': {
    name: '送达答复',
    article: cite('serviceReply'),
    fields: serviceFields,
  },
  'reply.supplemented': {
    name: '补充或更正答复',
    article: cite('reconsideration', 65, 2, 2),
    fields: {
      number: ifKnown(text('文号', { hint: '空着的，制发时按系列编号；已用纸质文书制发的，填写原文号。' })),
      why: longText('补充或更正的内容和理由'),
    },
  },
  'transfer.noticed': {
    name: '告知向其他机关申请',
    article: cite('disclosure', 36, undefined, 5),
    fields: {
      directTo: text('负责公开的机关及联系方式'),
      reasons: longText('不属于本机关负责公开的理由', {
        hint: '例如：机构改革后，有关职能和信息已经划入某机关。职能已经划入本机关的，不能以尚未划转为由不办。',
      }),
      number: ifKnown(text('文号')),
      checked,
    },
  },
  'remedy.lapsed': { name: '救济期满', article: cite('litigation', 46), fields: {} },
} as const;
