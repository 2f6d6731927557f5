import type { RecordedAct } from '../domain/acts/acts.js';
import { type Citation, placeOf, printCitation } from '../domain/law/citation.js';
import { answerOrLose } from '../domain/remedy/filings.js';
import type { ProceedingRecord } from '../records/proceeding/proceeding.js';
import { type FactInWords, recordInWords } from '../web/facts-in-words.js';

/** 《行政复议法》第四十八条、第七十条: places of one statute, its name once. */
export function joined([first, ...rest]: readonly Citation[]): string {
  if (!first) return '';
  const more = rest.map((one) => (one.statute === first.statute ? placeOf(one) : printCitation(one)));
  return [printCitation(first), ...more].join('、');
}

/** The articles by which a proceeding is lost that is not answered. */
export const lawOf = (kind: ProceedingRecord['kind']): string => joined(answerOrLose[kind].articles);

/** 复议程序：简易程序；复议机关：某某区人民政府 — what a line of the record says besides its number. */
export const actSays = (act: RecordedAct, record: readonly RecordedAct[]): string =>
  inOneLine(recordInWords(act, record));

export const inOneLine = (facts: readonly FactInWords[]): string =>
  facts
    .filter(({ label }) => !/编号|案号/.test(label))
    .map(({ label, text }) => `${label}：${text.trim().replace(/[。；]+$/, '')}`)
    .join('；');
