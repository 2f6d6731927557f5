import type { PdfLine, PdfPage } from '../support/pdf-text.js';
import { redLines, titleOn } from './first-page.js';
import { type Measure, between, count, isSize, length, millimetres } from './measure.js';

const THREE = 16;
const FOUR = 14;
const CELL = 156 / 28;
const LINE = 225 / 22;
/** From the top of a line of 版心 to the baseline of the 3号 character in its middle, in millimetres. */
const TO_BASELINE = LINE / 2 + millimetres(0.38 * THREE);
/** Full-width signs: no letters, digits, spaces or half-width marks. */
const FULL_WIDTH = /^[\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]+$/u;
const NOT_FIRST = /^[。，、；：！？）》」』”’〕】〉·…—％]/u;
const NOT_LAST = /[（《「『“‘〔【〈]$/u;
/** Baselines closer than this belong to neighbouring lines. */
const NEIGHBOUR = 1.5 * LINE;

const mm = (line: PdfLine): number => millimetres(line.y);

/** The lines of 3号 type in the text area; on a first page those below the title. */
export function bodyLines(page: PdfPage, index: number): PdfLine[] {
  const top = index === 0 ? (titleOn(page).at(-1)?.y ?? 0) : 0;
  return page.lines.filter(({ size, y }) => isSize(size, THREE) && y > top);
}

/** 版心, lines and characters of every page (5.2), page numbers (7.5), and where lines begin and end. */
export function measureTextArea(pages: readonly PdfPage[]): Measure[] {
  return pages.flatMap((page, index) => [
    length(index + 1, '纸宽', '5.1', page.width, 210),
    length(index + 1, '纸高', '5.1', page.height, 297),
    ...measureEdges(page, index),
    ...measurePitch(page, index),
    ...measureCharacters(page, index),
    ...measurePageNumber(page, index),
    ...lineEnds(page, index),
  ]);
}

function measureEdges(page: PdfPage, index: number): Measure[] {
  const number = index + 1;
  const body = bodyLines(page, index);
  const inked = page.lines.filter(({ text }) => !isPageNumber(text));
  const left = Math.min(...body.map((line) => line.left));
  const right = Math.max(...inked.filter(({ size }) => size < THREE + 1).map((line) => line.right));
  const lowest = Math.max(...inked.map(mm));
  const [first] = body;
  const top = index > 0 && first && page.lines[0] === first ? [first] : [];
  return [
    ...(body.length > 0 ? [between(number, '正文左边缘（订口）', '5.2.1', left, 27, 184)] : []),
    between(number, '文字右边缘', '5.2.1', right, 28, 185),
    ...top.map((line) => length(number, '版心上边缘（天头）', '5.2.1', line.y, 37 + TO_BASELINE)),
    between(number, '最低一行', '5.2.1', lowest * (72 / 25.4), 37, 37 + 225 + 1),
  ];
}

/** Neighbouring lines of text: their distance makes 22 lines to the page. */
function measurePitch(page: PdfPage, index: number): Measure[] {
  const body = bodyLines(page, index).map(mm);
  const gaps = body.slice(1).flatMap((y, i) => (y - (body[i] ?? 0) < NEIGHBOUR ? [y - (body[i] ?? 0)] : []));
  if (gaps.length === 0) return [];
  const most = Math.max(...gaps);
  const least = Math.min(...gaps);
  return [
    count(index + 1, '每面行数（最宽行距）', '5.2.3', Math.round((225 / most) * 10) / 10, 22, '行'),
    count(index + 1, '每面行数（最窄行距）', '5.2.3', Math.round((225 / least) * 10) / 10, 22, '行'),
  ];
}

/** Lines of full-width signs from edge to edge: 28, or one fewer where a mark was taken along to the next line. */
function measureCharacters(page: PdfPage, index: number): Measure[] {
  return bodyLines(page, index).flatMap((line): Measure[] => {
    const whole = millimetres(line.left) < 29 && millimetres(line.right) > 183;
    if (!whole || !FULL_WIDTH.test(line.text)) return [];
    const signs = [...line.text].length;
    const what = '通栏一行的字数';
    return [{ page: index + 1, what, clause: '5.2.3', is: signs, from: 26, to: 28, unit: '字' }];
  });
}

const isPageNumber = (text: string): boolean => /^—\d+—$/u.test(text);

function measurePageNumber(page: PdfPage, index: number): Measure[] {
  const number = index + 1;
  const found = page.lines.filter(({ text }) => isPageNumber(text));
  const wanted = redLines(page).length === 4 ? 0 : 1;
  const [own] = found;
  if (!own || wanted === 0)
    return [count(number, '页码', wanted ? '7.5' : '10.1', found.length, wanted, '处')];
  const edge = number % 2 === 1 ? 184 - CELL : 28 + CELL;
  const place = number % 2 === 1 ? own.right : own.left;
  return [
    count(number, '页码数字', '7.5', Number(own.text.slice(1, -1)), number, '处'),
    count(number, '页码字号', '7.5', own.size, FOUR, '磅'),
    // The dash lies about a third of its size above the baseline.
    length(number, '一字线至版心下边缘', '7.5', own.y - 0.33 * own.size, 37 + 225 + 7),
    length(number, '页码空一字', '7.5', place, edge),
  ];
}

/** 避头尾: in running text and in tables alike. */
function lineEnds(page: PdfPage, index: number): Measure[] {
  const lines = page.lines.filter(({ text }) => !isPageNumber(text));
  const wrong = lines.filter(({ text }) => NOT_FIRST.test(text) || NOT_LAST.test(text));
  return [count(index + 1, '行首行尾不合标点规则', 'GB/T 15834', wrong.length, 0, '处')];
}
