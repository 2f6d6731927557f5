import { type OutcomeId, groupOf, outcomes } from './outcomes.js';

const discloses = (id: OutcomeId): boolean => groupOf(id) === 'granted';
const refuses = (id: OutcomeId): boolean => groupOf(id) === 'refused';

/**
 * As what an application of several matters may count in table three, where it has one row: any disclosure beside any
 * refusal is 部分公开; otherwise one of the results that are present, which the clerk confirms (本系统口径, decision
 * record 0016). A refusal is a result of the group 不予公开.
 */
export function wholesOf(matters: readonly OutcomeId[]): readonly OutcomeId[] {
  if (matters.includes('partial') || (matters.some(discloses) && matters.some(refuses))) return ['partial'];
  return [...new Set(matters)];
}

const strictness = ['reconsiderationFirst', 'choice', 'none'] as const;

/** Of several results the one whose remedies are told: 复议前置 before the choice, the choice before none. */
export function strictestOf(results: readonly OutcomeId[]): OutcomeId | undefined {
  for (const remedy of strictness) {
    const found = results.find((id) => outcomes[id].remedy === remedy);
    if (found) return found;
  }
  return undefined;
}

/** Results that a single matter can have; what ends a whole application (逾期、撤回) is none of them. */
export const endsTheWhole = ['notCorrected', 'notPaid', 'withdrawn'] as const satisfies readonly OutcomeId[];

const COUNT = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
/** A full stop after digits numbers a matter, unless it parts a date or an amount: 1.2025年 does, 2025.3.1 does not. */
const MARK = new RegExp(
  `^(?:[（(]?${COUNT}[)）]|${COUNT}、|\\d{1,2}[.．](?:(?!\\d)|(?=\\d{4}年))|[一二三四五六七八九十]{1,3}[.．]|[①-⑳])\\s*`,
  'u',
);
const BREAK = new RegExp(`\\n|(?<=[。；;：:])(?=\\s*(?:[（(]?${COUNT}[)）、.．]|[①-⑳]))`, 'u');

/**
 * The matters that an applicant has numbered himself: 1. 2. 3., 一、二、, （1）（2）, ①② — at the beginning of lines or
 * after a stop. Empty where he has not numbered two at least.
 */
export function mattersIn(content: string): readonly string[] {
  const pieces = content
    .split(BREAK)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const matters: string[] = [];
  for (const piece of pieces) {
    const mark = MARK.exec(piece)?.[0];
    const last = matters.length - 1;
    if (mark !== undefined) matters.push(piece.slice(mark.length));
    else if (last >= 0) matters[last] = `${matters[last] ?? ''}\n${piece}`;
  }
  return matters.length > 1 ? matters.map((matter) => matter.replace(/[；;。]$/u, '')) : [];
}
