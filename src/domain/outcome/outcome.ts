import type { Citation } from '../law/citation.js';
import type { ResultRow } from './rows.js';

/** What a reply of this kind must carry besides its conclusion, and what a court will look for. */
export type Requirement =
  | 'reasons' // 条例36(3)、37: 说明理由
  | 'provided' // 条例36(1)(2): 内容，或获取方式、途径
  | 'withheld' // 条例37: 不予公开部分及依据
  | 'searched' // 条例36(4): 经检索没有
  | 'thirdPartyAsked' // 条例15、32: 书面征求第三方意见
  | 'directTo' // 条例36(5): 负责公开的机关名称、联系方式
  | 'basis' // 条例14、36(7): 依据的法律、行政法规
  | 'earlier' // 条例36(6): 此前的答复
  | 'correctionAsked' // 条例30: 曾告知补正
  | 'correctionLapsed' // 条例30: 逾期不补正
  | 'reasonsAsked' // 条例35: 曾要求说明理由
  | 'feeLapsed' // 条例42, 109号: 逾期未缴费
  | 'withdrawal'; // 申请人撤回

/** One kind of answer: it has one row in table three, one article, one letter, one set of remedies. */
export interface Outcome {
  /** Where it is counted in table three. */
  readonly row: ResultRow;
  readonly name: string;
  readonly article?: Citation;
  readonly requires: readonly Requirement[];
  /** What it may carry besides: told where it can be told. */
  readonly allows?: readonly Requirement[];
  /**
   * `reconsiderationFirst`: refused on 条例 14–16, so that reconsideration comes before suit since 2024-01-01
   * (行政复议法第二十三条第一款第四项; 部分公开 likewise for its refused part, decision record 0003).
   */
  readonly remedy: 'choice' | 'reconsiderationFirst' | 'none';
  /** Title of the letter. */
  readonly letter: string;
}
