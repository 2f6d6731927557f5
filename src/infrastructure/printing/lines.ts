import { ABOVE_BASELINE } from './measures.js';
import type { Strip, Tag, TextInk } from './strips.js';
import type { SetLine } from './typeset.js';

/** The baseline of type of a size that stands in the middle of a line of a height. */
export function baselineIn(height: number, size: number): number {
  return (height - size) / 2 + ABOVE_BASELINE * size;
}

/** Ink of a line in the middle of a strip of a height. */
export function inkOf(line: SetLine, height: number, size: number, tag?: Tag): TextInk {
  return { kind: 'text', line, x: 0, baseline: baselineIn(height, size), ...(tag && { tag }) };
}

/** One strip for each line, all under one tag. */
export function stripsOf(lines: readonly SetLine[], height: number, size: number, tag: Tag): Strip[] {
  return lines.map((line) => ({ height, ink: [inkOf(line, height, size, tag)] }));
}
