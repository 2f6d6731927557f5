import type { Act } from '../acts/acts.js';
import { type SuitAct, suitActsOf } from '../acts/proceeding-acts.js';
import type { LimitId } from '../clock/limits.js';
import { type Citation, cite } from '../law/citation.js';
import type { ProceedingKind } from './proceeding.js';
import { suitResults } from './results.js';

/** A paper that the office files in a proceeding: to answer it; and, in a suit, after the first judgment. */
export type FilingKind = FirstFilingKind | LaterFilingKind;
type FirstFilingKind = 'answer' | 'directory' | 'evidence' | 'authority' | 'representative';
export type LaterFilingKind = 'appeal' | 'appealAnswer' | 'retrialApplication' | 'retrialAnswer';

export interface Filing {
  readonly kind: FilingKind;
  readonly name: string;
  readonly article: Citation;
}

/** What must be with the organ or the court by the due day, or the office is treated as having no evidence. */
export const filings: Readonly<Record<ProceedingKind, readonly Filing[]>> = {
  reconsideration: [
    { kind: 'answer', name: '行政复议答复书', article: cite('reconsideration', 48) },
    { kind: 'directory', name: '证据目录', article: cite('reconsideration', 48) },
    { kind: 'evidence', name: '证据、依据和其他有关材料', article: cite('reconsideration', 48) },
    { kind: 'authority', name: '授权委托书', article: cite('house') },
    { kind: 'representative', name: '法定代表人身份证明', article: cite('house') },
  ],
  suit: [
    { kind: 'answer', name: '行政诉讼答辩状', article: cite('litigation', 67, 1) },
    { kind: 'directory', name: '证据清单', article: cite('litigation', 67, 1) },
    { kind: 'evidence', name: '证据和所依据的规范性文件', article: cite('litigation', 34, 1) },
    { kind: 'authority', name: '授权委托书', article: cite('litigation', 31) },
    { kind: 'representative', name: '法定代表人身份证明', article: cite('house') },
  ],
};

/** What is filed in a suit once the first instance has judged. The evidence went with the answer and is not filed again. */
export const laterFilings: Readonly<Record<LaterFilingKind, Filing & { readonly kind: LaterFilingKind }>> = {
  appeal: { kind: 'appeal', name: '行政上诉状', article: cite('litigation', 85) },
  appealAnswer: { kind: 'appealAnswer', name: '行政上诉答辩状', article: cite('interpretation2018', 108) },
  retrialApplication: {
    kind: 'retrialApplication',
    name: '再审申请书',
    article: cite('interpretation2018', 111),
  },
  retrialAnswer: { kind: 'retrialAnswer', name: '再审书面意见', article: cite('interpretation2018', 111) },
};

/**
 * The later papers that the record calls for, the latest first: an answer to the appeal or the application for retrial
 * of another; an appeal or an application of the office's own where the judgment went against it, and once it has
 * turned against it. A suit that was turned away, withdrawn or settled went against nobody.
 */
export function laterFilingsOf(acts: readonly Act[], number: string): Filing[] {
  const own = suitActsOf(acts, number);
  const judged = own.findLast((act) => act.type === 'suit.judged');
  const lost = judged && suitResults[judged.result].column === 'corrected';
  const over = judged && own.slice(own.indexOf(judged)).some(({ type }) => endOfRound.includes(type));
  const appealed = own.some((act) => act.type === 'suit.appealed' && act.appellant === 'office');
  const has = (type: Act['type']): boolean => own.some((act) => act.type === type);
  return [
    ...(has('suit.retrialApplied') ? [laterFilings.retrialAnswer] : []),
    ...(has('suit.retrialSought') || mayAskForRetrial(own) ? [laterFilings.retrialApplication] : []),
    ...(has('suit.appealCopyReceived') ? [laterFilings.appealAnswer] : []),
    ...(appealed || (lost && !over) ? [laterFilings.appeal] : []),
  ];
}

/** 行政诉讼法第九十条: a judgment in effect that went against the office and came of no retrial. */
function mayAskForRetrial(own: readonly SuitAct[]): boolean {
  if (own.some(({ type }) => type === 'suit.retrialOrdered')) return false;
  const final = own.findLast((act) => act.type === 'suit.finallyJudged');
  const first = own.some(({ type }) => type === 'suit.tookEffect')
    ? own.findLast((act) => act.type === 'suit.judged')
    : undefined;
  const standing = final ?? first;
  return standing !== undefined && suitResults[standing.result].column === 'corrected';
}

/** Whether the record says that a paper of that kind was handed in. */
export function isFiled(acts: readonly Act[], number: string, kind: FilingKind): boolean {
  return acts.some(
    (act) =>
      'id' in act &&
      act.id === number &&
      filedBy(kind).includes(act.type) &&
      (act.type !== 'suit.appealed' || act.appellant === 'office'),
  );
}

function filedBy(kind: FilingKind): readonly Act['type'][] {
  switch (kind) {
    case 'appeal':
      return ['suit.appealed'];
    case 'appealAnswer':
      return ['suit.appealAnswered'];
    case 'retrialApplication':
      return ['suit.retrialSought'];
    case 'retrialAnswer':
      return ['suit.retrialAnswered'];
    case 'answer':
    case 'directory':
    case 'evidence':
      return ['reconsideration.answered', 'suit.answered'];
    // The acts speak of the answer and the evidence alone.
    case 'authority':
    case 'representative':
      return [];
  }
}

const endOfRound: readonly Act['type'][] = ['suit.tookEffect', 'suit.finallyJudged', 'suit.remanded'];

const filingsOfDuty: Partial<Record<LimitId, LaterFilingKind>> = {
  'litigation.appealAnswer': 'appealAnswer',
  'litigation.retrialAnswer': 'retrialAnswer',
};

/** What must be filed to meet the duty that runs; where none runs, what the first answer calls for. */
export function filingsDue(kind: ProceedingKind, limit: LimitId | undefined): readonly Filing[] {
  const later = limit && filingsOfDuty[limit];
  return later ? [laterFilings[later]] : filings[kind];
}

/** The article that makes the office lose for not answering. */
export const answerOrLose: Readonly<Record<ProceedingKind, { articles: readonly Citation[]; says: string }>> =
  {
    reconsideration: {
      articles: [cite('reconsideration', 48), cite('reconsideration', 54), cite('reconsideration', 70)],
      says: '不按期提出书面答复、提交证据和依据的，视为该行政行为没有证据、依据。',
    },
    suit: {
      articles: [cite('litigation', 34, 2), cite('litigation', 67, 1)],
      says: '不提供或者无正当理由逾期提供证据的，视为没有相应证据。',
    },
  };

/** What a duty in a proceeding is called, and what follows when it is not done by its day. */
export interface Consequence {
  readonly name: string;
  readonly articles: readonly Citation[];
  readonly says: string;
}

/** After the first instance nothing is lost by silence: the court judges all the same. */
const laterAnswers: Partial<Record<LimitId, Consequence>> = {
  'litigation.appealAnswer': {
    name: '上诉答辩',
    articles: [cite('interpretation2018', 108)],
    says: '应当自收到上诉状副本之日起十五日内提出答辩状；不提出答辩状的，不影响人民法院审理。',
  },
  'litigation.retrialAnswer': {
    name: '再审书面意见',
    articles: [cite('interpretation2018', 111)],
    says: '应当自收到再审申请书副本之日起十五日内提交书面意见。',
  },
};

export const consequenceOf = (kind: ProceedingKind, limit: LimitId | undefined): Consequence =>
  (limit && laterAnswers[limit]) ?? {
    name: kind === 'suit' ? '答辩举证' : '答复举证',
    ...answerOrLose[kind],
  };

/** 行政复议法第四十六条: what the file held when the notice came is what the office has. */
export const noCollecting: Readonly<Record<ProceedingKind, { article: Citation; says: string }>> = {
  reconsideration: {
    article: cite('reconsideration', 46),
    says: '复议期间，被申请人不得自行向申请人和其他有关单位或者个人收集证据；自行收集的，不作为认定行政行为合法性、适当性的依据。申请人、第三人提出新的理由或者证据的，经复议机构同意可以补充证据。',
  },
  suit: {
    article: cite('litigation', 35),
    says: '诉讼过程中，被告及其诉讼代理人不得自行向原告、第三人和证人收集证据。',
  },
};
