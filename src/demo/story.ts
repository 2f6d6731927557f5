import type { Act, ActOf } from '../domain/acts/acts.js';
import type { Channel } from '../domain/acts/intake-acts.js';
import type { ApplicantKind } from '../domain/application/applicant.js';
import type { OutcomeId } from '../domain/outcome/outcomes.js';
import type { Role } from '../domain/office/role.js';
import { type LocalDate, yearOf } from '../domain/time/local-date.js';
import type { Days } from './days.js';

/** An act and the role of the person who performs it. */
export type Step = readonly [Role, Act];

/** One case of the demonstration, told by its acts. */
export interface Story {
  /** Code of the office. */
  readonly office: string;
  readonly applicant: string;
  /** 自然人 unless it is said otherwise. */
  readonly kind?: ApplicantKind;
  readonly content: string;
  readonly steps: (days: Days) => readonly Step[];
}

/** 收到申请, by post where nothing else is said. */
export const received = (on: LocalDate, channel: Channel = 'registeredMail'): Step => [
  'clerk',
  { type: 'application.received', on, channel, proof: channel === 'counter' ? '当面提交登记表' : '签收单' },
];

/** 登记 and 分办 on one day, after 收到申请. */
export const taken = (receivedOn: LocalDate, registeredOn: LocalDate, channel?: Channel): Step[] => [
  received(receivedOn, channel),
  ['clerk', { type: 'application.registered', on: registeredOn }],
  ['clerk', { type: 'application.assigned', on: registeredOn, handler: '政府信息公开科' }],
];

type Content = Omit<ActOf<'reply.drafted'>, 'type' | 'on' | 'source'>;

const REASONS = '经审查，所申请的内容属于依法不予公开的范围，公开后会影响正常履职，故作出上述答复。';

/** What a reply of each kind says, in invented words that the law's requirements are met by. */
const contents: Partial<Record<OutcomeId, Omit<Content, 'outcome'>>> = {
  granted: { provided: '所申请文件的复印件一份，随本答复提供。' },
  alreadyPublic: { provided: '该信息已在区政府网站“政府信息公开”专栏公开，可自行查阅。' },
  partial: {
    provided: '提供遮盖个人信息后的文件复印件一份。',
    withheld: '文件中的身份证号码、联系电话等个人信息。',
    reasons: '该部分内容涉及个人隐私，公开会对第三方合法权益造成损害。',
  },
  notHeld: {
    searched: '以申请所述名称和文号为关键词，检索了档案室和办公系统，未检索到。',
    reasons: '经检索，本机关未制作、未保存所申请的信息。',
  },
  petition: { reasons: '所提事项实为反映问题、要求处理，请通过信访渠道提出。' },
  excessive: { reasons: '申请数量、频次明显超过合理范围，且所述理由不合理。' },
  repeated: { earlier: '本机关此前已就同一内容作出答复', reasons: '申请内容与此前申请相同，不予重复处理。' },
};

/** The facts of a reply of that kind. */
export const replyOf = (outcome: OutcomeId): Content => ({
  outcome,
  ...(contents[outcome] ?? { reasons: REASONS }),
});

/** 拟制答复 and 审核通过. */
export const draftedAndReviewed = (
  outcome: OutcomeId,
  draftedOn: LocalDate,
  reviewedOn: LocalDate,
): Step[] => [
  ['handler', { type: 'reply.drafted', on: draftedOn, ...replyOf(outcome) }],
  ['head', { type: 'reply.reviewed', on: reviewedOn, passed: 'yes' }],
];

/** The whole way of a reply on one day: 拟制、审核、签发、制发. */
export const issued = (outcome: OutcomeId, on: LocalDate): Step[] => [
  ...draftedAndReviewed(outcome, on, on),
  ['head', { type: 'reply.signed', on }],
  ['handler', { type: 'reply.issued', on, ...replyOf(outcome) }],
];

/** Sent by 邮政特快专递 with an invented number. */
export const posted = (on: LocalDate): ActOf<'reply.served'> => ({
  type: 'reply.served',
  on,
  how: 'post',
  carrier: 'postal',
  mailNumber: `11${on.replaceAll('-', '')}600`,
  proof: '邮政特快专递回执',
});

/** Issued and sent by post on one day. */
export const replied = (outcome: OutcomeId, on: LocalDate): Step[] => [
  ...issued(outcome, on),
  ['clerk', posted(on)],
];

/** 征求第三方意见, who objects, and the answer to it. */
export const consulted = (name: string, soughtOn: LocalDate, receivedOn: LocalDate): Step[] => [
  [
    'handler',
    { type: 'opinion.sought', on: soughtOn, id: '1', consultee: 'thirdParty', name, deliveredOn: soughtOn },
  ],
  [
    'clerk',
    { type: 'opinion.received', on: receivedOn, id: '1', view: 'objects', grounds: '涉及本方的商业秘密。' },
  ],
];

/** 复议案号 of this year. */
export const organCase = (today: LocalDate, place: number): string => `梁府复〔${yearOf(today)}〕${place}号`;

/** 诉讼案号 of this year, of a court that does not exist. */
export const courtCase = (today: LocalDate, place: number): string =>
  `（${yearOf(today)}）某某行初${place}号`;

const ORGAN = '梁平区人民政府';

/** 复议受理 and, two days later at the earliest, 收到副本. */
export const reconsidered = (
  id: string,
  acceptedOn: LocalDate,
  copyOn: LocalDate,
  over: 'reply' | 'silence' = 'reply',
): Step[] => [
  [
    'legal',
    { type: 'reconsideration.accepted', on: acceptedOn, id, organ: ORGAN, over, procedure: 'ordinary' },
  ],
  ['legal', { type: 'reconsideration.copyReceived', on: copyOn, id, procedure: 'ordinary' }],
];

/** 提出复议答复和证据 */
export const answeredReconsideration = (id: string, on: LocalDate): Step => [
  'legal',
  { type: 'reconsideration.answered', on, id },
];

/** 收到复议决定 */
export const decided = (
  id: string,
  on: LocalDate,
  result: ActOf<'reconsideration.decided'>['result'],
): Step => ['legal', { type: 'reconsideration.decided', on, id, result }];

/** 收到应诉通知 */
export const sued = (id: string, on: LocalDate, route: 'direct' | 'afterReconsideration'): Step => [
  'legal',
  { type: 'suit.served', on, id, route, court: '某某区人民法院' },
];
