import {
  AlignmentType,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  TextRun,
} from 'docx';
import { CELL, LINE, SIZE, TEXT_AREA } from './measures.js';

/** Fonts that offices have; Word puts another in their place where they are missing. */
export const FONT = {
  body: '仿宋_GB2312',
  hei: '黑体',
  kai: '楷体_GB2312',
  title: '方正小标宋简体',
  digits: '宋体',
};

export const RED = 'D7000F';
export const GREY = '808080';
const BLACK = '000000';

/** Points as twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);

/** A line of 版心. Rounded down: twenty-two of them must fit. */
const LINE_TWIPS = Math.floor(LINE * 20);

/** What 3号 characters are set closer by, so that 28 fill a line. Rounded down: twenty-eight of them must fit. */
const CLOSER = Math.floor((CELL - SIZE.three) * 20);

/** How a paragraph looks. Lengths in points. */
export interface Look {
  readonly font?: string;
  /** Default 3号. */
  readonly size?: number;
  readonly color?: string;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** Of the first line; default two characters. */
  readonly indent?: number;
  /** Of all lines, from the left and from the right. */
  readonly left?: number;
  readonly right?: number;
  /** The lines after the first stand further in by so much. */
  readonly hanging?: number;
  /** Height of a line; default one of 22 to the page. */
  readonly line?: number;
  readonly keepNext?: boolean;
  readonly more?: IParagraphOptions;
}

/** One paragraph set as a letter is: 3号仿宋, two characters in, 22 lines to the page. */
export function paragraph(text: string, look: Look = {}): Paragraph {
  const { font = FONT.body, size = SIZE.three, color = BLACK, more = {} } = look;
  const run: IRunOptions = {
    text,
    font,
    size: size * 2,
    color,
    ...(size === SIZE.three ? { characterSpacing: CLOSER } : {}),
  };
  return new Paragraph({ ...setting(look), children: [new TextRun(run)], ...more });
}

/** What a paragraph is set by, without its words. */
export function setting(look: Look): IParagraphOptions {
  const { align, indent = 2 * CELL, left = 0, right = 0, hanging, line, keepNext = false } = look;
  const first = hanging === undefined ? { firstLine: twips(indent) } : { hanging: twips(hanging) };
  return {
    alignment: align ?? AlignmentType.JUSTIFIED,
    indent: { left: twips(left), right: twips(right), ...first },
    spacing: {
      before: 0,
      after: 0,
      line: line === undefined ? LINE_TWIPS : twips(line),
      lineRule: LineRuleType.EXACT,
    },
    keepNext,
    // A page holds 22 lines, wherever its paragraphs end; only what is kept with the next takes two lines along.
    widowControl: keepNext,
    // Every character in its cell: no mark beyond the margin, no room of its own around figures.
    overflowPunctuation: false,
    autoSpaceEastAsianText: false,
  };
}

export const empty = (keepNext = false): Paragraph => paragraph('', { indent: 0, keepNext });

/** About how wide 3号 words are: a figure or letter takes half a character. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2000 ? SIZE.three / 2 : CELL),
    0,
  );
}

/** Centred on a line so many points from the left edge of the text area, right of its middle. */
export function centredOn(centre: number): Look {
  const left = 2 * centre - TEXT_AREA.width;
  return { align: AlignmentType.CENTER, indent: 0, left: Math.max(0, left), right: Math.max(0, -left) };
}
