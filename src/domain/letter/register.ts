import type { Act } from '../acts/acts.js';
import type { ReplyContent } from '../acts/reply-acts.js';
import { type Citation, cite, placeOf, printCitationInFull } from '../law/citation.js';
import type { Requirement } from '../outcome/outcome.js';
import { type OutcomeId, groupOf, outcomeIds, outcomes } from '../outcome/outcomes.js';
import type { LetterDefinition } from './definition.js';
import type { FactName } from './facts.js';
import { replySeries } from './number.js';
import { type ProceduralKind, proceduralLetters } from './procedural.js';

/** A reply tells one outcome; one to several matters tells that of each. */
export type ReplyKind = `reply.${OutcomeId}` | 'reply.several';
export type LetterKind = ProceduralKind | ReplyKind;

const factsOfRequirement: Readonly<Record<Requirement, FactName>> = {
  reasons: 'reasons',
  provided: 'provided',
  withheld: 'withheld',
  searched: 'searched',
  thirdPartyAsked: 'thirdPartyView',
  directTo: 'directTo',
  basis: 'basis',
  earlier: 'earlier',
  correctionAsked: 'correctionHistory',
  correctionLapsed: 'correctionLapse',
  reasonsAsked: 'reasonsHistory',
  feeLapsed: 'feeLapse',
  withdrawal: 'withdrawal',
};

/** What every reply says before it comes to its conclusion (law.md §2.4: 答复书). */
const everyReply: readonly FactName[] = [
  'on',
  'officeName',
  'applicationNumber',
  'applicant',
  'addressed',
  'submitted',
  'receivedOn',
  'receiptDay',
  'request',
];

const replyTexts: readonly FactName[] = ['reasons', 'provided', 'withheld', 'searched', 'directTo', 'basis'];

function replyLetter(id: OutcomeId): LetterDefinition {
  const { letter, article, requires, remedy } = { article: undefined, ...outcomes[id] };
  const required: FactName[] = [
    ...everyReply,
    ...(article ? (['articles'] as const) : []),
    ...requires.map((need) => factsOfRequirement[need]),
    ...(remedy === 'none' ? [] : (['remedies'] as const)),
  ];
  const optional: FactName[] = ['history', 'officePhone', ...replyTexts];
  return {
    title: letter,
    trigger: 'reply.issued',
    when: (act) => act.type === 'reply.issued' && !act.matters && act.outcome === id,
    ...(article ? { article } : {}),
    series: replySeries,
    to: 'applicant',
    required,
    optional: optional.filter((name) => !required.includes(name)),
    outcome: id,
  };
}

/** 分项答复: one letter for the whole application, its matters one by one; the remedies are those of the strictest. */
const severalMatters: LetterDefinition = {
  title: '政府信息公开申请答复书',
  trigger: 'reply.issued',
  when: (act) => act.type === 'reply.issued' && act.matters !== undefined,
  article: cite('disclosure', 36),
  series: replySeries,
  to: 'applicant',
  required: [...everyReply, 'matters', 'remedies'],
  optional: ['history', 'officePhone'],
  remediesAs: 'lastReply',
};

export const replyKind = (id: OutcomeId): ReplyKind => `reply.${id}`;
/** The letter of a reply. */
export const replyKindOf = ({ outcome, matters }: Pick<ReplyContent, 'outcome' | 'matters'>): ReplyKind =>
  matters ? 'reply.several' : replyKind(outcome);

/**
 * 程序处理文书和实体处理文书: the register that drafts, wordings and numbers are taken from. The replies are the
 * entries of `outcomes`, one letter each; the wording of a kind is in templates/letters/<kind>.
 */
const letters: Readonly<Record<LetterKind, LetterDefinition>> = {
  ...proceduralLetters,
  ...(Object.fromEntries(outcomeIds.map((id) => [replyKind(id), replyLetter(id)])) as Readonly<
    Record<`reply.${OutcomeId}`, LetterDefinition>
  >),
  'reply.several': severalMatters,
};

export const letterKinds = Object.keys(letters) as LetterKind[];
export const letterOf = (kind: LetterKind): LetterDefinition => letters[kind];
export const isLetterKind = (text: string): text is LetterKind => Object.hasOwn(letters, text);

/** The letters that nothing calls for by itself: drafted when somebody wants them. */
export const lettersOnDemand = letterKinds.filter((kind) => letters[kind].trigger === undefined);

/** The letters that an act calls for. A notice that another office is responsible is a reply (条例第三十六条第五项). */
export function lettersAfter(act: Act): LetterKind[] {
  if (act.type === 'transfer.noticed') return [replyKind('notResponsible')];
  return letterKinds.filter((kind) => {
    const { trigger, when } = letters[kind];
    return trigger === act.type && (when?.(act) ?? true);
  });
}

/** The places that a reply rests on: those of its outcome, and for a refusal the duty to say why (条例第三十六条第三项). */
export function citationsOf(outcome: OutcomeId): Citation[] {
  const { article } = { article: undefined, ...outcomes[outcome] };
  if (!article) return [];
  const refusal = groupOf(outcome) === 'refused' && outcomes[outcome].remedy === 'reconsiderationFirst';
  return refusal ? [article, cite('disclosure', 36, undefined, 3)] : [article];
}

/** Places as one phrase: 《…条例》第十四条、第三十六条第（三）项. A source is named once. */
export const printPlaces = (places: readonly Citation[]): string =>
  places
    .map((place, i) =>
      places[i - 1]?.statute === place.statute ? placeOf(place) : printCitationInFull(place),
    )
    .join('、');

/** The places that a letter of the kind rests on, as its text names them. */
export function placesOf({ outcome, article, restsOn = [] }: LetterDefinition): Citation[] {
  if (outcome) return citationsOf(outcome);
  return article ? [...restsOn, article] : [];
}
