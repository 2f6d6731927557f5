import { mm, SIZE } from './measures.js';
import type { Ink } from './strips.js';
import type { Typesetter } from './typeset.js';

/** Grey of a draft mark: seen on paper, yet no part of the text. */
const LIGHT = '#8c8c8c';

/** Light words in the middle of a page's upper margin. */
export function draftMarkInk(words: string, pageWidth: number, setter: Typesetter): Ink {
  const line = setter.line(words, { role: 'hei', size: SIZE.five });
  return { kind: 'text', line, x: (pageWidth - line.width) / 2, baseline: mm(16), color: LIGHT };
}
