import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type IParagraphOptions,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { chinese } from '../../domain/time/local-date.js';
import type { Block, LetterDocument, TableCell as Cell } from './blocks.js';

/** Fonts that offices have; Word puts another in their place where they are missing. */
const BODY = '仿宋_GB2312';
const HEI = '黑体';
const KAI = '楷体_GB2312';
const TITLE = '方正小标宋简体';
/** Sizes in half points: 发文机关标志, 二号, 三号, 四号, 小五. */
const SIZE = { issuer: 60, title: 44, body: 32, note: 28, dense: 18 } as const;
/** Two characters of 三号, in twentieths of a point; and the four at the right of name and date. */
const INDENT = 640;
const RIGHT = 1280;
/** 版心 156 × 225 mm on A4 (GB/T 9704-2012, 5.2), in twentieths of a point. */
const MARGIN = { top: 2098, bottom: 1984, left: 1587, right: 1474 } as const;
const RED = 'C00000';
const GREY = '808080';

interface Look {
  readonly font?: string;
  readonly size?: number;
  readonly color?: string;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly indent?: boolean;
  readonly more?: IParagraphOptions;
}

function paragraph(text: string, look: Look = {}): Paragraph {
  const { font = BODY, size = SIZE.body, color, align, indent = true, more = {} } = look;
  const run: IRunOptions = { text, font, size, ...(color ? { color } : {}) };
  return new Paragraph({
    children: [new TextRun(run)],
    ...(align ? { alignment: align } : {}),
    ...(indent ? { indent: { firstLine: INDENT } } : {}),
    spacing: size > SIZE.body ? { after: 120 } : { line: 580, lineRule: 'exact' },
    ...more,
  });
}

const aligned = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** One block of a letter or report; a report's own kinds are set in report-word. */
export function blockWord(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'salutation':
      return [paragraph(/[：:]$/u.test(block.to) ? block.to : `${block.to}：`, { indent: false })];
    case 'paragraph': {
      const { align } = block;
      const look: Look =
        align === undefined || align === 'indented' ? {} : { align: aligned[align], indent: false };
      return block.text.split('\n').map((line) => paragraph(line, look));
    }
    case 'heading':
      return [paragraph(block.text, { font: block.level === 1 ? HEI : block.level === 2 ? KAI : BODY })];
    case 'quote':
      return [paragraph(block.text, { font: KAI })];
    case 'note':
      return [paragraph(block.text, { size: SIZE.note })];
    case 'list':
      return block.items.map((item, i) => paragraph(numbered(item, i, block.numbering)));
    case 'table':
      return [tableWord(block)];
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true })];
  }
}

function numbered(item: string, i: number, numbering: Extract<Block, { kind: 'list' }>['numbering']): string {
  if (numbering === 'none') return item;
  return numbering === 'parenthesis' ? `（${i + 1}）${item}` : `${i + 1}．${item}`;
}

/** Text width of A4 between the margins, in twentieths of a point. */
const TEXT_WIDTH = 8845;

function tableWord({ columns, head, rows, dense }: Extract<Block, { kind: 'table' }>): Table {
  const whole = columns.reduce((sum, { width = 1 }) => sum + width, 0);
  const shares = columns.map(({ width = 1 }) => width / whole);
  const heads = head ?? [columns.map(({ heading }) => heading)];
  const row = (cells: readonly Cell[], isHead = false): TableRow =>
    new TableRow({
      tableHeader: isHead,
      children: cells.map((cell, i) =>
        // In a form of merged cells the place in the row is not the column: there the grid alone gives the widths.
        dense ? cellWord(cell, SIZE.dense) : cellWord(cell, SIZE.note, Math.round((shares[i] ?? 0) * 100)),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(dense
      ? {
          layout: TableLayoutType.FIXED,
          columnWidths: shares.map((share) => Math.round(share * TEXT_WIDTH)),
        }
      : {}),
    rows: [...heads.map((cells) => row(cells, true)), ...rows.map((cells) => row(cells))],
  });
}

function cellWord(cell: Cell, size: number, width?: number): TableCell {
  const { text, colSpan, rowSpan, align } = typeof cell === 'string' ? { text: cell } : cell;
  const look: Look = { size, indent: false, ...(align ? { align: aligned[align] } : {}) };
  const tight: Look = size === SIZE.dense ? { ...look, more: { spacing: { line: 240 } } } : look;
  return new TableCell({
    children: text.split('\n').map((line) => paragraph(line, tight)),
    ...(colSpan ? { columnSpan: colSpan } : {}),
    ...(width !== undefined && !colSpan ? { width: { size: width, type: WidthType.PERCENTAGE } } : {}),
    ...(rowSpan ? { rowSpan } : {}),
  });
}

/** 发文机关标志 over a red double line, 文号 below at the right (10.1). */
function headWord({ issuer, number }: LetterDocument): Paragraph[] {
  const border = { bottom: { style: BorderStyle.DOUBLE, size: 12, color: RED, space: 6 } };
  const centred = { align: AlignmentType.CENTER, indent: false } as const;
  return [
    paragraph(issuer, { font: TITLE, size: SIZE.issuer, color: RED, ...centred, more: { border } }),
    ...(number ? [paragraph(number, { align: AlignmentType.RIGHT, indent: false })] : []),
    paragraph('', { indent: false }),
  ];
}

const enclosuresWord = (names: readonly string[]): Paragraph[] =>
  names.map((name, i) => {
    const number = names.length > 1 ? `${i + 1}. ` : '';
    return paragraph(`${i === 0 ? '附件：' : '　　　'}${number}${name}`);
  });

function pageNumber(): Footer {
  const options: IRunOptions = { children: ['— ', PageNumber.CURRENT, ' —'], size: SIZE.note };
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(options)] })],
  });
}

/** A letter as a Word file with the same words in the looks of an official document, for the office's own finishing. */
export function letterWord(letter: LetterDocument): Promise<Buffer> {
  const { title, blocks, attachments = [], signature, slip = [], copyTo = [], draftMark } = letter;
  const foot: Look = { align: AlignmentType.RIGHT, indent: false, more: { indent: { right: RIGHT } } };
  const mark = draftMark && paragraph(draftMark, { size: SIZE.note, color: GREY, indent: false });
  const document = new Document({
    title,
    creator: signature.office,
    sections: [
      {
        properties: { page: { margin: MARGIN } },
        ...(mark ? { headers: { default: new Header({ children: [mark] }) } } : {}),
        footers: { default: pageNumber() },
        children: [
          ...headWord(letter),
          ...title
            .split('\n')
            .map((line) =>
              paragraph(line, { font: TITLE, size: SIZE.title, align: AlignmentType.CENTER, indent: false }),
            ),
          paragraph('', { indent: false }),
          ...blocks.flatMap(blockWord),
          ...enclosuresWord(attachments),
          paragraph('', { indent: false }),
          paragraph(signature.office, foot),
          paragraph(chinese(signature.on), foot),
          ...(copyTo.length > 0 ? [paragraph(`抄送：${copyTo.join('，')}。`, { size: SIZE.note })] : []),
          ...(slip.length > 0 ? [new Paragraph({ pageBreakBefore: true }), ...slip.flatMap(blockWord)] : []),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
