import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import type { Block } from './blocks.js';
import { blockWord } from './letter-word.js';
import { PAGE } from './measures.js';
import type {
  CalendarGridBlock,
  DrawingBlock,
  PictureBlock,
  ReportBlock,
  ReportDocument,
  ReportHeadingBlock,
} from './report-blocks.js';

/** A report of words and tables alone: what is drawn has no place in a file that offices go on writing in. */
export interface WordReport extends Omit<ReportDocument, 'blocks'> {
  blocks: Exclude<ReportBlock, CalendarGridBlock | DrawingBlock | PictureBlock>[];
}

/** Fonts that offices have; Word puts another in their place where they are missing. */
const TITLE = '方正小标宋简体';
const HEADING = '黑体';
const KAI = '楷体_GB2312';

/** In twentieths of a point. */
const MARGIN = { top: 1440, bottom: 1440, left: 1247, right: 1247 };

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const satisfies Record<ReportHeadingBlock['level'], unknown>;

const run = (text: string, font: string, size: number): TextRun =>
  new TextRun({ text, font, size, color: '000000' });

function wordOf(block: WordReport['blocks'][number], width: number): (Paragraph | Table)[] {
  if (block.kind === 'heading') {
    const { level, text } = block;
    return [
      new Paragraph({
        heading: headingLevels[level],
        spacing: { before: 200, after: 100 },
        keepNext: true,
        children: [run(text, level === 3 ? KAI : HEADING, level === 1 ? 32 : 30)],
      }),
    ];
  }
  if (block.kind !== 'keyValues') return blockWord(block, { width });
  const table: Block = {
    kind: 'table',
    columns: [{ heading: '' }, { heading: '', width: 3 }],
    head: [],
    rows: block.entries.map(({ name, value }) => [name, value]),
  };
  return blockWord(table, { width });
}

/** A report as a Word file with the same words and numbers as its print. */
export function reportWord(report: WordReport, creator: string): Promise<Buffer> {
  const { title, subtitle, orientation, draftMark, blocks } = report;
  const paper = orientation === 'landscape' ? PAGE.height : PAGE.width;
  const width = paper - (MARGIN.left + MARGIN.right) / 20;
  const centred = (text: string, font: string, size: number): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 200 },
      children: [run(text, font, size)],
    });
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 24 })],
      }),
    ],
  });
  const document = new Document({
    title,
    creator,
    sections: [
      {
        properties: {
          page: {
            size: {
              orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: MARGIN,
          },
        },
        footers: { default: footer },
        children: [
          ...(draftMark
            ? [new Paragraph({ children: [new TextRun({ text: draftMark, color: '808080' })] })]
            : []),
          centred(title, TITLE, 44),
          ...(subtitle ? [centred(subtitle, KAI, 30)] : []),
          ...blocks.flatMap((block) => wordOf(block, width)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
