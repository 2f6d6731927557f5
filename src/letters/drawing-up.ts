import type { CaseFile } from '../casework/case-file.js';
import type { FactName, LetterFacts } from '../domain/letter/facts.js';
import type { LetterKind } from '../domain/letter/register.js';
import type { Block, LetterDocument } from '../infrastructure/printing/blocks.js';
import { type LetterSource, factsOfCase, remediesOf } from './letter-facts.js';
import type { Piece } from './finished-pieces.js';
import { readFinished, verifyFinished } from './finished-word.js';
import { composeLetter, missingFacts } from './letter-text.js';
import { verifyRemedies } from './remedies-check.js';
import { letterTypefaces } from './typefaces.js';
import type { CurrentWording } from './wordings.js';

/** A letter as far as the case goes: its facts, what is missing, and the letter itself when nothing is. */
export interface DrawnUp {
  readonly kind: LetterKind;
  readonly facts: LetterFacts;
  readonly missing: readonly FactName[];
  readonly document?: LetterDocument;
  /** As the wording has it, where a finished text stands in its place. */
  readonly worded?: LetterDocument;
  /** SM3 of the wording it was filled into. */
  readonly templateVersion: string;
  /** The version of the office's own wording; null for the program's. */
  readonly wordingId: string | null;
}

/** Files that go out with the reply are named in it (附件说明). */
const enclosing: readonly LetterKind[] = ['reply.granted', 'reply.partial', 'reply.several', 'supplement'];

/** What goes into a letter besides its source. */
interface Beside {
  readonly attachments: CaseFile['attachments'];
  /** What was filled in on its own page. */
  readonly written?: LetterFacts;
  readonly number?: string | undefined;
  /** The text that came from Word. */
  readonly finished?: readonly Block[] | undefined;
}

/** Draws a letter up for preview in the wording given, or in its finished text. */
export function drawUp(
  wording: CurrentWording,
  source: LetterSource,
  { attachments, written = {}, number, finished }: Beside,
): DrawnUp {
  const { kind, wordingId } = wording;
  const facts = { ...factsOfCase(kind, source), ...written, ...(number ? { number } : {}) };
  const missing = missingFacts(kind, facts, 'preview');
  const told = { kind, facts, missing, templateVersion: wording.version, wordingId };
  if (missing.length > 0) return told;
  const enclosed = enclosing.includes(kind) ? namesOf(attachments) : [];
  const composed = composeLetter(kind, facts, wording, 'preview');
  const worded = enclosed.length > 0 ? { ...composed, attachments: enclosed } : composed;
  return finished
    ? { ...told, document: { ...worded, blocks: [...finished] }, worded }
    : { ...told, document: worded };
}

/**
 * Draws a letter up for issue. Throws MissingFacts (the number is among the facts now), WordRefused and RemediesMismatch:
 * then nothing goes out.
 */
export function drawUpForIssue(
  wording: CurrentWording,
  source: LetterSource,
  beside: Beside,
): DrawnUp & { readonly document: LetterDocument } {
  const { kind } = wording;
  const { finished } = beside;
  const drawn = drawUp(wording, source, beside);
  const whole = composeLetter(kind, drawn.facts, wording, 'issued');
  const document = drawn.document ?? whole;
  if (finished) verifyFinished(kind, drawn.facts, [...finished, ...(document.slip ?? [])]);
  verifyRemedies(document, remediesOf(kind, source));
  return { ...drawn, document };
}

/**
 * Reads the pieces of a Word file as the text of a letter that could be issued with it. Throws MissingFacts, WordRefused,
 * RemediesMismatch, UncoveredCharacterError.
 */
export function takeFinished(
  pieces: readonly Piece[],
  wording: CurrentWording,
  source: LetterSource,
  beside: Pick<Beside, 'attachments' | 'written'>,
): Block[] {
  const drawnWith = (finished?: readonly Block[]): LetterDocument =>
    drawUpForIssue(wording, source, { ...beside, number: '待编', finished }).document;
  const blocks = readFinished(pieces, drawnWith());
  letterTypefaces().assertCovered(drawnWith(blocks));
  return blocks;
}

const namesOf = (attachments: CaseFile['attachments']): string[] =>
  attachments
    .filter(({ purpose }) => purpose === 'provided')
    .map(({ name }) => name.replace(/\.[^.]{1,5}$/u, ''));
