import type { Act, ActOf } from '../acts/acts.js';
import { type Answer, answersOf, contentOf } from '../acts/answers.js';
import type { ReplyContent } from '../acts/reply-acts.js';
import { type Citation, cite } from '../law/citation.js';
import { type AnswerFact, answerFacts, answerFieldsOf } from '../outcome/answer.js';
import { groupOf } from '../outcome/outcomes.js';

/**
 * How a new reply repeats one that was quashed: the whole of it, which is forbidden; or its result alone, which other
 * facts or reasons may bear (法释〔2018〕1号第九十条第一款).
 */
export interface Repetition {
  readonly of: 'whole' | 'result';
  /** 行政复议法第六十四条第二款 or 行政诉讼法第七十一条, by who quashed it. */
  readonly article: Citation;
}

type Ordered = ActOf<'redo.ordered'>;

/**
 * Whether a reply says again what an organ or a court has quashed on its substance. Every quashed reply of the case
 * counts, not the last alone: what was quashed first stays quashed after a second order. Where procedure alone was at
 * fault the office is free (行政复议法第六十四条第二款; 法释〔2018〕1号第九十条第二款), and over silence nothing was quashed.
 */
export function repetitionIn(acts: readonly Act[], reply: ReplyContent): Repetition | undefined {
  const found = quashedReplies(acts).flatMap(({ quashed, inPart, article }): Repetition[] => {
    const of = repeated(reply, quashed, inPart);
    return of ? [{ of, article }] : [];
  });
  return found.find(({ of }) => of === 'whole') ?? found[0];
}

/** A reply that was quashed on its substance and is to be given anew. */
export interface Quashed {
  readonly quashed: ReplyContent;
  readonly inPart: boolean;
  readonly article: Citation;
}

/** The replies of the case that may not be given again as they were, in the order of the orders. */
export function quashedReplies(acts: readonly Act[]): Quashed[] {
  return acts.flatMap((act, at): Quashed[] => {
    if (act.type !== 'redo.ordered' || act.ground === 'procedure') return [];
    const quashed = quashedBy(acts, act, at);
    return quashed ? [{ quashed, inPart: isInPart(acts, act), article: articleOf(acts, act) }] : [];
  });
}

/** What an act says as a reply; undefined for any other act. */
export function replySaid(act: Act): ReplyContent | undefined {
  if (act.type === 'reply.issued' || act.type === 'reply.drafted') return contentOf(act);
  if (act.type !== 'transfer.noticed') return undefined;
  const { directTo, reasons } = act;
  return { outcome: 'notResponsible', directTo, reasons };
}

/** The reply that the proceeding was about: the last one before it began. */
function quashedBy(acts: readonly Act[], { id }: Ordered, at: number): ReplyContent | undefined {
  const opened = acts.findIndex(
    (act) => (act.type === 'reconsideration.accepted' || act.type === 'suit.served') && act.id === id,
  );
  const opening = acts[opened];
  if (opening && 'over' in opening && opening.over === 'silence') return undefined;
  const before = acts.slice(0, opened < 0 ? at : opened);
  const last = before.findLast((act) => act.type === 'reply.issued' || act.type === 'transfer.noticed');
  return last && replySaid(last);
}

function repeated(reply: ReplyContent, quashed: ReplyContent, inPart: boolean): Repetition['of'] | undefined {
  const pairs = answersOf(reply).flatMap((now) => answersOf(quashed).map((was) => ({ now, was })));
  const whole = pairs.some(({ now, was }) => isAlike(now, was) && wordsOf(now) === wordsOf(was));
  // Of what was quashed in part the rest stands, and may be said again: somebody must look which it is.
  if (whole) return inPart ? 'result' : 'whole';
  return pairs.some(({ now, was }) => now.outcome === was.outcome) ? 'result' : undefined;
}

/** 相同或者基本相同: another paragraph of the same refusal, for the same words, is the same again. */
const isAlike = (now: Answer, was: Answer): boolean =>
  wordsOf(now) !== '' && (now.outcome === was.outcome || groupOf(now.outcome) === groupOf(was.outcome));

/** Facts and reasons of an answer, of those that its kind calls for, without the marks that could be set otherwise. */
function wordsOf(answer: Answer): string {
  const asked = new Set<AnswerFact>(answerFieldsOf(answer.outcome).map(({ name }) => name));
  return answerFacts
    .filter((name) => asked.has(name) || always.includes(name))
    .map((name) => answer[name] ?? '')
    .join('')
    .replaceAll(/[\s\p{P}]/gu, '');
}

/** Reasons may be given of anything; a search that was written in one piece is a search. */
const always: readonly AnswerFact[] = ['reasons', 'searched'];

const isInPart = (acts: readonly Act[], { id }: Ordered): boolean =>
  acts.some(
    (act) =>
      (act.type === 'reconsideration.decided' ||
        act.type === 'suit.judged' ||
        act.type === 'suit.finallyJudged') &&
      act.id === id &&
      act.result === 'revokedInPart',
  );

const articleOf = (acts: readonly Act[], { id }: Ordered): Citation =>
  acts.some((act) => act.type === 'suit.served' && act.id === id)
    ? cite('litigation', 71)
    : cite('reconsideration', 64, 2);
