import type { ActType } from '../acts/acts.js';
import { type Citation, cite } from '../law/citation.js';

/** A kind of letter: the act that calls for it, its title, its article. Its wording is in templates/letters/<kind>. */
export interface LetterDefinition {
  readonly title: string;
  readonly trigger: ActType;
  readonly article: Citation;
  /** Name of the series that its number (文号) is taken from; none for slips that carry no number. */
  readonly series?: string;
}

const d = cite.bind(null, 'disclosure');

/** 程序处理文书和实体处理文书: the register that drafts, templates and numbers are taken from. */
export const letters = {
  registrationReceipt: {
    title: '政府信息公开申请登记回执',
    trigger: 'application.registered',
    article: d(45),
  },
  correctionNotice: {
    title: '政府信息公开申请补正告知书',
    trigger: 'correction.required',
    article: d(30),
    series: '补',
  },
  reasonsRequest: {
    title: '政府信息公开申请说明理由告知书',
    trigger: 'reasons.asked',
    article: d(35),
    series: '理',
  },
  opinionRequest: {
    title: '政府信息公开征求意见书',
    trigger: 'opinion.sought',
    article: d(32),
    series: '征',
  },
  extensionNotice: {
    title: '政府信息公开申请延长答复期限告知书',
    trigger: 'period.extended',
    article: d(33, 2),
    series: '延',
  },
  feeNotice: {
    title: '政府信息公开信息处理费收费通知书',
    trigger: 'fee.noticed',
    article: cite('feeMeasures', 6),
    series: '费',
  },
  reply: { title: '政府信息公开申请答复书', trigger: 'reply.issued', article: d(36), series: '答' },
  transferNotice: {
    title: '非本机关政府信息告知书',
    trigger: 'transfer.noticed',
    article: d(36, undefined, 5),
    series: '答',
  },
} as const satisfies Record<string, LetterDefinition>;
export type LetterKind = keyof typeof letters;
export const letterKinds = Object.keys(letters) as LetterKind[];
export const letterOf = (kind: LetterKind): LetterDefinition => letters[kind];

/** The letters that an act calls for. */
export const lettersAfter = (type: ActType): LetterKind[] =>
  letterKinds.filter((kind) => letters[kind].trigger === type);
