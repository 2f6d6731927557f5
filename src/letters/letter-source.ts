import type { CaseFile } from '../casework/case-file.js';
import type { ActOf, RecordedAct } from '../domain/acts/acts.js';
import { contentOf } from '../domain/acts/answers.js';
import { pendingDraft } from '../domain/application/pending-draft.js';
import { type FactName, type LetterFacts, factOf } from '../domain/letter/facts.js';
import { type LetterKind, letterOf, replyKindOf } from '../domain/letter/register.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { Declined } from '../infrastructure/declined.js';
import { today } from '../infrastructure/today.js';
import type { LetterRecord } from '../records/paper/letter.js';
import type { LetterSource } from './letter-facts.js';

/** The act that called for the letter was struck from the record: the letter has no ground any more. */
export class LetterWithoutGround extends Declined {
  override readonly name = 'LetterWithoutGround';
  readonly status = 422;

  constructor() {
    super('这份文书所依据的记录已被更正撤销，请作废这份草稿，按更正后的记录重新办理。');
  }
}

/** What a drafted letter is filled from: the case as it stood with the act that called for it. */
export function sourceOfLetter(letter: Pick<LetterRecord, 'kind' | 'actSeq'>, file: CaseFile): LetterSource {
  if (letterOf(letter.kind).trigger === undefined) return sourceOn(file, file.acts, undefined, today());
  const act = file.acts.find(({ seq }) => seq === letter.actSeq);
  if (!act) throw new LetterWithoutGround();
  const acts = file.acts.filter(({ seq }) => seq <= letter.actSeq);
  return sourceOn(file, acts, act, act.on);
}

/** A reply that is drafted and not issued yet: what the letter will be if it is issued today. */
export interface ComingReply {
  readonly kind: LetterKind;
  readonly act: ActOf<'reply.issued'>;
  readonly source: LetterSource;
}

/** The reply as drafted last; undefined when none is drafted or it has been issued. */
export function comingReply(file: CaseFile): ComingReply | undefined {
  const drafted = pendingDraft(file.acts);
  if (!drafted) return undefined;
  const act: ActOf<'reply.issued'> = { type: 'reply.issued', on: today(), ...contentOf(drafted) };
  const recorded: RecordedAct = { ...act, seq: file.version + 1, recordedAt: '', by: '' };
  return {
    kind: replyKindOf(act),
    act,
    source: sourceOn(file, [...file.acts, recorded], recorded, act.on),
  };
}

function sourceOn(
  { application, office, calendar, policy }: CaseFile,
  acts: readonly RecordedAct[],
  act: RecordedAct | undefined,
  on: LocalDate,
): LetterSource {
  return { application, office, acts, ...(act ? { act } : {}), on, calendar, policy };
}

/** The facts that are written on the letter's own page, by kind. */
export const writtenFactsOf = (kind: LetterKind): FactName[] => {
  const { required, optional } = letterOf(kind);
  return [...required, ...optional].filter((name) => factOf(name).source === 'letter');
};

/** What was written on the page of a drafted letter so far. */
export function writtenOf({ kind, facts }: Pick<LetterRecord, 'kind' | 'facts'>): LetterFacts {
  const kept = facts['written'];
  if (typeof kept !== 'object' || kept === null) return {};
  const allowed = writtenFactsOf(kind);
  return Object.fromEntries(
    Object.entries(kept).filter(
      ([name, value]) => typeof value === 'string' && (allowed as string[]).includes(name),
    ),
  );
}
