import type { Requirement } from './outcome.js';
import { type OutcomeId, outcomeOf } from './outcomes.js';

/** What is written into an answer by hand, in the order in which a form asks for it. */
export const answerFacts = [
  'provided',
  'withheld',
  'searchedIn',
  'searchedFor',
  'searchedBy',
  'searchedOn',
  'searchedFound',
  'searched',
  'directTo',
  'basis',
  'earlier',
  'reasons',
] as const;
export type AnswerFact = (typeof answerFacts)[number];

/** 检索记录: what a court asks of a search (条例第三十六条第四项). `searched` holds one that was written in one piece. */
export const searchFacts = [
  'searchedIn',
  'searchedFor',
  'searchedBy',
  'searchedOn',
  'searchedFound',
] as const satisfies readonly AnswerFact[];

/** The facts by which a requirement is met in writing; what only history can show has none. */
export const writtenFor: Readonly<Partial<Record<Requirement, readonly AnswerFact[]>>> = {
  provided: ['provided'],
  withheld: ['withheld'],
  searched: searchFacts,
  directTo: ['directTo'],
  basis: ['basis'],
  earlier: ['earlier'],
  reasons: ['reasons'],
};

/** One fact that an answer of a kind is asked for. */
export interface AnswerField {
  readonly name: AnswerFact;
  readonly required: boolean;
}

/** Exactly what an answer of that kind carries: what it must, and what it may where that can be told. */
export function answerFieldsOf(id: OutcomeId): readonly AnswerField[] {
  const { requires, allows = [] } = outcomeOf(id);
  const must = new Set(requires.flatMap((need) => writtenFor[need] ?? []));
  const may = new Set(allows.flatMap((need) => writtenFor[need] ?? []));
  return answerFacts
    .filter((name) => must.has(name) || may.has(name))
    .map((name) => ({ name, required: must.has(name) }));
}
