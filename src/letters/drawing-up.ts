import type { CaseFile } from '../casework/case-file.js';
import type { FactName, LetterFacts } from '../domain/letter/facts.js';
import type { LetterKind } from '../domain/letter/register.js';
import type { LetterDocument } from '../infrastructure/printing/blocks.js';
import { type LetterSource, factsOfCase, remediesOf } from './letter-facts.js';
import { composeLetter, missingFacts } from './letter-text.js';
import { verifyRemedies } from './remedies-check.js';
import { wordingOf } from './wordings.js';

/** A letter as far as the case goes: its facts, what is missing, and the letter itself when nothing is. */
export interface DrawnUp {
  readonly kind: LetterKind;
  readonly facts: LetterFacts;
  readonly missing: readonly FactName[];
  readonly document?: LetterDocument;
  /** SM3 of the wording it was filled into. */
  readonly templateVersion: string;
}

/** Files that go out with the reply are named in it (附件说明). */
const enclosing: readonly LetterKind[] = ['reply.granted', 'reply.partial', 'supplement'];

/** Draws a letter up for preview. `written` is what was filled in on its own page. */
export function drawUp(
  kind: LetterKind,
  source: LetterSource,
  attachments: CaseFile['attachments'],
  written: LetterFacts,
  number?: string,
): DrawnUp {
  const wording = wordingOf(kind);
  const facts = { ...factsOfCase(kind, source), ...written, ...(number ? { number } : {}) };
  const missing = missingFacts(kind, facts, 'preview');
  const told = { kind, facts, missing, templateVersion: wording.version };
  if (missing.length > 0) return told;
  const enclosed = enclosing.includes(kind) ? namesOf(attachments) : [];
  const document = composeLetter(kind, facts, wording, 'preview');
  return { ...told, document: enclosed.length > 0 ? { ...document, attachments: enclosed } : document };
}

/**
 * Draws a letter up for issue. Throws MissingFacts (the number is among the facts now) and RemediesMismatch:
 * then nothing goes out.
 */
export function drawUpForIssue(
  kind: LetterKind,
  source: LetterSource,
  attachments: CaseFile['attachments'],
  written: LetterFacts,
  number: string | undefined,
): DrawnUp & { readonly document: LetterDocument } {
  const drawn = drawUp(kind, source, attachments, written, number);
  const whole = composeLetter(kind, drawn.facts, wordingOf(kind), 'issued');
  const document = drawn.document ?? whole;
  verifyRemedies(document, remediesOf(kind, source));
  return { ...drawn, document };
}

const namesOf = (attachments: CaseFile['attachments']): string[] =>
  attachments
    .filter(({ purpose }) => purpose === 'provided')
    .map(({ name }) => name.replace(/\.[^.]{1,5}$/u, ''));
