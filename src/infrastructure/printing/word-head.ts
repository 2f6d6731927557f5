import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  HeadingLevel,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { LetterDocument } from './blocks.js';
import { CELL, mm, NUMBER_BELOW_LINE, PAGE, SIZE, TEXT_AREA, XINHAN } from './measures.js';
import { empty, FONT, GREY, paragraph, RED, setting, twips } from './word-looks.js';
import { partedLines } from './words.js';

/** Largest and smallest size of the 发文机关标志 in one line, and a line's height as a share of it. */
const MARK = { largest: 36, smallest: 24, line: 1.2 } as const;

/** How far the characters' ink begins below the top of their line, and ends above its bottom, as shares of the size. */
const INK = { below: 0.11, above: 0.16 } as const;

/** What a line of text leaves free above its characters, and the border below a mark takes, in points. */
const NUMBER_TOP = 9;

/** The text area's edges from the ends of the 170 mm lines. */
const OUT = {
  left: TEXT_AREA.left - mm(20),
  right: mm(20) + XINHAN.lineWidth - TEXT_AREA.left - TEXT_AREA.width,
};

/** From the page's upper edge to the head of 信函格式. */
export const HEAD_TOP = XINHAN.markTop - INK.below * MARK.largest;

/** From the page's lower edge to what stands in its foot. */
export const FOOT_BOTTOM = XINHAN.lineAboveBottom;

/** 信函格式: the mark over the red double line, on the first page only. */
export function firstHeader(letter: LetterDocument): Header {
  return new Header({ children: letter.form === 'xinhan' ? markLines(letter) : draftMark(letter) });
}

/** The other pages: nothing but a draft's mark. */
export function laterHeader(letter: LetterDocument): Header {
  return new Header({ children: draftMark(letter) });
}

function draftMark({ draftMark: mark }: LetterDocument): Paragraph[] {
  return [
    paragraph(mark ?? '', {
      font: FONT.hei,
      size: SIZE.five,
      color: GREY,
      align: AlignmentType.CENTER,
      indent: 0,
      line: 14,
    }),
  ];
}

function markLines(letter: LetterDocument): Paragraph[] {
  const one = Math.min(MARK.largest, TEXT_AREA.width / [...letter.issuer].length);
  const lines =
    one >= MARK.smallest
      ? [letter.issuer]
      : partedLines(letter.issuer, Math.ceil([...letter.issuer].length / 2) + 2);
  const longest = Math.max(...lines.map((line) => [...line].length));
  const size = Math.floor(Math.min(MARK.largest, TEXT_AREA.width / longest) * 2) / 2;
  const shared = {
    font: FONT.title,
    size,
    color: RED,
    align: AlignmentType.CENTER,
    indent: 0,
    left: -OUT.left,
    right: -OUT.right,
    line: MARK.line * size,
  };
  const space = Math.max(0, Math.round(mm(4) - INK.above * size));
  const border = { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 18, color: RED, space } };
  const drafts = letter.draftMark ? draftMark(letter) : [];
  const last = lines.length - 1;
  return [
    ...drafts,
    ...lines.map((line, i) => paragraph(line, i === last ? { ...shared, more: { border } } : shared)),
  ];
}

/** The first page's foot in 信函格式: the lower double line. */
export function firstFooter(letter: LetterDocument): Footer {
  if (letter.form !== 'xinhan') return pageNumber('right');
  const border = { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 18, color: RED, space: 0 } };
  const place = { indent: 0, left: -OUT.left, right: -OUT.right, line: 4 };
  return new Footer({ children: [paragraph('', { ...place, more: { border } })] });
}

/** — 2 —, 4号宋体, its dashes 7 mm below the text area, one character in: right on odd pages, left on even ones. */
export function pageNumber(side: 'left' | 'right'): Footer {
  const dash = PAGE.height - TEXT_AREA.top - TEXT_AREA.height - mm(7);
  const line = 16;
  const look = {
    align: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
    indent: 0,
    left: side === 'left' ? CELL : 0,
    right: side === 'right' ? CELL : 0,
    line,
  };
  const run = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: FONT.digits,
    size: SIZE.four * 2,
  });
  // A paragraph below holds the number up: what stands in the foot is counted from its lower edge.
  const below = paragraph('', { indent: 0, line: dash - FOOT_BOTTOM - line / 2 });
  return new Footer({ children: [new Paragraph({ ...setting(look), children: [run] }), below] });
}

/** What stands between the head and the addressee: 文号, two free lines, the title, one free line. */
export function opening(letter: LetterDocument): Paragraph[] {
  const before = { spacing: { ...setting({}).spacing, before: twips(NUMBER_BELOW_LINE - NUMBER_TOP) } };
  const right = { align: AlignmentType.RIGHT, indent: 0 };
  const number =
    letter.form === 'xinhan'
      ? [paragraph(letter.number ?? '', { ...right, more: before })]
      : documentHead(letter);
  return [...number, empty(), empty(), ...titleWord(letter.title), empty(true)];
}

/** 文件格式: the mark 35 mm below the text area's top, the 文号, one red line as wide as the text area. */
function documentHead({ issuer, number = '' }: LetterDocument): Paragraph[] {
  const size = Math.floor(Math.min(48, TEXT_AREA.width / [...issuer].length) * 2) / 2;
  const look = { align: AlignmentType.CENTER, indent: 0 };
  const spacing = { ...setting({ line: MARK.line * size }).spacing, before: twips(mm(35)) };
  const border = { bottom: { style: BorderStyle.SINGLE, size: 14, color: RED, space: 8 } };
  return [
    paragraph(issuer, { ...look, font: FONT.title, size, color: RED, more: { spacing } }),
    empty(),
    empty(),
    paragraph(number, { ...look, more: { border } }),
  ];
}

/** A title in 2号小标宋, its lines parted between words where one line is too short. */
export function titleWord(title: string): Paragraph[] {
  const most = Math.floor(TEXT_AREA.width / SIZE.two);
  const lines = title.split('\n').flatMap((part) => partedLines(part, most));
  return lines.map((line) =>
    paragraph(line, {
      font: FONT.title,
      size: SIZE.two,
      align: AlignmentType.CENTER,
      indent: 0,
      keepNext: true,
      more: { heading: HeadingLevel.TITLE },
    }),
  );
}
