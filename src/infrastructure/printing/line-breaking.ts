import { isCounted, isPair, mayBegin, mayEnd, type CharacterKind } from './characters.js';

/** What line breaking must know of a character. */
export interface Breakable {
  character: string;
  kind: CharacterKind;
  /** Width in points. */
  advance: number;
  /** Belongs to the word before it: no line begins here. */
  bound?: boolean;
}

/** A line as the characters `from` (included) to `to` (excluded); spaces at its end are left out. */
export interface LineRange {
  from: number;
  to: number;
}

/** Rounding in the last place must not push the twenty-eighth character over. */
const TOLERANCE = 0.01;

/** A run without a place to break that is wider than this share of a line is cut. */
const LONG_RUN = 0.5;

/**
 * Breaks a paragraph into lines by 避头尾: no closing mark begins a line, no opening mark ends one,
 * 破折号 and 省略号 stay whole, and so do words and numbers with what they count (unless longer than half a line).
 * A mark that would break the rule takes the character beside it along (推出).
 */
export function breakLines(glyphs: readonly Breakable[], firstWidth: number, width: number): LineRange[] {
  const lines: LineRange[] = [];
  let from = 0;
  while (from < glyphs.length) {
    const next = endOfLine(glyphs, from, lines.length === 0 ? firstWidth : width);
    lines.push({ from, to: withoutSpaces(glyphs, from, next) });
    from = next;
    while (isSpace(glyphs[from])) from += 1;
  }
  return lines;
}

/** May a line end after `left` and the next begin with `right`? */
function mayPart(left: Breakable, right: Breakable): boolean {
  if (right.kind === 'space' || right.bound) return false;
  if (!mayBegin(right.character) || !mayEnd(left.character)) return false;
  if (left.kind === 'latin' && right.kind === 'latin') return false;
  return !isPair(left.character, right.character) && !isCounted(left.character, right.character);
}

function endOfLine(glyphs: readonly Breakable[], from: number, width: number): number {
  const over = firstBeyond(glyphs, from, width);
  if (over === glyphs.length) return over;
  let end = over;
  while (end > from && !partsBefore(glyphs, end)) end -= 1;
  const cut = end > from && widthOfRun(glyphs, end) <= width * LONG_RUN ? end : undefined;
  return cut ?? emergency(glyphs, from, over, end);
}

/** The first character that no longer fits. Spaces always fit. */
function firstBeyond(glyphs: readonly Breakable[], from: number, width: number): number {
  let used = 0;
  for (let i = from; i < glyphs.length; i += 1) {
    const glyph = glyphs[i];
    if (!glyph || glyph.kind === 'space') {
      used += glyph?.advance ?? 0;
      continue;
    }
    used += glyph.advance;
    if (used > width + TOLERANCE) return i;
  }
  return glyphs.length;
}

function partsBefore(glyphs: readonly Breakable[], at: number): boolean {
  const left = glyphs[at - 1];
  const right = glyphs[at];
  return left !== undefined && right !== undefined && mayPart(left, right);
}

/** Width of what cannot be parted from the character at `from`. */
function widthOfRun(glyphs: readonly Breakable[], from: number): number {
  let width = 0;
  for (let i = from; i < glyphs.length; i += 1) {
    if (i > from && partsBefore(glyphs, i)) break;
    width += glyphs[i]?.advance ?? 0;
  }
  return width;
}

/** Cuts a run that has no place to break, still keeping marks off the line's ends where that is possible. */
function emergency(glyphs: readonly Breakable[], from: number, over: number, regular: number): number {
  for (let end = over; end > from && end >= regular; end -= 1) {
    if (endsWell(glyphs[end - 1], glyphs[end])) return end;
  }
  return Math.max(over, from + 1);
}

function endsWell(left: Breakable | undefined, right: Breakable | undefined): boolean {
  if (!left || !right || isSpace(right)) return false;
  return mayEnd(left.character) && mayBegin(right.character) && !isPair(left.character, right.character);
}

function withoutSpaces(glyphs: readonly Breakable[], from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(glyphs[end - 1])) end -= 1;
  return end;
}

function isSpace(glyph: Breakable | undefined): boolean {
  return glyph?.kind === 'space';
}
