import { searchFacts } from '../outcome/answer.js';
import type { OutcomeId } from '../outcome/outcomes.js';
import { chinese } from '../time/local-date.js';
import { type Matter, type ReplyContent, matterFields, replyContentFields } from './reply-acts.js';

/** One answer of a reply: the whole, or that to one of several matters. */
export type Answer = Omit<Matter, 'what' | 'outcome'> & {
  readonly outcome: OutcomeId;
  /** What the matter asks; none where the reply answers the application as a whole. */
  readonly what?: string;
};

/** The answers of a reply, in the order of its matters: one where it does not part them. */
export const answersOf = (reply: ReplyContent): readonly Answer[] =>
  reply.matters && reply.matters.length > 0 ? reply.matters : [reply];

/** The result of each answer. */
export const resultsOf = (reply: ReplyContent): readonly OutcomeId[] =>
  answersOf(reply).map(({ outcome }) => outcome);

/** 检索记录 as one text, a line for each part; undefined where nothing is said of a search. */
export function searchOf(answer: Answer): string | undefined {
  const { searchedOn, ...said } = answer;
  const texts = { ...said, searchedOn: searchedOn && chinese(searchedOn) };
  const parts = searchFacts.flatMap((name) => {
    const text = texts[name]?.trim();
    return text ? [`${matterFields[name].label}：${text}`] : [];
  });
  const whole = [...parts, ...(answer.searched ? [answer.searched] : [])].join('\n');
  return whole === '' ? undefined : whole;
}

/** What a reply says and nothing else of the act: for the act that issues what was drafted. */
export function contentOf(reply: ReplyContent): ReplyContent {
  const facts: Readonly<Record<string, unknown>> = reply;
  const said = Object.keys(replyContentFields).filter((name) => facts[name] !== undefined);
  return Object.fromEntries(said.map((name) => [name, facts[name]])) as unknown as ReplyContent;
}
