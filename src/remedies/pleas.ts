import { cite, printCitation } from '../domain/law/citation.js';
import { reconsiderationStatuteOn } from '../domain/law/statutes.js';
import { isDefence, isProven } from '../domain/remedy/defences.js';
import type { AppealOpening } from '../domain/remedy/opening.js';
import { chinese } from '../domain/time/local-date.js';
import { joined } from './appeal-words.js';
import { periodFought } from './fought.js';
import { openPlace } from './open-places.js';
import { type ProceedingFile, defencesOf } from './proceeding-file.js';

/** 驳回申请, 驳回请求 and 维持, by the version of the statute under which the reconsideration runs. */
const reconsiderationAsks = {
  reconsideration: {
    dismiss: [cite('reconsideration', 33)],
    reject: [cite('reconsideration', 69)],
    uphold: [cite('reconsideration', 68)],
  },
  reconsideration2017: {
    dismiss: [cite('reconsiderationRules', 48, 1, 2)],
    reject: [cite('reconsiderationRules', 48, 1, 1)],
    uphold: [cite('reconsideration2017', 28, 1, 1)],
  },
} as const;

/** Defences that end the proceeding without a word on the merits, where they hold. */
const barring: readonly string[] = [
  'reconsiderationPassedOver',
  'windowMissed',
  'capPassed',
  'silenceTooEarly',
  'reconsideredBefore',
];

/** What the office asks for: first that it not be heard at all, where the record bears that out. */
export function requestOf(file: ProceedingFile, opening: AppealOpening): string {
  const { kind, openedOn } = file.proceeding;
  const proven = defencesOf(file).filter(isProven);
  if (proven.some(({ code }) => code === 'wrongDefendant')) {
    const article = printCitation(cite('interpretation2018', 26, 1));
    return `本机关不是适格被告，请依法告知原告变更被告；原告不同意变更的，请裁定驳回起诉（${article}）。`;
  }
  const merits = meritsOf(file, opening);
  if (!proven.some(({ code }) => barring.includes(code))) return merits;
  if (kind === 'suit') {
    const article = printCitation(cite('interpretation2018', 69, 1));
    return `请依法裁定驳回原告的起诉（${article}）。不驳回起诉的，${merits}`;
  }
  const { dismiss } = reconsiderationAsks[reconsiderationStatuteOn(opening.appliedOn ?? openedOn)];
  return `请依法决定驳回申请人的行政复议申请（${joined(dismiss)}）。不驳回申请的，${merits}`;
}

/** What it asks on the merits. It claims no more than the record bears. */
function meritsOf(file: ProceedingFile, { overSilence, appliedOn }: AppealOpening): string {
  const { case: whole, proceeding } = file;
  const { openedOn } = proceeding;
  const suit = proceeding.kind === 'suit';
  const asks = reconsiderationAsks[reconsiderationStatuteOn(appliedOn ?? openedOn)];
  const inTime = periodFought(file)?.ended?.how === 'met';
  const flawless = inTime && whole.irregularities.every(({ finding }) => isDefence(finding));
  if (overSilence) {
    const replied = whole.acts.find(({ type }) => type === 'reply.served');
    if (!replied) return '本机关尚在办理该申请，请依法审查处理。';
    // 受理前已经履行 is what the article speaks of; what was given later leaves the silence unlawful as it was.
    if (replied.on >= openedOn)
      return `本机关已于${chinese(replied.on)}作出答复，请依法审查处理。${openPlace('本机关的意见')}`;
    return suit
      ? '原告申请公开的信息，本机关已经答复，请依法判决驳回原告的诉讼请求（《行政诉讼法》第六十九条）。'
      : `申请人申请公开的信息，本机关已经答复，请依法决定驳回申请人的行政复议请求（${joined(asks.reject)}）。`;
  }
  if (!flawless) return `请依法审查处理。${openPlace('本机关的意见')}`;
  return suit
    ? '本机关作出的答复证据确凿，适用法律、法规正确，符合法定程序，请依法判决驳回原告的诉讼请求（《行政诉讼法》第六十九条）。'
    : `本机关作出的答复认定事实清楚，证据确凿，适用依据正确，程序合法，内容适当，请依法决定维持（${joined(asks.uphold)}）。`;
}

/** The defences as a paper pleads them: what is doubtful is looked into first. */
export const pleaded = (file: ProceedingFile): string[] =>
  defencesOf(file)
    .filter(isProven)
    .map(
      ({ says, article }) => `${says.replace(/。$/u, '')}${article ? `（${printCitation(article)}）` : ''}。`,
    );
