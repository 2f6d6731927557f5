import {
  AlignmentType,
  Document,
  type IRunOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { chinese } from '../domain/time/local-date.js';
import type { Block, LetterDocument, TableCell as Cell } from '../infrastructure/printing/blocks.js';

const BODY = '仿宋_GB2312';
const HEI = '黑体';
const KAI = '楷体_GB2312';
const TITLE = '方正小标宋简体';
/** Sizes in half points: 二号, 三号, 四号. */
const SIZE = { title: 44, body: 32, note: 28 } as const;
/** Two characters of 三号, in twentieths of a point. */
const INDENT = 640;

interface Look {
  readonly font?: string;
  readonly size?: number;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly indent?: boolean;
}

function paragraph(
  text: string,
  { font = BODY, size = SIZE.body, align, indent = true }: Look = {},
): Paragraph {
  const run: IRunOptions = { text, font, size };
  return new Paragraph({
    children: [new TextRun(run)],
    ...(align ? { alignment: align } : {}),
    ...(indent ? { indent: { firstLine: INDENT } } : {}),
    spacing: { line: 580, lineRule: 'exact' },
  });
}

const textOfCell = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);
const aligned = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function blockWord(block: Block): (Paragraph | Table)[] {
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
      return block.items.map((item, i) =>
        paragraph(
          block.numbering === 'none'
            ? item
            : block.numbering === 'parenthesis'
              ? `（${i + 1}）${item}`
              : `${i + 1}．${item}`,
        ),
      );
    case 'table':
      return [tableWord(block)];
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true })];
  }
}

function tableWord({ columns, rows }: Extract<Block, { kind: 'table' }>): Table {
  const row = (cells: readonly string[]): TableRow =>
    new TableRow({
      children: cells.map(
        (text) => new TableCell({ children: [paragraph(text, { size: SIZE.note, indent: false })] }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(columns.map(({ heading }) => heading)), ...rows.map((cells) => row(cells.map(textOfCell)))],
  });
}

/** A paper as a Word file in the looks of an official document, for the office's own finishing. */
export function draftWord({ title, blocks, signature }: LetterDocument): Promise<Buffer> {
  const foot: Look = { align: AlignmentType.RIGHT, indent: false };
  const document = new Document({
    title,
    creator: signature.office,
    sections: [
      {
        properties: { page: { margin: { top: 2098, bottom: 1984, left: 1587, right: 1474 } } },
        children: [
          paragraph(title, { font: TITLE, size: SIZE.title, align: AlignmentType.CENTER, indent: false }),
          paragraph('', { indent: false }),
          ...blocks.flatMap(blockWord),
          paragraph('', { indent: false }),
          paragraph(signature.office, foot),
          paragraph(chinese(signature.on), foot),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
