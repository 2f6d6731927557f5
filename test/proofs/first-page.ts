import type { PdfLine, PdfPage, PdfStroke } from '../support/pdf-text.js';
import { type Measure, count, isSize, length } from './measure.js';

/** 字号 in points (GB/T 9704-2012, 3). */
const TITLE = 22;
const THREE = 16;
/** Height of a line of 版心: 225 mm in 22 lines. */
const LINE = 225 / 22;
/** A Chinese character's square reaches so far above and below its baseline, as shares of its size. */
const ABOVE = 0.88;
const BELOW = 0.12;
/** The bold characters of a 发文机关标志 rise and fall about so far; `measureInk` looks at the ink itself. */
const MARK_RISE = 0.85;
const MARK_DROP = 0.09;
const CENTRE_OF_PAGE = 105;
const CENTRE_OF_TEXT = 106;

const isRed = ({ color }: PdfStroke): boolean => /^#(?:[c-f][0-9a-f])(?:[0-3][0-9a-f]){2}$/iu.test(color);
const lower = ({ y1, thickness }: PdfStroke): number => y1 + thickness / 2;
const upper = ({ y1, thickness }: PdfStroke): number => y1 - thickness / 2;
const middle = (line: PdfLine): number => line.y - ((ABOVE - BELOW) / 2) * line.size;
const points = (mm: number): number => (mm * 72) / 25.4;

/** The red lines of a page from the top. */
export const redLines = (page: PdfPage): PdfStroke[] =>
  page.strokes.filter(isRed).sort((a, b) => a.y1 - b.y1);

/** The 文号 on a first page. */
const numberOn = (page: PdfPage): PdfLine | undefined =>
  page.lines.find(({ text, size }) => isSize(size, THREE) && /〔\d{4}〕\d+号$/u.test(text));

/** Lines of the title on a first page. */
export const titleOn = (page: PdfPage): PdfLine[] =>
  page.lines.filter(({ size, y }) => isSize(size, TITLE) && y > points(37));

/** Mark, red lines, 文号 and title of the first page in 信函格式 (10.1). */
export function measureFirstPage(page: PdfPage): Measure[] {
  const [thick, thin, lowThin, lowThick] = redLines(page);
  const red = count(1, '红色线条', '10.1', redLines(page).length, 4, '处');
  const marks = page.lines.filter(({ text, y }) => y < (thick?.y1 ?? 0) && !/^(?:草稿|样稿)/u.test(text));
  const [mark] = marks;
  const last = marks.at(-1);
  if (!thick || !thin || !lowThin || !lowThick || !mark || !last) return [red];
  const lines = [thick, thin, lowThin, lowThick];
  return [
    red,
    length(1, '发文机关标志上边缘至上页边', '10.1', mark.y - MARK_RISE * mark.size, 30),
    ...marks.map((line) =>
      length(1, '发文机关标志居中', '10.1', (line.left + line.right) / 2, CENTRE_OF_PAGE),
    ),
    length(1, '标志下边缘至红色双线', '10.1', upper(thick) - (last.y + MARK_DROP * last.size), 4),
    ...lines.flatMap((line) => [
      length(1, '红色双线长', '10.1', line.x2 - line.x1, 170),
      length(1, '红色双线居中', '10.1', (line.x1 + line.x2) / 2, CENTRE_OF_PAGE),
    ]),
    count(1, '首页双线上粗下细', '10.1', Number(thick.thickness > thin.thickness), 1, '处'),
    count(1, '下方双线上细下粗', '10.1', Number(lowThick.thickness > lowThin.thickness), 1, '处'),
    length(1, '下方双线至下页边', '10.1', page.height - lower(lowThick), 20),
    ...measureNumber(page, thin),
    ...measureTitle(page, thin),
  ];
}

function measureNumber(page: PdfPage, thin: PdfStroke): Measure[] {
  const number = numberOn(page);
  if (!number) return [];
  return [
    length(1, '文号至版心右边缘', '10.1', number.right, 184),
    length(1, '文号至红色双线为3号字高的7/8', '10.1', number.y - ABOVE * THREE - lower(thin), (7 / 8) * 5.64),
  ];
}

function measureTitle(page: PdfPage, thin: PdfStroke): Measure[] {
  const title = titleOn(page);
  const [first] = title;
  if (!first) return [count(1, '标题', '10.1', 0, 1, '处')];
  // A slip bears no number; its place stays free, so that all letters look alike.
  const above = numberOn(page)?.y ?? lower(thin) + points((7 / 8) * 5.64) + ABOVE * THREE;
  const between = middle(first) - (above - ((ABOVE - BELOW) / 2) * THREE);
  return [
    length(1, '标题与上一要素相距二行', '10.1', between, 3 * LINE),
    ...title.map((line) => length(1, '标题居中', '7.3.1', (line.left + line.right) / 2, CENTRE_OF_TEXT)),
  ];
}
