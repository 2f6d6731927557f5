/** 避头: marks that may not begin a line (GB/T 15834-2011 5.1). */
const NEVER_FIRST = new Set('。，、；：！？）》」』”’〕】〉〗…·％‰℃°～－/／%)]},.;:!?');

/** 避尾: marks that may not end a line. */
const NEVER_LAST = new Set('（《「『“‘〔【〈〖￥＄№([{¥$');

/** Marks of full width in Chinese text, whatever width the font gives them. */
const FULL_WIDTH = new Set('—…“”‘’×÷');

/** 间隔号: half a character wide, in its middle (GB/T 15834-2011 5.1.7). */
const HALF_WIDTH = '·';

/**
 * Control and formatting characters: zero-width marks, soft hyphen, direction marks; and what chooses between shapes of
 * one character, as phones put it behind signs and some programs behind names: the usual shape is printed.
 */
const WITHOUT_INK = /(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

/**
 * Signs that typefaces for print lack, and those that say the same: ticks and boxes as phones and web pages write them,
 * and the lowered figures of CO₂ and PM₂.₅. Raised figures stay: without them 10⁶ would be another number.
 */
const ALIKE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('₀₁₂₃₄₅₆₇₈₉', (lowered, digit) => [lowered, String(digit)])),
  ...{ '☑': '√', '✔': '√', '✅': '√', '☒': '×', '✗': '×', '✘': '×', '✕': '×', '✖': '×', '❌': '×' },
  ...{ '☐': '□', '◻': '□', '⬜': '□', '◼': '■', '⬛': '■', '⚫': '●', '⭕': '○', '❗': '！', '❓': '？' },
};
const UNLIKE_PRINT = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'gu');

/** 康熙部首 and 中日韩部首: what copying out of a PDF often yields in place of the character. */
const RADICALS = /[\u2e80-\u2fdf]/gu;

/**
 * The text as it can be printed: composed (NFC), one kind of space and of line feed,
 * radicals read as the characters they show, signs of screens as those of print, formatting characters left out.
 * Two code points that share a glyph become one, so that equal pages extract as equal text.
 */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/[\t\u00a0]/gu, ' ')
    .replace(/[\u2003]/gu, '\u3000')
    .replace(/[\u2022\u2027]/gu, '·')
    .replace(/\u22ef/gu, '…')
    .replace(/\u2011/gu, '-')
    .replace(RADICALS, (radical) => radical.normalize('NFKC'))
    .replace(UNLIKE_PRINT, (sign) => ALIKE[sign] ?? sign)
    .replace(WITHOUT_INK, '');
}

/**
 * `han`: stands in its own cell; `half`: in half a cell; `latin`: letters, digits and their marks,
 * which hold together; `space`: may vanish at a line's end.
 */
export type CharacterKind = 'han' | 'half' | 'latin' | 'space';

/** The kind of a character whose glyph is `advance` em wide. */
export function kindOf(character: string, advance: number): CharacterKind {
  if (character === ' ') return 'space';
  if (character === HALF_WIDTH) return 'half';
  if (FULL_WIDTH.has(character)) return 'han';
  const wide = (character.codePointAt(0) ?? 0) >= 0x2000 && advance >= 0.97;
  return wide ? 'han' : 'latin';
}

/** May the mark begin a line? */
export function mayBegin(character: string): boolean {
  return !NEVER_FIRST.has(character);
}

/** May the mark end a line? */
export function mayEnd(character: string): boolean {
  return !NEVER_LAST.has(character);
}

/** 破折号 and 省略号 are two characters that may not part. */
export function isPair(left: string, right: string): boolean {
  return left === right && (left === '—' || left === '…');
}

/** What is counted in figures and stays with its figure: 3月, 15日, 12号, 1份. */
const COUNTED = new Set('年月日时号条款项个份页件元次人');

/** Does a figure belong to the word after it? */
export function isCounted(figure: string, word: string): boolean {
  return COUNTED.has(word) && /^\d$/u.test(figure);
}
