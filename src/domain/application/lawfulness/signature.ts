import type { Act, ActOf, ActType } from '../../acts/acts.js';
import { answersOf } from '../../acts/answers.js';
import type { ReplyContent } from '../../acts/reply-acts.js';
import { cite } from '../../law/citation.js';
import { irregular } from '../../law/finding.js';
import { answerFacts } from '../../outcome/answer.js';
import { outcomeTitle } from '../../outcome/outcomes.js';
import type { LocalDate } from '../../time/local-date.js';
import type { Question, Rule } from './question.js';

const article = cite('disclosure', 45);

/** The draft that was signed last, if nothing has sent it back or replaced it. */
function signedDraft({ acts }: Question): ActOf<'reply.drafted'> | undefined {
  const signedAt = acts.findLastIndex(({ type }) => type === 'reply.signed');
  const draftedAt = acts.findLastIndex(({ type }) => type === 'reply.drafted');
  const since = acts.slice(draftedAt);
  const undone = since.some(
    (a) => a.type === 'redo.ordered' || (a.type === 'reply.reviewed' && a.passed === 'no'),
  );
  const drafted = acts[draftedAt];
  return signedAt > draftedAt && !undone && drafted?.type === 'reply.drafted' ? drafted : undefined;
}

/** What is said, whatever its order; how the outcome was come by is not part of it. */
const saying = (reply: ReplyContent): string =>
  JSON.stringify(
    answersOf(reply).map(({ way: _, ...answer }) =>
      answerFacts.map((name) => answer[name] ?? '').concat(answer.what ?? '', answer.outcome),
    ),
  );

/** 条例第四十五条 (审核、答复制度): what goes out is what was signed. */
export const issuedAsSigned: Rule = (question) => {
  const { act } = question;
  if (act.type !== 'reply.issued' || act.source === 'ledger' || act.onTheSpot) return [];
  const draft = signedDraft(question);
  if (!draft || saying(act) === saying(draft)) return [];
  const mend = '请按签发的稿子制发；内容有改动的，请重新拟制并签发。';
  return [irregular('differsFromSigned', '制发的内容与签发的不一致。', mend, { article })];
};

/** What an applicant may be given a reply to across the counter: his application, correction, reasons or payment. */
const acrossTheCounter: readonly ActType[] = [
  'application.received',
  'correction.received',
  'reasons.given',
  'fee.paid',
];

/** Whether the applicant has handed something in on that day, so that he can be answered on the spot. */
export const cameIn = (acts: readonly Act[], day: LocalDate): boolean =>
  acts.some(({ type, on }) => acrossTheCounter.includes(type) && on === day);

/** 条例第三十三条第一款: on the spot is the day itself. Later, without signature, is 未经签发. */
export const givenOnTheSpot: Rule = (question) => {
  const { acts, act } = question;
  if (act.type !== 'reply.issued' || !act.onTheSpot || act.source === 'ledger') return [];
  if (cameIn(acts, act.on) || signedDraft(question)) return [];
  const mend = '当场答复限于申请人提交当天；其他时候请拟制答复并签发后再制发。';
  const place = cite('disclosure', 33, 1);
  return [irregular('notOnTheSpot', '不是当场答复，却未经签发就制发。', mend, { article: place })];
};

/** 条例第三十六条第五项: the notice that another office is responsible is a reply, and is signed like one. */
export const transferSigned: Rule = (question) => {
  const { act } = question;
  if (act.type !== 'transfer.noticed' || act.source === 'ledger') return [];
  if (signedDraft(question)?.outcome === 'notResponsible') return [];
  const mend = `请先拟制“${outcomeTitle('notResponsible')}”的答复并签发，再告知申请人。`;
  return [irregular('transferNotSigned', '未经签发就告知申请人向其他机关申请。', mend, { article })];
};
