import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Matrix = readonly [number, number, number, number, number, number];

/** A piece of text where it stands, lengths in points from the page's bottom left corner; `y` is the baseline. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly ends: boolean;
}

interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** What a page draws, in the order of drawing: later lies over earlier. */
export interface Drawn {
  readonly fills: readonly { readonly at: number; readonly box: Box }[];
  readonly words: readonly { readonly at: number; readonly x: number; readonly y: number }[];
  /** Text is drawn that no ink makes visible (rendering mode 3). */
  readonly invisible: boolean;
}

interface State {
  readonly matrix: Matrix;
  /** Fills hide what lies below: not transparent, not blended. */
  readonly opaque: boolean;
}

const product = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

const place = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

const isMatrix = (value: unknown): value is Matrix => {
  const list = ArrayBuffer.isView(value) ? Array.from(value as Float32Array) : value;
  return Array.isArray(list) && list.length === 6;
};
const matrixFrom = (args: readonly unknown[]): Matrix => {
  const given = isMatrix(args[0]) ? args[0] : args;
  return Array.from(given as ArrayLike<number>) as unknown as Matrix;
};

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const filling = new Set<unknown>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
/** Thinner is a rule or an underline. */
const LEAST_SIDE = 4;
const INVISIBLE = 3;

/** Reads a page's drawing operations for what may hide text. */
export function drawnOn(list: { fnArray: readonly number[]; argsArray: readonly unknown[] }): Drawn {
  const fills: { at: number; box: Box }[] = [];
  const words: { at: number; x: number; y: number }[] = [];
  const stack: State[] = [];
  let state: State = { matrix: identity, opaque: true };
  let line: Matrix = identity;
  let leading = 0;
  let mode = 0;
  let invisible = false;
  const moveBy = (x: number, y: number): void => {
    line = product(line, [1, 0, 0, 1, x, y]);
  };
  list.fnArray.forEach((fn, at) => {
    const args = (list.argsArray[at] ?? []) as readonly unknown[];
    switch (fn) {
      case OPS.save:
      case OPS.beginGroup:
        stack.push(state);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push(state);
        if (isMatrix(args[0])) state = { ...state, matrix: product(state.matrix, matrixFrom(args)) };
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        break;
      case OPS.transform:
        state = { ...state, matrix: product(state.matrix, matrixFrom(args)) };
        break;
      case OPS.setGState:
        state = { ...state, opaque: opaqueAfter(state.opaque, args[0]) };
        break;
      case OPS.beginText:
        line = identity;
        break;
      case OPS.setTextMatrix:
        line = matrixFrom(args);
        break;
      case OPS.setLeading:
        leading = Number(args[0]);
        break;
      case OPS.setLeadingMoveText:
        leading = -Number(args[1]);
        moveBy(Number(args[0]), Number(args[1]));
        break;
      case OPS.moveText:
        moveBy(Number(args[0]), Number(args[1]));
        break;
      case OPS.nextLine:
        moveBy(0, -leading);
        break;
      case OPS.setTextRenderingMode:
        mode = Number(args[0]);
        break;
      case OPS.showText: {
        const [x, y] = place(product(state.matrix, line), 0, 0);
        words.push({ at, x, y });
        invisible ||= mode === INVISIBLE;
        break;
      }
      case OPS.constructPath: {
        const box = filling.has(args[0]) && state.opaque ? boxOf(args[2], state.matrix) : undefined;
        if (box) fills.push({ at, box });
        break;
      }
      default:
    }
  });
  return { fills, words, invisible };
}

function opaqueAfter(before: boolean, changes: unknown): boolean {
  let opaque = before;
  for (const change of Array.isArray(changes) ? (changes as unknown[]) : []) {
    const [name, value] = change as [string, unknown];
    if (name === 'ca') opaque = Number(value) > 0.9;
    if (name === 'BM') opaque = value === 'source-over' || value === 'Normal';
  }
  return opaque;
}

function boxOf(bounds: unknown, matrix: Matrix): Box | undefined {
  if (!ArrayBuffer.isView(bounds) && !Array.isArray(bounds)) return undefined;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = Array.from(bounds as ArrayLike<number>);
  const corners = [
    place(matrix, x1, y1),
    place(matrix, x2, y2),
    place(matrix, x1, y2),
    place(matrix, x2, y1),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const box = {
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
  };
  return box.right - box.left >= LEAST_SIDE && box.top - box.bottom >= LEAST_SIDE ? box : undefined;
}

/** How many pieces of text something opaque was drawn over after them. The words themselves are not told. */
export function coveredIn(texts: readonly PlacedText[], { fills, words }: Drawn): number {
  return texts.filter(
    (text) =>
      text.text.trim() !== '' && fills.some(({ at, box }) => lies(text, box) && drawnBefore(text, at, words)),
  ).length;
}

/** The middle of the line lies in the box, and at least one sign's width of the text does. */
function lies({ x, y, width, height }: PlacedText, { left, right, bottom, top }: Box): boolean {
  const middle = y + height * 0.35;
  const shared = Math.min(x + width, right) - Math.max(x, left);
  return middle > bottom && middle < top && shared >= Math.min(width, height * 0.5);
}

function drawnBefore({ x, y, width }: PlacedText, at: number, words: Drawn['words']): boolean {
  const here = words.filter((word) => Math.abs(word.y - y) < 2 && word.x <= x + width);
  const near = here.filter((word) => word.x >= x - 1);
  return (near.length > 0 ? near : here).some((word) => word.at < at) && !near.some((word) => word.at > at);
}
