import { StreamableFile } from '@nestjs/common';
import { ApplicationNotFound } from '../casework/refusals.js';
import { ProblemException } from '../web/problems.js';
import { LetterNotFound, reasonOf } from './letter-refusals.js';

/** Longest text that is written into a letter, in characters. */
const LONGEST = 4000;

/** What was asked for, or the problem to answer with. */
export async function answering<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (fault) {
    if (fault instanceof ApplicationNotFound || fault instanceof LetterNotFound)
      throw new ProblemException('not-found', { detail: fault.message });
    const detail = reasonOf(fault);
    if (detail !== undefined) throw new ProblemException('unprocessable', { detail });
    throw fault;
  }
}

/** A PDF for the frame of a page, under its Chinese name (RFC 5987). */
export function inlinePdf(name: string, bytes: Buffer): StreamableFile {
  return new StreamableFile(bytes, {
    type: 'application/pdf',
    disposition: `inline; filename="letter.pdf"; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`,
  });
}

/** The posted texts of these names. Throws a problem for one that is longer than `longest` characters. */
export function writtenIn<N extends string>(
  body: unknown,
  names: readonly N[],
  longest = LONGEST,
): Partial<Record<N, string>> {
  const posted = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const texts: Partial<Record<N, string>> = {};
  for (const name of names) {
    const text = posted[name];
    if (typeof text !== 'string') continue;
    if (text.length > longest)
      throw new ProblemException('unprocessable', { detail: `每项内容最多 ${longest} 字，请删减后再保存。` });
    texts[name] = text.replaceAll('\r\n', '\n');
  }
  return texts;
}
