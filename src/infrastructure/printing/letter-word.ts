import {
  AlignmentType,
  Document,
  FrameAnchorType,
  HeadingLevel,
  HorizontalPositionAlign,
  Packer,
  Paragraph,
  type Table,
  VerticalPositionAlign,
} from 'docx';
import { chinese } from '../../domain/time/local-date.js';
import type { Block, HeadingBlock, LetterDocument, ListBlock, Signature } from './blocks.js';
import { CELL, CHARACTERS_PER_LINE, PAGE, SIZE, TEXT_AREA } from './measures.js';
import { centredOn, empty, FONT, type Look, paragraph, twips, widthOf } from './word-looks.js';
import {
  firstFooter,
  firstHeader,
  FOOT_BOTTOM,
  HEAD_TOP,
  laterHeader,
  opening,
  pageNumber,
  titleWord,
} from './word-head.js';
import { tableWord } from './word-table.js';
import { partedLines } from './words.js';

/** 版心 156 × 225 mm on A4 (GB/T 9704-2012, 5.2). */
const MARGIN = {
  top: twips(TEXT_AREA.top),
  bottom: twips(PAGE.height - TEXT_AREA.top - TEXT_AREA.height),
  left: twips(TEXT_AREA.left),
  right: twips(PAGE.width - TEXT_AREA.left - TEXT_AREA.width),
  header: twips(HEAD_TOP),
  footer: twips(FOOT_BOTTOM),
};

const ALIGNED = {
  left: AlignmentType.JUSTIFIED,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;
const HEADING_FONT: Record<HeadingBlock['level'], string> = {
  1: FONT.hei,
  2: FONT.kai,
  3: FONT.body,
  4: FONT.body,
};
const HEADING = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
};

/**
 * One block of a letter or report; a report's own kinds are set in report-word. `width`: of the text, in points.
 * `last`: it goes along with name and date, two lines of it at least (7.3.5.5).
 */
export function blockWord(
  block: Block,
  { last = false, width = TEXT_AREA.width } = {},
): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'salutation':
      return [
        paragraph(/[：:]$/u.test(block.to) ? block.to : `${block.to}：`, { indent: 0, keepNext: true }),
      ];
    case 'paragraph': {
      const { align = 'indented' } = block;
      const look: Look = align === 'indented' ? {} : { align: ALIGNED[align], indent: 0 };
      return block.text.split('\n').map((line) => paragraph(line, { ...look, keepNext: last }));
    }
    case 'heading': {
      const { level, text } = block;
      return [
        paragraph(text, { font: HEADING_FONT[level], keepNext: true, more: { heading: HEADING[level] } }),
      ];
    }
    case 'quote':
      return [paragraph(block.text, { font: FONT.kai, left: 2 * CELL })];
    case 'note':
      return [paragraph(block.text, { size: SIZE.small4, indent: 2 * SIZE.small4, line: 20 })];
    case 'list':
      return block.items.map((item, i) => paragraph(numbered(item, i, block.numbering), { keepNext: last }));
    case 'table':
      return [tableWord(block, width), paragraph('', { indent: 0, line: 10 })];
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true })];
  }
}

function numbered(item: string, i: number, numbering: ListBlock['numbering']): string {
  if (numbering === 'none') return item;
  return numbering === 'parenthesis' ? `（${i + 1}）${item}` : `${i + 1}.${item}`;
}

/** 附件说明 one line below the text, names under each other. */
function enclosuresWord(names: readonly string[]): Paragraph[] {
  if (names.length === 0) return [];
  const label = 3 * CELL;
  const lines = names.map((name, i) => {
    const number = names.length > 1 ? `${i + 1}. ` : '';
    const own = widthOf(number);
    const hanging = own + (i === 0 ? label : 0);
    const look: Look = { left: 2 * CELL + label + own, hanging, keepNext: true };
    return paragraph(`${i === 0 ? '附件：' : ''}${number}${name}`, look);
  });
  return [empty(true), ...lines];
}

/** 署名 and 成文日期, the date four characters from the right and the name centred on it, room for the seal above. */
function signatureWord({ office, on }: Signature): Paragraph[] {
  const date = chinese(on);
  const names = partedLines(office, CHARACTERS_PER_LINE - 2);
  const widest = Math.max(...names.map(widthOf));
  const centre = Math.min(TEXT_AREA.width - 4 * CELL - widthOf(date) / 2, TEXT_AREA.width - widest / 2 - 1);
  const look = centredOn(centre);
  const above = Array.from({ length: Math.max(0, 3 - names.length) }, () => empty(true));
  return [
    ...above,
    ...names.map((name) => paragraph(name, { ...look, keepNext: true })),
    paragraph(date, look),
  ];
}

/** 抄送 at the foot of the last page, one character in from both sides. */
function copiesWord(copyTo: readonly string[]): Paragraph[] {
  if (copyTo.length === 0) return [];
  const frame = {
    type: 'alignment' as const,
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
    alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
    width: twips(TEXT_AREA.width),
  };
  const look: Look = {
    size: SIZE.four,
    left: 4 * SIZE.four,
    right: SIZE.four,
    hanging: 3 * SIZE.four,
    line: 24,
  };
  return [paragraph(`抄送：${copyTo.join('，')}。`, { ...look, more: { frame } })];
}

/** 回执 and the like on a page of its own, its first centred words as its title. */
function slipWord(blocks: readonly Block[]): (Paragraph | Table)[] {
  const [first, ...rest] = blocks;
  if (!first) return [];
  const turn = paragraph('', { indent: 0, line: 1, more: { pageBreakBefore: true } });
  return first.kind === 'paragraph' && first.align === 'center'
    ? [turn, ...titleWord(first.text), empty(true), ...rest.flatMap((block) => blockWord(block))]
    : [turn, ...blocks.flatMap((block) => blockWord(block))];
}

/** A letter as a Word file: the same blocks by the same measures, for the office's own finishing. */
export function letterWord(letter: LetterDocument): Promise<Buffer> {
  const { title, blocks, attachments = [], signature, slip = [], copyTo = [] } = letter;
  const document = new Document({
    title,
    creator: signature.office,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: FONT.body, size: SIZE.three * 2, language: { eastAsia: 'zh-CN' } } },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: twips(PAGE.width), height: twips(PAGE.height) }, margin: MARGIN },
        },
        headers: { first: firstHeader(letter), default: laterHeader(letter), even: laterHeader(letter) },
        footers: { first: firstFooter(letter), default: pageNumber('right'), even: pageNumber('left') },
        children: [
          ...opening(letter),
          ...blocks.flatMap((block, i) => blockWord(block, { last: i === blocks.length - 1 })),
          ...enclosuresWord(attachments),
          ...signatureWord(signature),
          ...copiesWord(copyTo),
          ...slipWord(slip),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
