import { setCalendar } from './calendar-grid.js';
import { inkOf, stripsOf } from './lines.js';
import { SIZE } from './measures.js';
import type {
  DrawingBlock,
  KeyValuesBlock,
  PictureBlock,
  ReportBlock,
  ReportDocument,
  ReportHeadingBlock,
} from './report-blocks.js';
import { REPORT_LINE, type Sheet } from './report-measures.js';
import { gap, type Ink, type Strip, type Tag } from './strips.js';
import { setTable, type TableMeasure } from './tables.js';
import type { Style, Typesetter } from './typeset.js';

const TEXT: Style = { role: 'body', size: SIZE.small4 };
const HEADING_SIZE: Record<ReportHeadingBlock['level'], number> = {
  1: SIZE.four,
  2: SIZE.small4,
  3: SIZE.five,
};

/** The strips of a report: title, subtitle, blocks. */
export function setReport(report: ReportDocument, sheet: Sheet, setter: Typesetter): Strip[] {
  const strips = report.untitled ? [] : setReportTitle(report, sheet, setter);
  let breakNext = false;
  for (const block of report.blocks) {
    if (block.kind === 'pageBreak') {
      breakNext = true;
      continue;
    }
    const [first, ...rest] = setBlock(block, sheet, setter);
    if (!first) continue;
    strips.push(breakNext ? { ...first, breakBefore: true } : first, ...rest);
    breakNext = false;
  }
  return strips;
}

function setReportTitle(
  { title, subtitle }: ReportDocument,
  { textWidth }: Sheet,
  setter: Typesetter,
): Strip[] {
  const style: Style = { role: 'title', size: SIZE.small2 };
  const lines = stripsOf(setter.balanced(title, style, textWidth), 28, style.size, { type: 'H1' });
  const below = subtitle
    ? stripsOf(
        setter.paragraph(subtitle, { role: 'kai', size: SIZE.small4 }, { width: textWidth, align: 'center' }),
        REPORT_LINE,
        SIZE.small4,
        { type: 'P' },
      )
    : [];
  return [...lines, ...below, gap(REPORT_LINE / 2)].map((strip, i) => ({
    ...strip,
    keepWithNext: true,
    ...(i === 0 && { bookmark: { title: title.replaceAll('\n', ''), level: 1 } }),
  }));
}

function setBlock(
  block: Exclude<ReportBlock, { kind: 'pageBreak' }>,
  sheet: Sheet,
  setter: Typesetter,
): Strip[] {
  const width = sheet.textWidth;
  switch (block.kind) {
    case 'paragraph': {
      const align = block.align ?? 'indented';
      const measure =
        align === 'indented'
          ? { width, firstIndent: 2 * TEXT.size }
          : { width, align: align === 'left' ? ('justify' as const) : align };
      return block.text
        .split(/\r?\n/u)
        .flatMap((part) =>
          stripsOf(setter.paragraph(part, TEXT, measure), REPORT_LINE, TEXT.size, { type: 'P' }),
        );
    }
    case 'note': {
      const lines = setter.paragraph(block.text, { role: 'body', size: SIZE.small5 }, { width });
      return stripsOf(lines, 15, SIZE.small5, { type: 'Note' });
    }
    case 'heading':
      return setHeading(block, width, setter);
    case 'table':
      return [...setTable(block, setter, tableMeasure(sheet, block.dense)), gap(REPORT_LINE / 2)];
    case 'keyValues':
      return [...setKeyValues(block, sheet, setter), gap(REPORT_LINE / 2)];
    case 'calendarGrid':
      return setCalendar(block, width, setter);
    case 'picture':
      return [pictureStrip(block, width), gap(REPORT_LINE / 2)];
    case 'drawing':
      return [drawingStrip(block, width, setter), gap(REPORT_LINE / 2)];
  }
}

function tableMeasure({ textWidth, textHeight }: Sheet, dense = false): TableMeasure {
  const type = dense ? { size: SIZE.small5, lineHeight: 12.5 } : { size: SIZE.five, lineHeight: 15 };
  return { width: textWidth, ...type, tallest: textHeight - 5 * REPORT_LINE };
}

function setHeading({ level, text }: ReportHeadingBlock, width: number, setter: Typesetter): Strip[] {
  const size = HEADING_SIZE[level];
  const lines = setter.paragraph(text, { role: 'hei', size }, { width });
  const strips = stripsOf(lines, size * 1.8, size, { type: `H${level + 1}` }).map((strip, i) => ({
    ...strip,
    keepWithNext: true,
    ...(i === 0 && { bookmark: { title: text, level: level + 1 } }),
  }));
  return [gap(REPORT_LINE / 3), ...strips];
}

function setKeyValues({ entries, columns = 1 }: KeyValuesBlock, sheet: Sheet, setter: Typesetter): Strip[] {
  const pairs = Array.from({ length: Math.ceil(entries.length / columns) }, (_, row) =>
    Array.from(
      { length: columns },
      (__, column) => entries[row * columns + column] ?? { name: '', value: '' },
    ),
  );
  const rows = pairs.map((row) => row.flatMap(({ name, value }) => [{ text: name, strong: true }, value]));
  const widths = Array.from({ length: columns }, () => [
    { heading: '', width: 1 },
    { heading: '', width: columns === 1 ? 4 : 2 },
  ]).flat();
  return setTable({ kind: 'table', columns: widths, head: [], rows }, setter, tableMeasure(sheet));
}

function pictureStrip({ image, width, height, alt }: PictureBlock, textWidth: number): Strip {
  const x = (textWidth - width) / 2;
  return { height, ink: [{ kind: 'image', image, x, y: 0, width, height, tag: { type: 'Figure', alt } }] };
}

function drawingStrip(
  { width, height, shapes, words = [], alt }: DrawingBlock,
  textWidth: number,
  setter: Typesetter,
): Strip {
  const left = (textWidth - width) / 2;
  const tag: Tag = { type: 'Figure', alt };
  const drawn = shapes.map((shape): Ink => ({ kind: 'path', x: left, y: 0, tag, ...shape }));
  const written = words.map(({ text, x, y, size = SIZE.small5, anchor = 'start' }): Ink => {
    const line = setter.line(text, { role: 'body', size });
    const before = { start: 0, middle: line.width / 2, end: line.width }[anchor];
    return { ...inkOf(line, 0, size, tag), x: left + x - before, baseline: y };
  });
  return { height, ink: [...drawn, ...written] };
}
