import { type Answer, answersOf, searchOf } from '../domain/acts/answers.js';
import { openingActOf } from '../domain/acts/proceeding-acts.js';
import type { ReplyContent } from '../domain/acts/reply-acts.js';
import { unitNames } from '../domain/clock/limits.js';
import type { ReadPeriod } from '../domain/clock/period.js';
import { type Citation, cite } from '../domain/law/citation.js';
import { citationsOf, printPlaces } from '../domain/letter/register.js';
import { withheldInProse } from '../domain/letter/withheld.js';
import { resultInWords } from '../domain/outcome/in-words.js';
import { openingOf } from '../domain/remedy/opening.js';
import { counselKinds, counselPowers } from '../domain/remedy/proceeding-notes.js';
import { type LocalDate, chinese } from '../domain/time/local-date.js';
import { noteText } from '../records/proceeding/proceeding-notes.js';
import { kindNames } from '../domain/remedy/proceeding.js';
import { directoryOf } from './evidence-lines.js';
import { type LaterInstances, laterInstancesOf } from './later-instances.js';
import { periodFought, replyFought } from './fought.js';
import { openPlace } from './open-places.js';
import { nameOfParty } from './parties.js';
import { pleaded, requestOf } from './pleas.js';
import type { ProceedingFile } from './proceeding-file.js';
import { printStep, toldHistory } from './told-history.js';

/** Somebody who acts for the office in the proceeding. */
interface Counsel {
  readonly person: string;
  readonly kind: string;
  readonly workplace: string;
  readonly phone: string;
  readonly powers: string;
}

/** Everything that the wordings of the papers may say; what the record does not hold is an open place. */
export interface DraftFacts extends LaterInstances {
  readonly office: { readonly name: string; readonly address: string; readonly phone: string };
  readonly representative: { readonly person: string; readonly post: string };
  readonly counsel: readonly Counsel[];
  readonly organ: string;
  readonly number: string;
  /** The number in brackets, unless it begins with one: （梁府复〔2026〕5号）, （2026）渝行初18号. */
  readonly caseMark: string;
  readonly kind: string;
  readonly appellant: string;
  /** What the paper calls him who asked for the information: another than 复议申请人 or 原告 where a third party appeals. */
  readonly requester: string;
  readonly overSilence: boolean;
  readonly noticedOn: string;
  /** 第四十八条 or the like: by which the paper is due. */
  readonly answerArticle: string;
  readonly answerDueOn: string;
  readonly request: string;
  readonly content: string;
  readonly history: readonly string[];
  readonly laws: readonly string[];
  readonly timing: string;
  readonly grounds: readonly string[];
  readonly defences: readonly string[];
  readonly evidence: readonly string[];
  readonly on: string;
}

/** Reads the facts of the papers off the record as it stands. */
export function draftFactsOf(file: ProceedingFile, on: LocalDate): DraftFacts {
  const { case: whole, proceeding, answer } = file;
  const opening = openingOf(whole.acts, proceeding.number);
  const noticedOn = noticeDay(file);
  const byThirdParty = openingActOf(whole.acts, proceeding.number)?.appellant === 'thirdParty';
  const who = byThirdParty ? '信息公开申请人' : '申请人';
  const steps = toldHistory(whole.acts, whole.application.number, noticedOn ?? on, who);
  const reply = replyFought(file, opening.overSilence);
  return {
    office: {
      name: whole.office.name,
      address: whole.office.address || openPlace('机关地址'),
      phone: whole.office.phone || openPlace('机关电话'),
    },
    representative: representativeOf(file),
    counsel: counselOf(file),
    organ: opening.organ || openPlace(proceeding.kind === 'suit' ? '受理法院' : '复议机关'),
    number: proceeding.number,
    caseMark: /^[（(]/u.test(proceeding.number) ? proceeding.number : `（${proceeding.number}）`,
    kind: kindNames[proceeding.kind],
    appellant: nameOfParty(whole, byThirdParty ? 'thirdParty' : 'applicant'),
    requester: !byThirdParty && proceeding.kind === 'suit' ? '原告' : who,
    overSilence: opening.overSilence,
    noticedOn: noticedOn ? chinese(noticedOn) : openPlace('收到通知之日'),
    answerArticle: printPlaces([answer?.article ?? answerPlaces[proceeding.kind]]),
    answerDueOn: answer ? chinese(answer.dueOn) : '',
    request: requestOf(file, opening),
    content: oneLine(whole.application.content),
    history: steps.map(printStep),
    laws: lawsOf(steps.flatMap(({ places }) => places)),
    timing: timingOf(periodFought(file)),
    grounds: reply ? groundsOf(reply) : [],
    defences: pleaded(file),
    evidence: directoryOf(file)
      .filter(({ included }) => included)
      .map(({ name }) => name),
    on: chinese(on),
    ...laterInstancesOf(file),
  };
}

const answerPlaces = {
  reconsideration: cite('reconsideration', 48),
  suit: cite('litigation', 67, 1),
} as const;

/** The day on which the copy reached the office. */
function noticeDay({ acts, proceeding }: ProceedingFile): LocalDate | undefined {
  const type = proceeding.kind === 'suit' ? 'suit.served' : 'reconsideration.copyReceived';
  return acts.find((act) => act.type === type)?.on;
}

function representativeOf({ notes }: ProceedingFile): DraftFacts['representative'] {
  const known = notes.findLast(({ kind }) => kind === 'representative');
  return known
    ? { person: noteText(known.facts, 'person'), post: noteText(known.facts, 'post') }
    : { person: openPlace('法定代表人姓名'), post: openPlace('法定代表人职务') };
}

function counselOf({ notes }: ProceedingFile): Counsel[] {
  return notes
    .filter(({ kind }) => kind === 'counsel')
    .map(({ facts }) => {
      const special = noteText(facts, 'special') || openPlace('特别授权的事项');
      return {
        person: noteText(facts, 'person'),
        kind: counselKinds[noteText(facts, 'kind') as keyof typeof counselKinds],
        workplace: noteText(facts, 'workplace'),
        phone: noteText(facts, 'phone') || openPlace('受委托人电话'),
        powers:
          noteText(facts, 'powers') === 'special'
            ? `${counselPowers.special}：${special}`
            : counselPowers.ordinary,
      };
    });
}

/** How the reply stands to its period, day by day in the annex. */
function timingOf(period: ReadPeriod | undefined): string {
  if (!period) return '';
  const { because, startedOn, dueOn, terms, unit, excluded, ended } = period;
  const length = terms.map(({ amount, why }) => `${why}${amount}${unitNames[unit]}`).join('，');
  const left = excluded.length > 0 ? '，扣除征求意见所需时间' : '';
  const counted = `${because}计算（${chinese(startedOn)}为起点，不计入）${length ? `，${length}` : ''}${left}，至${chinese(dueOn)}届满`;
  if (ended?.how === 'met') return `${counted}；本机关于${chinese(ended.on)}答复，在法定期限之内。`;
  if (ended?.how === 'late')
    return `${counted}；本机关于${chinese(ended.on)}答复。${openPlace('逾期的原因')}`;
  return `${counted}。`;
}

/** Text of a form inside a paragraph: its lines are no marks of the wording. */
const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/gu, ' ').trim();

/** What was decided of each matter, and why. */
const groundsOf = (reply: ReplyContent): string[] => answersOf(reply).flatMap(groundsOfOne);

function groundsOfOne(answer: Answer): string[] {
  const { outcome, what, reasons, withheld, provided, directTo, basis, earlier } = answer;
  const searched = searchOf(answer);
  const places = citationsOf(outcome);
  return [
    ...(what ? [`关于“${oneLine(what)}”，结果是${resultInWords(outcome)}。`] : []),
    ...(places.length > 0 ? [`本机关作出该答复，依据是${printPlaces(places)}。`] : []),
    ...(reasons ? [oneLine(reasons)] : []),
    ...(withheld ? [`不予公开的部分和依据：${oneLine(withheldInProse(withheld))}`] : []),
    ...(searched ? [`检索情况：${oneLine(searched)}`] : []),
    ...(provided ? [`已提供的内容或者获取方式：${oneLine(provided)}`] : []),
    ...(directTo ? [`已告知负责公开的机关及其联系方式：${oneLine(directTo)}`] : []),
    ...(basis ? [`有关法律、行政法规另有规定：${oneLine(basis)}`] : []),
    ...(earlier ? [`此前已经答复：${oneLine(earlier)}`] : []),
  ];
}

/** Each source with the places cited, once. */
function lawsOf(places: readonly Citation[]): string[] {
  const byStatute = new Map<string, Map<string, Citation>>();
  for (const place of places) {
    const known = byStatute.get(place.statute) ?? new Map<string, Citation>();
    byStatute.set(place.statute, known.set(JSON.stringify(place), place));
  }
  return [...byStatute]
    .filter(([statute]) => statute !== 'house')
    .map(([, known]) => printPlaces([...known.values()].sort((a, b) => (a.article ?? 0) - (b.article ?? 0))));
}
