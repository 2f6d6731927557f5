import { chineseNumeral } from '../../domain/law/numerals.js';
import { type XmlElement, elementsIn, valueOf } from './xml-tree.js';

/** One level of a list as Word numbers it. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** （%1） or %1.%2: each %n stands for the count of level n. */
  readonly text: string;
}

/** Which list and level a paragraph stands in. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** Counts the paragraphs of all lists of a document, in their order. */
export class Numbering {
  private readonly levels = new Map<string, ReadonlyMap<number, Level>>();
  private readonly counts = new Map<string, number[]>();

  /** `root` is word/numbering.xml; without it no paragraph has a number. */
  constructor(root?: XmlElement) {
    if (!root) return;
    const abstract = new Map(
      elementsIn(root, 'w:abstractNum').map((one) => [
        one.attributes['w:abstractNumId'] ?? '',
        new Map(elementsIn(one, 'w:lvl').map(levelOf)),
      ]),
    );
    for (const list of elementsIn(root, 'w:num')) {
      const known = abstract.get(valueOf(list, 'w:abstractNumId') ?? '');
      if (known) this.levels.set(list.attributes['w:numId'] ?? '', known);
    }
  }

  /** The number of the next paragraph at that place, as it is printed before it; '' where there is none. */
  next({ list, level }: ListPlace): string {
    const levels = this.levels.get(list);
    const own = levels?.get(level);
    if (!levels || !own) return '';
    const counts = (this.counts.get(list) ?? []).slice(0, level + 1);
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    this.counts.set(list, counts);
    if (own.format === 'bullet') return '·';
    return own.text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const { start = 1, format = 'decimal' } = levels.get(at) ?? {};
      return numeral(counts[at] ?? start, format);
    });
  }
}

function levelOf(level: XmlElement): [number, Level] {
  return [
    Number(level.attributes['w:ilvl'] ?? 0),
    {
      start: Number(valueOf(level, 'w:start') ?? 1),
      format: valueOf(level, 'w:numFmt') ?? 'decimal',
      text: valueOf(level, 'w:lvlText') ?? '',
    },
  ];
}

const chinese: readonly string[] = [
  'chineseCounting',
  'chineseCountingThousand',
  'japaneseCounting',
  'taiwaneseCountingThousand',
  'ideographDigital',
];

/** A number in the formats that Chinese documents use; any other as 1, 2, 3. */
function numeral(n: number, format: string): string {
  if (chinese.includes(format) && n >= 1 && n <= 999) return chineseNumeral(n);
  if (format === 'none') return '';
  if (format.startsWith('decimalEnclosedCircle') && n >= 1 && n <= 20)
    return String.fromCodePoint(0x245f + n);
  if (format === 'lowerLetter' && n >= 1 && n <= 26) return String.fromCodePoint(0x60 + n);
  if (format === 'upperLetter' && n >= 1 && n <= 26) return String.fromCodePoint(0x40 + n);
  if (format === 'lowerRoman' || format === 'upperRoman') {
    const digits = roman(n);
    return format === 'lowerRoman' ? digits.toLowerCase() : digits;
  }
  return String(n);
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(n: number): string {
  const found = romans.find(([value]) => value <= n);
  return found && n < 4000 ? found[1] + roman(n - found[0]) : '';
}
