import type { CaseFile } from '../casework/case-file.js';
import { papersIn } from '../casework/reply-check.js';
import { type Act, type ActType, definitionOf, readAct } from '../domain/acts/acts.js';
import { effectiveActs } from '../domain/acts/effective.js';
import type { Actor } from '../domain/application/authority.js';
import { type Performed, type Refusal, isRefusal, perform } from '../domain/application/perform.js';
import {
  type RemedyState,
  type ReplyState,
  remedyStateOf,
  replyStateOf,
} from '../domain/application/reply-state.js';
import type { Standing } from '../domain/application/standing.js';
import { wakesOf } from '../domain/application/wakes.js';
import { printCitation } from '../domain/law/citation.js';
import type { Finding } from '../domain/law/finding.js';
import { answerFieldsOf } from '../domain/outcome/answer.js';
import { isOutcome } from '../domain/outcome/outcomes.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { letterOf } from '../domain/letter/register.js';
import { now } from '../infrastructure/today.js';
import { deadlineOf } from '../web/deadline-reading.js';
import { type DeadlineReading, chineseDate } from '../web/words.js';
import { saysAnswer, textIn } from './answer-form.js';
import { effectsBetween, flawBadge } from './record-lines.js';
import { tasksOf } from './tasks.js';
import { whoseTurn } from './whose-turn.js';

/** One finding in the words of the screen. */
export interface FindingShown {
  readonly says: string;
  readonly mend: string;
  readonly article: string;
}

/** What an act would bring about, before it is done. */
export interface PreviewShown {
  /** What is still to be filled in; nothing can be said before. */
  readonly missing?: readonly string[];
  readonly refusals?: readonly FindingShown[];
  readonly from?: string;
  readonly to?: string;
  readonly effects?: readonly string[];
  readonly before?: DeadlineReading;
  readonly after?: DeadlineReading;
  readonly flaws?: readonly (FindingShown & { readonly badge: string })[];
  readonly letters?: readonly string[];
  readonly turn?: string;
  /** What time will do if nobody acts. */
  readonly lapses?: readonly string[];
}

const shown = ({ says, mend, article }: Finding): FindingShown => ({
  says,
  mend,
  article: article ? printCitation(article) : '',
});

/** The door's own call on a case as it was read, storing nothing. */
export function tryOn(file: CaseFile, act: Act, actor: Actor): Performed | Refusal {
  const { recorded, on, calendar, policy } = file;
  const around = { today: on, now: now().toISOString(), calendar, policy, papers: papersIn(file) };
  return perform(recorded, act, actor, around);
}

/** Texts that no date hangs on may still be empty when the form asks what it would lead to. */
const UNWRITTEN = '（待填）';

/** Who people are, and who will handle the case after the act. */
interface Around {
  readonly nameOf: (accountId: string) => string | undefined;
  /** As it stands, unless the act changes it. */
  readonly handlerAccountId?: string | null;
}

/** What the answer has still to say, as if it were said: its dates and its place do not hang on it. */
function answerUnwritten(raw: Readonly<Record<string, unknown>>, on: LocalDate): Record<string, unknown> {
  const whole = (answer: Readonly<Record<string, unknown>>): Record<string, unknown> => {
    const outcome = textIn(answer, 'outcome');
    const asked = isOutcome(outcome) ? answerFieldsOf(outcome) : [];
    const open = asked.filter(({ name, required }) => required && !answer[name]);
    return {
      ...answer,
      ...Object.fromEntries(open.map(({ name }) => [name, name === 'searchedOn' ? on : UNWRITTEN])),
    };
  };
  const matters = raw['matters'];
  if (!Array.isArray(matters)) return whole(raw);
  const rows = matters as readonly Readonly<Record<string, unknown>>[];
  return { ...raw, matters: rows.map((row) => whole({ ...row, what: row['what'] || UNWRITTEN })) };
}

/** The preview of a half-filled form: what it would lead to, or what is still missing for an answer. */
export function previewOfForm(
  type: ActType,
  raw: Readonly<Record<string, unknown>>,
  file: CaseFile,
  around: Around & { readonly actor: Actor },
): PreviewShown {
  const { fields } = definitionOf(type);
  const filled: Record<string, unknown> = saysAnswer(type) ? answerUnwritten(raw, file.on) : { ...raw };
  for (const [name, field] of Object.entries(fields)) {
    const text = field.kind === 'text' || field.kind === 'longText';
    if (text && !field.optional && !filled[name] && name !== 'id') filled[name] = UNWRITTEN;
  }
  const read = readAct(type, filled);
  if ('faults' in read) return { missing: Object.values(read.faults) };
  return previewOfAct(file, tryOn(file, read.act, around.actor), around);
}

/** An answer of the door as the screen tells it. */
export function previewOfAct(
  file: CaseFile,
  answer: Performed | Refusal,
  { nameOf, handlerAccountId = file.application.handlerAccountId }: Around,
): PreviewShown {
  if (isRefusal(answer)) return { refusals: answer.refusals.map(shown) };
  const { standing, reading, irregularities, letters, wakes } = answer;
  const tasks = tasksOf({
    state: standing.state,
    facts: standing.facts,
    acts: effectiveActs(answer.log),
    handlerAccountId,
  });
  const known = wakesOf(file.standing, file.acts, file.reading.periods).map(wakeSentence);
  const before = file.reading.nextDuty;
  const after = reading.nextDuty;
  return {
    from: file.standing.name,
    to: standing.name,
    effects: effectsBetween(file.reading, reading, file.calendar),
    ...(before ? { before: deadlineOf(before) } : {}),
    ...(after ? { after: deadlineOf(after) } : {}),
    flaws: irregularities.map((finding) => ({ ...shown(finding), badge: flawBadge(finding) })),
    letters: letters.map((kind) => letterOf(kind).title),
    turn: whoseTurn(tasks, nameOf) || waitingFor(standing),
    lapses: wakes.map(wakeSentence).filter((sentence) => !known.includes(sentence)),
  };
}

const wakeSentence = ({ act, on, matter }: { act: ActType; on: Act['on']; matter: string }): string =>
  `${chineseDate(on)}过后仍没有进展的，系统登记“${definitionOf(act).name}”${matter ? `（${matter}）` : ''}。`;

/** What a case waits for when it asks nothing of the office. */
export function waitingFor({ state, facts }: Pick<Standing, 'state' | 'facts'>): string {
  const reply = replyStateOf(state);
  const remedy = remedyStateOf(state);
  const judged = Object.values(facts.proceedings).some(
    (one) => one.kind === 'suit' && one.state === 'judged',
  );
  if (reply === 'replied.served' && judged) return '等上诉期满，或者当事人上诉';
  if (reply === 'replied.served' && remedy && afterService[remedy]) return afterService[remedy];
  return waits[reply] ?? '没有要办的事';
}

const waits: Partial<Readonly<Record<ReplyState, string>>> = {
  'handling.awaitingCorrection': '等申请人补正',
  'handling.awaitingReasons': '等申请人说明理由',
  'handling.awaitingPayment': '等申请人缴费',
  'replied.served': '等救济期满，或者申请人提出复议、诉讼',
  closed: '已办结，没有要办的事',
};

/** Once somebody has turned against the reply, it is no longer open which way he takes. */
const afterService: Partial<Readonly<Record<RemedyState, string>>> = {
  reconsideration: '等复议决定',
  decided: '等起诉期满，或者申请人提起诉讼',
  litigation: '等法院裁判',
  judged: '诉讼已结，没有其他事项的可以办结归档',
};
