import type { PdfLine, PdfPage } from '../support/pdf-text.js';
import { type Measure, between, count, isSize, length } from './measure.js';

const THREE = 16;
const CELL = 156 / 28;
const LINE = 225 / 22;
/** Diameter of an office's round seal (国发〔1999〕25号: 4.2 cm for a county's offices). */
const SEAL = 42;
const DATE = /^\d{4}年[1-9]\d?月[1-9]\d?日$/u;
const points = (mm: number): number => (mm * 72) / 25.4;
const middle = (line: PdfLine): number => (line.left + line.right) / 2;

interface Place {
  readonly page: PdfPage;
  readonly number: number;
  readonly date: PdfLine;
}

/** Name, date and seal (7.3.5), and the text that stands beside them. */
export function measureSignature(pages: readonly PdfPage[]): Measure[] {
  const place = placeOf(pages);
  if (!place) return [count(pages.length, '成文日期', '7.3.5', 0, 1, '处')];
  const { page, number, date } = place;
  const names = namesAbove(page, date);
  const name = names.at(-1);
  if (!name) return [count(number, '署名', '7.3.5', 0, 1, '处')];
  const text = page.lines.filter(({ y }) => y < (names[0]?.y ?? name.y));
  return [
    ...measureDate(number, names, date),
    length(number, '署名以成文日期为准居中', '7.3.5.1', middle(name) - middle(date), 0),
    length(number, '署名与成文日期相邻一行', '7.3.5.1', date.y - name.y, LINE),
    ...measureSeal(place, names, text.at(-1)),
    textBeside(number, text.length),
  ];
}

/** Lines right above the date and centred on it: the office's name. */
function namesAbove(page: PdfPage, date: PdfLine): PdfLine[] {
  const names: PdfLine[] = [];
  let below = date;
  for (const line of page.lines.filter(({ y }) => y < date.y).reverse()) {
    const near = below.y - line.y < points(1.5 * LINE) && Math.abs(middle(line) - middle(date)) < points(2);
    if (!near || !isSize(line.size, THREE)) break;
    names.unshift(line);
    below = line;
  }
  return names;
}

/** 不得用“此页无正文”: on a later page two lines of text at least (7.3.5.5). */
function textBeside(page: number, lines: number): Measure {
  const from = page > 1 ? 2 : 1;
  return { page, what: '与署名同页的正文', clause: '7.3.5.5', is: lines, from, to: 99, unit: '行' };
}

/** The date stands four characters in from the right, unless the name is so long that it would leave the text area. */
function measureDate(number: number, names: readonly PdfLine[], date: PdfLine): Measure[] {
  const right = Math.max(...names.map((name) => name.right));
  return right - date.right > points(4 * CELL) - 1
    ? [between(number, '长署名不出版心', '7.3.5.1', right, 28, 185)]
    : [length(number, '成文日期右空四字', '7.3.5.1', date.right, 184 - 4 * CELL)];
}

function measureSeal(
  { page, number, date }: Place,
  names: readonly PdfLine[],
  text: PdfLine | undefined,
): Measure[] {
  const [seal] = page.pictures;
  const first = names[0] ?? date;
  if (!seal) return [];
  const bottomOfText = (text?.y ?? 0) + 0.12 * (text?.size ?? THREE);
  const centre = seal.x + seal.width / 2;
  return [
    length(number, '印章直径', '7.3.5.1', seal.width, SEAL),
    length(number, '印章与成文日期居中对齐', '7.3.5.1', centre - middle(date), 0),
    between(number, '印章顶端距正文一行之内', '7.3.5.1', seal.y - bottomOfText, -1, LINE + 1),
    between(number, '印章压住署名', '7.3.5.1', first.y - seal.y, 0, SEAL),
    between(number, '印章压住成文日期', '7.3.5.1', date.y - seal.y, 0, SEAL),
    // 使发文机关署名和成文日期居印章中心偏下位置.
    between(number, '署名、日期居印章中心偏下', '7.3.5.1', (first.y + date.y) / 2 - seal.y, SEAL / 2, SEAL),
  ];
}

/** The page that bears the date: a slip with dates to fill in may follow. */
function placeOf(pages: readonly PdfPage[]): Place | undefined {
  for (let number = pages.length; number >= 1; number -= 1) {
    const page = pages[number - 1];
    const date = page?.lines.filter(({ text, size }) => isSize(size, THREE) && DATE.test(text)).at(-1);
    if (page && date) return { page, number, date };
  }
  return undefined;
}
