import type { OutcomeId } from './outcomes.js';
import { type QuestionId, type TreeChoice, type TreeQuestion, answerTree, treeSteps } from './tree.js';

/** The first question. */
const beginning: QuestionId = 'complete';
const questions: Readonly<Record<string, TreeQuestion>> = answerTree;

/** A question that was answered on the way. */
export interface Answered {
  readonly question: TreeQuestion;
  readonly choice: TreeChoice;
}

/** How far a way has come: to its next question, or to its outcome. */
export interface Walk {
  readonly answered: readonly Answered[];
  readonly question?: TreeQuestion;
  readonly outcome?: OutcomeId;
}

const parted = (way: string): string[] => way.split('/').filter((id) => id !== '');

/** A way with one more choice: `clear/information/ours`. */
export const further = (way: string, choice: string): string => [...parted(way), choice].join('/');

/** The way without its last choice. */
export const backOn = (way: string): string => parted(way).slice(0, -1).join('/');

/** Walks the answer tree by the choices of a way. Undefined where a choice is not offered. */
export function walk(way: string): Walk | undefined {
  const answered: Answered[] = [];
  let question: TreeQuestion | undefined = questions[beginning];
  let outcome: OutcomeId | undefined;
  for (const id of parted(way)) {
    const choice = question?.choices.find((one) => one.id === id);
    if (!question || !choice) return undefined;
    answered.push({ question, choice });
    const { leads } = choice;
    outcome = 'outcome' in leads ? leads.outcome : undefined;
    question = 'to' in leads && Object.hasOwn(questions, leads.to) ? questions[leads.to] : undefined;
  }
  return { answered, ...(question ? { question } : {}), ...(outcome ? { outcome } : {}) };
}

/** 该不该：是，要的是政府信息 → 有没有：检索以后没有找到. What cannot be walked is left as it was kept. */
export function wayInWords(way: string): string {
  const walked = walk(way);
  if (!walked) return way;
  return walked.answered
    .map(({ question, choice }) => `${treeSteps[question.step]}：${choice.says}`)
    .join(' → ');
}

/** Every way through the tree, with the outcome at its end. */
export function everyWay(from = ''): { readonly way: string; readonly outcome: OutcomeId }[] {
  const { question, outcome } = walk(from) ?? {};
  if (outcome) return [{ way: from, outcome }];
  return (question?.choices ?? []).flatMap(({ id }) => everyWay(further(from, id)));
}
