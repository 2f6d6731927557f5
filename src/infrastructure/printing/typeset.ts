import { isPair, kindOf, printable, type CharacterKind } from './characters.js';
import type { FontRole, Typeface, Typefaces } from './fonts.js';
import { breakLines, type Breakable } from './line-breaking.js';
import { boundCharacters } from './words.js';

/** How characters look. Lengths in points. */
export interface Style {
  role: FontRole;
  size: number;
  /** Width of a full-width character with its 字距. Default: the size. */
  cell?: number;
}

/** Characters of one font that follow each other at one spacing. */
export interface Run {
  text: string;
  face: Typeface;
  size: number;
  /** From the line's left edge. */
  x: number;
  /** Added after each character. */
  spacing: number;
  /** Horizontal stretch; 1 = as drawn. */
  stretch: number;
}

/** A line ready to print. */
export interface SetLine {
  text: string;
  runs: Run[];
  /** From the left edge of the measure to the first character's cell. */
  x: number;
  width: number;
}

export type LineAlign = 'justify' | 'left' | 'center' | 'right';

/** The measure a paragraph is set to, in points. */
export interface Measure {
  width: number;
  /** Indent of the first line. Default 0. */
  firstIndent?: number;
  /** Indent of the others. Default 0. */
  indent?: number;
  /** Default `justify`. */
  align?: LineAlign;
}

/** Above this addition for each gap, in em, a line stays ragged rather than thin. */
const MOST_SLACK = 0.3;

interface Glyph extends Breakable {
  face: Typeface;
  size: number;
  /** Width of the glyph itself. */
  natural: number;
}

/** Sets text in lines. */
export class Typesetter {
  constructor(readonly typefaces: Typefaces) {}

  /** One line, however wide. Throws UncoveredCharacterError. */
  line(text: string, style: Style): SetLine {
    return composed(this.glyphs(printable(text).replaceAll('\n', ' '), style), 0);
  }

  /** Lines of one paragraph; a line feed forces a line. Throws UncoveredCharacterError. */
  paragraph(text: string, style: Style, measure: Measure): SetLine[] {
    return printable(text)
      .split('\n')
      .flatMap((part) => setLines(this.glyphs(part, style), measure, style));
  }

  /**
   * Lines as equal in length as the text allows, as few as the measure allows, each ending with a whole word where
   * that takes no line more; for titles and names.
   */
  balanced(text: string, style: Style, width: number): SetLine[] {
    return printable(text)
      .split('\n')
      .flatMap((part) => {
        const glyphs = this.unparted(this.glyphs(part, style), width);
        const fewest = breakLines(glyphs, width, width).length;
        let narrow = 0;
        let wide = width;
        while (wide - narrow > style.size / 4) {
          const middle = (narrow + wide) / 2;
          if (breakLines(glyphs, middle, middle).length > fewest) narrow = middle;
          else wide = middle;
        }
        return setLines(glyphs, { width: wide, align: 'left' }, style).map((l) => placed(l, width, 'center'));
      });
  }

  /** The glyphs with their words bound, unless whole words need a line more than single characters do. */
  private unparted(glyphs: Glyph[], width: number): Glyph[] {
    const bound = boundCharacters(glyphs.map(({ character }) => character).join(''));
    const words = glyphs.map((glyph, i) => ({ ...glyph, bound: bound[i] ?? false }));
    const lines = (all: Glyph[]): number => breakLines(all, width, width).length;
    return lines(words) > lines(glyphs) ? glyphs : words;
  }

  private glyphs(text: string, style: Style): Glyph[] {
    return Array.from(text, (character) => {
      const face = this.typefaces.faceFor(style.role, character);
      const em = face.advance(character.codePointAt(0) ?? 0);
      const kind = kindOf(character, em);
      const natural = em * style.size;
      return { character, kind, face, size: style.size, natural, advance: cellOf(kind, natural, style) };
    });
  }
}

function setLines(glyphs: readonly Glyph[], measure: Measure, style: Style): SetLine[] {
  const { width, firstIndent = 0, indent = 0, align = 'justify' } = measure;
  const ranges = breakLines(glyphs, width - firstIndent, width - indent);
  return ranges.map(({ from, to }, index) => {
    const left = index === 0 ? firstIndent : indent;
    const content = glyphs.slice(from, to);
    const last = index === ranges.length - 1;
    if (align === 'justify' && !last) spread(content, width - left, style.size);
    return placed(composed(content, left), width - (align === 'justify' ? 0 : left), align);
  });
}

function cellOf(kind: CharacterKind, natural: number, style: Style): number {
  const cell = style.cell ?? style.size;
  if (kind === 'han') return cell;
  return kind === 'half' ? cell / 2 : natural;
}

/** Widens the gaps so that the line fills its measure; words and numbers keep their own spacing. */
function spread(glyphs: Glyph[], width: number, size: number): void {
  const gaps = glyphs.filter((glyph, i) => {
    const next = glyphs[i + 1];
    if (!next || isPair(glyph.character, next.character)) return false;
    return !(glyph.kind === 'latin' && next.kind === 'latin');
  });
  const slack = width - glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
  const each = slack / gaps.length;
  if (gaps.length === 0 || each <= 0 || each > MOST_SLACK * size) return;
  const widened = new Set(gaps);
  glyphs.forEach((glyph, i) => {
    if (widened.has(glyph)) glyphs[i] = { ...glyph, advance: glyph.advance + each };
  });
}

function placed(line: SetLine, width: number, align: LineAlign): SetLine {
  if (align === 'center') return { ...line, x: line.x + (width - line.width) / 2 };
  if (align === 'right') return { ...line, x: line.x + width - line.width };
  return line;
}

function composed(glyphs: readonly Glyph[], x: number): SetLine {
  const runs: Run[] = [];
  let at = 0;
  for (const glyph of glyphs) {
    const own = runOf(glyph, at);
    const last = runs.at(-1);
    if (last && continues(last, own)) last.text += own.text;
    else runs.push(own);
    at += glyph.advance;
  }
  return { text: glyphs.map((g) => g.character).join(''), runs, x, width: at };
}

function runOf(glyph: Glyph, at: number): Run {
  const { face, size, natural, advance, character } = glyph;
  const run = { text: character, face, size, x: at, spacing: 0, stretch: 1 };
  // A 破折号 of two dashes is one stroke: the dash is stretched over its cell.
  if (character === '—') return { ...run, stretch: advance / natural };
  const centred = glyph.kind === 'half' || (glyph.kind === 'han' && natural < 0.9 * size);
  if (centred) return { ...run, x: at + (advance - natural) / 2, spacing: (advance - natural) / 2 };
  return { ...run, spacing: advance - natural };
}

function continues(last: Run, next: Run): boolean {
  return (
    last.face === next.face &&
    Math.abs(last.spacing - next.spacing) < 1e-6 &&
    last.stretch === next.stretch &&
    !isCentred(last.text) &&
    !isCentred(next.text)
  );
}

/** These stand in the middle of their cell and so begin a run of their own. */
function isCentred(text: string): boolean {
  return /[·“”‘’…×÷]$/u.test(text);
}
