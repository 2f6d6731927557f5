import {
  AlignmentType,
  Document,
  HeadingLevel,
  type IRunOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { DirectoryRow } from './bundle-frame.js';

const FONT = '仿宋_GB2312';
const heads = ['序号', '证据名称', '来源', '证明对象', '页码'];
/** Widths of the columns in twentieths of a point; together the text width of A4. */
const widths = [700, 3200, 1500, 2900, 1000];

function run(text: string, size: number, strong = false): TextRun {
  const options: IRunOptions = { text, bold: strong, font: FONT, size };
  return new TextRun(options);
}

const cell = (text: string, column: number, head = false): TableCell =>
  new TableCell({
    width: { size: widths[column] ?? 1000, type: WidthType.DXA },
    children: text.split('\n').map((line) => new Paragraph({ children: [run(line, 24, head)] })),
  });

/** The directory as a Word file, to be changed and handed in by the office's own means. */
export function directoryWord(
  title: string,
  subtitle: string,
  rows: readonly DirectoryRow[],
): Promise<Buffer> {
  const body = rows.map(
    ({ place, name, from, proves, pages }) =>
      new TableRow({ children: [place, name, from, proves, pages].map((text, i) => cell(text, i)) }),
  );
  const document = new Document({
    title,
    creator: '依申请公开办理系统',
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
            children: [run(title, 44, true)],
          }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [run(subtitle, 28)],
          }),
          new Table({
            columnWidths: widths,
            width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
            rows: [
              new TableRow({ tableHeader: true, children: heads.map((text, i) => cell(text, i, true)) }),
              ...body,
            ],
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
