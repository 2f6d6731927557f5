import { type Citation, cite } from '../law/citation.js';

/** A question of the reviewer's form, under its article. */
export interface ReviewItem {
  readonly asks: string;
  readonly article: Citation;
}

/** What a reviewer looks at in each file (本系统口径: drawn from the articles named; 工作要点 names no form). */
export const reviewItems = {
  receipt: { asks: '收到日期有凭证，登记完整', article: cite('disclosure', 31) },
  correction: { asks: '补正一次告知，写明补正事项和合理期限', article: cite('disclosure', 30) },
  consultation: { asks: '征求意见有书面通知和送达证明', article: cite('disclosure', 32) },
  extension: { asks: '延期经负责人同意，并在期满前告知申请人', article: cite('disclosure', 33, 2) },
  outcome: { asks: '答复种类符合事实，条款引用准确', article: cite('disclosure', 36) },
  reasons: { asks: '不予公开的说明了理由，能区分的作了区分', article: cite('disclosure', 37) },
  search: { asks: '信息不存在的，检索范围、方法和结果有记录', article: cite('disclosure', 36, undefined, 4) },
  remedies: { asks: '救济途径、机关和期限告知完整', article: cite('reconsideration', 20, 3) },
  service: { asks: '送达凭证齐全', article: cite('serviceReply') },
  archive: { asks: '登记、审核、办理、答复、归档材料齐全', article: cite('disclosure', 45) },
} as const satisfies Record<string, ReviewItem>;
export type ReviewItemId = keyof typeof reviewItems;
export const reviewItemIds = Object.keys(reviewItems) as ReviewItemId[];

export const reviewAnswers = { good: '符合', faulty: '不符合', none: '不涉及' } as const;
export type ReviewAnswer = keyof typeof reviewAnswers;

/** What comes out for a file. */
export const fileResults = {
  good: '合格',
  flawed: '有瑕疵',
  faulty: '不合格',
} as const;
export type FileResult = keyof typeof fileResults;

/** What the program found in a file when it was drawn. */
export interface FoundInFile {
  readonly code: string;
  readonly says: string;
  /** As it is printed; '' where the finding rests on no article. */
  readonly article: string;
}

/** A form as it was filled in: `dismissed` are the codes of findings that the reviewer does not share. */
export interface ReviewedFile {
  readonly answers: Readonly<Partial<Record<ReviewItemId, ReviewAnswer>>>;
  readonly dismissed: readonly string[];
}

/** Whether anything in the file stands against the office: then it cannot be 合格. */
export const hasFault = (found: readonly FoundInFile[], { answers, dismissed }: ReviewedFile): boolean =>
  Object.values(answers).includes('faulty') || found.some(({ code }) => !dismissed.includes(code));

/** How files are drawn. */
export const drawRules = {
  random: '随机抽取',
  late: '逾期答复的',
  refused: '不予公开、部分公开的',
  unable: '无法提供、不予处理的',
  appealed: '被申请复议、提起诉讼的',
  irregular: '记录中有程序瑕疵的',
} as const;
export type DrawRule = keyof typeof drawRules;
export const drawRuleIds = Object.keys(drawRules) as DrawRule[];
