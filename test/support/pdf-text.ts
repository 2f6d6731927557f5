import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Lengths in points from the page's top left corner. */
export interface PdfPage {
  width: number;
  height: number;
  /** Pieces of text in the order of the file; `y` is the baseline. */
  words: PdfWords[];
  /** The same pieces gathered by baseline, from the top. */
  lines: PdfLine[];
  strokes: PdfStroke[];
  pictures: { x: number; y: number; width: number; height: number }[];
}

export interface PdfWords {
  text: string;
  x: number;
  y: number;
  size: number;
  width: number;
}

export interface PdfLine {
  text: string;
  y: number;
  left: number;
  right: number;
  size: number;
}

export interface PdfStroke {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  thickness: number;
  /** #rrggbb */
  color: string;
}

export interface PdfFile {
  pages: PdfPage[];
  /** All text, one line feed after each line. */
  text: string;
  /** All text without line feeds, to look for sentences that run over several lines. */
  prose: string;
  title: string;
  /** What the file names as its language. */
  language: string;
  /** Roles of the structure tree in reading order, page by page. */
  tags: string[];
  /** Titles of the outline, flat. */
  bookmarks: string[];
}

type Matrix = [number, number, number, number, number, number];

/** Reads a PDF as a reader's program does. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const file = await task.promise;
  const pages: PdfPage[] = [];
  const tags: string[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    pages.push(await readPage(page));
    tags.push(...rolesOf((await page.getStructTree()) as StructNode | null));
  }
  const { info } = await file.getMetadata();
  const outline = (await file.getOutline()) as OutlineEntry[] | null;
  await task.destroy();
  const lines = pages.flatMap((page) => page.lines.map((line) => line.text));
  return {
    pages,
    text: lines.map((line) => `${line}\n`).join(''),
    prose: lines.join(''),
    title: (info as Information).Title ?? '',
    language: (info as Information).Language ?? '',
    tags,
    bookmarks: (outline ?? []).flatMap(titlesOf),
  };
}

interface Information {
  Title?: string;
  Language?: string | null;
}

interface StructNode {
  role?: string;
  children?: StructNode[];
}

function rolesOf(node: StructNode | null): string[] {
  if (!node) return [];
  return [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesOf)];
}

interface OutlineEntry {
  title: string;
  items: OutlineEntry[];
}

function titlesOf(entry: OutlineEntry): string[] {
  return [entry.title, ...entry.items.flatMap(titlesOf)];
}

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ disableNormalization: true });
  const words = content.items.flatMap((item): PdfWords[] => {
    if (!('str' in item) || item.str === '') return [];
    const [, , , size, x, y] = item.transform as Matrix;
    return [{ text: item.str, x, y: height - y, size, width: item.width }];
  });
  return { width, height, words, lines: linesOf(words), ...(await drawn(page, height)) };
}

function linesOf(words: readonly PdfWords[]): PdfLine[] {
  const rows: PdfWords[][] = [];
  for (const piece of words) {
    const row = rows.find((r) => Math.abs((r[0]?.y ?? 0) - piece.y) < 0.5);
    if (row) row.push(piece);
    else rows.push([piece]);
  }
  return rows
    .map((row) => {
      const inked = row.filter((w) => w.text.trim() !== '');
      return {
        text: withoutGaps(row.map((w) => w.text).join('')),
        y: row[0]?.y ?? 0,
        left: Math.min(...inked.map((w) => w.x)),
        right: Math.max(...inked.map((w) => w.x + w.width)),
        size: Math.max(...inked.map((w) => w.size)),
      };
    })
    .sort((a, b) => a.y - b.y);
}

/** A line that is spread to its measure reads as if it had spaces; Chinese has none. */
function withoutGaps(text: string): string {
  return text.replace(/(?<=[^\u0021-\u007e]) | (?=[^\u0021-\u007e])/gu, '');
}

async function drawn(page: PDFPageProxy, height: number): Promise<Pick<PdfPage, 'strokes' | 'pictures'>> {
  const list = await page.getOperatorList();
  const strokes: PdfStroke[] = [];
  const pictures: PdfPage['pictures'] = [];
  const stack: State[] = [];
  let state: State = { matrix: [1, 0, 0, 1, 0, 0], thickness: 1, color: '#000000' };
  list.fnArray.forEach((fn, i) => {
    const args = list.argsArray[i] as unknown[];
    if (fn === OPS.save) stack.push(state);
    else if (fn === OPS.restore) state = stack.pop() ?? state;
    else if (fn === OPS.transform)
      state = { ...state, matrix: product(state.matrix, args as unknown as Matrix) };
    else if (fn === OPS.setLineWidth) state = { ...state, thickness: args[0] as number };
    else if (fn === OPS.setStrokeRGBColor) state = { ...state, color: String(args[0]) };
    else if (fn === OPS.paintImageXObject) {
      const [x1, y1] = apply(state.matrix, 0, 0);
      const [x2, y2] = apply(state.matrix, 1, 1);
      const top = height - Math.max(y1, y2);
      pictures.push({ x: Math.min(x1, x2), y: top, width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) });
    } else if (fn === OPS.constructPath && args[0] === OPS.stroke) {
      const [x1, y1, x2, y2] = boxOf(args[2]);
      const [left, bottom] = apply(state.matrix, x1, y1);
      const [right, top] = apply(state.matrix, x2, y2);
      const { thickness, color } = state;
      strokes.push({ x1: left, y1: height - bottom, x2: right, y2: height - top, thickness, color });
    }
  });
  return { strokes, pictures };
}

interface State {
  matrix: Matrix;
  thickness: number;
  color: string;
}

function boxOf(value: unknown): Matrix {
  return Array.from(value as ArrayLike<number>) as Matrix;
}

function product([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
