import type { Act } from '../acts/acts.js';
import { cite } from '../law/citation.js';
import type { LetterDefinition } from './definition.js';
import type { FactName } from './facts.js';

const d = cite.bind(null, 'disclosure');

/** What a letter to the applicant says of itself and of the application. */
const toApplicant: readonly FactName[] = [
  'on',
  'officeName',
  'applicationNumber',
  'applicant',
  'addressed',
  'receivedOn',
];
const whereToTurn: readonly FactName[] = ['officeAddress', 'officePhone'];

const asks =
  (...kinds: readonly string[]) =>
  (act: Act): boolean =>
    act.type === 'opinion.sought' && kinds.includes(act.consultee);

/** 程序处理文书, and the letters besides replies that the regulation asks for. */
export const proceduralLetters = {
  registrationReceipt: {
    title: '政府信息公开申请登记回执',
    trigger: 'application.registered',
    article: d(45),
    to: 'applicant',
    required: [
      ...toApplicant,
      'submitted',
      'receiptDay',
      'receiptArticle',
      'request',
      'replyLimit',
      'replyDueOn',
      ...whereToTurn,
    ],
    optional: [],
  },
  correctionNotice: {
    title: '政府信息公开申请补正告知书',
    trigger: 'correction.required',
    article: d(30),
    series: '补',
    to: 'applicant',
    required: [...toApplicant, 'articles', 'request', 'correctionItems', 'correctionUntil', ...whereToTurn],
    optional: ['history'],
  },
  reasonsRequest: {
    title: '政府信息公开申请说明理由告知书',
    trigger: 'reasons.asked',
    article: d(35),
    series: '理',
    to: 'applicant',
    required: [...toApplicant, 'articles', 'request', 'reasonsFacts', 'reasonsUntil', ...whereToTurn],
    optional: ['history'],
  },
  deferralNotice: {
    title: '政府信息公开申请延迟答复告知书',
    trigger: 'reply.deferred',
    article: d(35),
    series: '延',
    to: 'applicant',
    required: [...toApplicant, 'articles', 'deferredUntil', 'deferralReason', 'officePhone'],
    optional: ['history'],
  },
  extensionNotice: {
    title: '政府信息公开申请延长答复期限告知书',
    trigger: 'period.extended',
    article: d(33, 2),
    series: '延',
    to: 'applicant',
    required: [
      ...toApplicant,
      'articles',
      'originalDueOn',
      'extendedBy',
      'extendedDueOn',
      'extensionReason',
      'officePhone',
    ],
    optional: ['history'],
  },
  thirdPartyOpinionRequest: {
    title: '政府信息公开征求第三方意见书',
    trigger: 'opinion.sought',
    when: asks('thirdParty'),
    article: d(32),
    series: '征',
    to: 'consultee',
    required: [
      'on',
      'officeName',
      'articles',
      'consultee',
      'consultedContent',
      'opinionLimit',
      ...whereToTurn,
    ],
    optional: [],
  },
  agencyOpinionRequest: {
    title: '政府信息公开征求意见书',
    trigger: 'opinion.sought',
    when: asks('coProducer', 'successor', 'agency'),
    article: d(34),
    series: '征',
    to: 'consultee',
    required: [
      'on',
      'officeName',
      'consultee',
      'consultationBasis',
      'lapseEffect',
      'consultedContent',
      'opinionLimit',
      ...whereToTurn,
    ],
    optional: [],
  },
  consultationNotice: {
    title: '政府信息公开申请征求意见告知书',
    trigger: 'opinion.sought',
    article: d(33, 3),
    series: '征',
    to: 'applicant',
    required: [...toApplicant, 'articles', 'consulteeKind', 'consultedOn', 'officePhone'],
    optional: [],
  },
  feeNotice: {
    title: '政府信息公开信息处理费收费通知书',
    trigger: 'fee.noticed',
    article: cite('feeMeasures', 6),
    restsOn: [d(42, 1)],
    series: '费',
    to: 'applicant',
    required: [
      ...toApplicant,
      'articles',
      'request',
      'feeBasis',
      'feeQuantity',
      'feeStandard',
      'feeAmount',
      'feeLimit',
      'payment',
      ...whereToTurn,
    ],
    optional: [],
  },
  disclosureNotice: {
    title: '依申请公开政府信息告知书',
    article: d(32),
    series: '告',
    to: 'thirdParty',
    remediesAs: 'granted',
    turnedAgainst: { decision: '本决定', letter: '本告知书' },
    required: [
      'on',
      'officeName',
      'articles',
      'thirdParty',
      'disclosedContent',
      'publicInterest',
      'remedies',
      'officePhone',
    ],
    optional: ['officeAddress'],
  },
  rectificationReply: {
    title: '政府信息更正答复书',
    article: d(41),
    series: '更',
    to: 'applicant',
    remediesAs: 'granted',
    required: [
      'on',
      'officeName',
      'articles',
      'applicant',
      'addressed',
      'rectificationAsked',
      'rectificationResult',
      'remedies',
      'officePhone',
    ],
    optional: [],
  },
  supplement: {
    title: '政府信息公开补充答复书',
    trigger: 'reply.supplemented',
    article: cite('reconsideration', 65, 2, 2),
    series: '更',
    to: 'applicant',
    remediesAs: 'lastReply',
    required: [...toApplicant, 'request', 'earlierNumber', 'earlierOn', 'supplement', 'remedies'],
    optional: [],
  },
  serviceReceipt: {
    title: '送达回证',
    article: cite('serviceReply'),
    to: 'file',
    required: ['on', 'officeName', 'applicationNumber', 'applicant', 'servedLetter'],
    optional: ['serviceWay', 'serviceCourse'],
  },
} as const satisfies Record<string, LetterDefinition>;

export type ProceduralKind = keyof typeof proceduralLetters;
