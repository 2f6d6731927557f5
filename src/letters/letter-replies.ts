import { ProblemException } from '../web/problems.js';

/** Longest text that is written into a letter, in characters. */
const LONGEST = 4000;

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
