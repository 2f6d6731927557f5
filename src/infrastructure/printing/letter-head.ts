import type { LetterDocument } from './blocks.js';
import { BODY } from './letter-body.js';
import { baselineIn, inkOf } from './lines.js';
import {
  ABOVE_BASELINE,
  CELL,
  DOUBLE_LINE,
  LINE,
  NUMBER_BELOW_LINE,
  PAGE,
  RED,
  SIZE,
  TEXT_AREA,
  WENJIAN,
  XINHAN,
} from './measures.js';
import { gap, type Ink, type Strip } from './strips.js';
import type { SetLine, Style, Typesetter } from './typeset.js';

/** The head of the first page. */
export interface LetterHead {
  /** Ink from the page's top left corner. */
  ink: Ink[];
  /** Where the title's two free lines begin, from the page's top. */
  bottom: number;
}

/** Largest size of the 发文机关标志; a long name is set smaller, so that it stays within the text area. */
const MARK_SIZE = { xinhan: 36, wenjian: 48 } as const;

/** A name that would be set smaller than this takes two lines: the mark is to be 醒目 (7.2.4). */
const SMALLEST_MARK = 24;

/** From one line of the mark to the next, as a share of its size. */
const MARK_LEADING = 1.25;

/** The mark, the red lines and the 文号. */
export function setHead(letter: LetterDocument, setter: Typesetter): LetterHead {
  return letter.form === 'xinhan' ? xinhanHead(letter, setter) : wenjianHead(letter, setter);
}

/** The title in the middle in 2号, one free line below (7.3.1). */
export function setTitle(title: string, setter: Typesetter): Strip[] {
  return setTitleOf(title, 1, setter);
}

/** The title of a slip, as a letter's own. */
export function setSlipTitle(title: string, setter: Typesetter): Strip[] {
  return setTitleOf(title, 2, setter);
}

function setTitleOf(title: string, level: 1 | 2, setter: Typesetter): Strip[] {
  const style: Style = { role: 'title', size: SIZE.two };
  const tag = { type: `H${level}` };
  const lines = setter.balanced(title, style, TEXT_AREA.width);
  const strips = lines.map((line, i): Strip => ({
    height: LINE,
    ink: [inkOf(line, LINE, style.size, tag)],
    keepWithNext: true,
    ...(i === 0 && { bookmark: { title: title.replaceAll('\n', ''), level } }),
  }));
  return [...strips, { ...gap(LINE), keepWithNext: true }];
}

function xinhanHead(letter: LetterDocument, setter: Typesetter): LetterHead {
  const mark = setMark(letter, XINHAN.markTop, setter);
  const lineTop = mark.bottom + XINHAN.lineBelowMark;
  const upper = doubleLine(lineTop, 'thickAbove');
  const lowerTop = PAGE.height - XINHAN.lineAboveBottom - heightOfDoubleLine;
  const lower = doubleLine(lowerTop, 'thinAbove');
  const numberTop = lineTop + heightOfDoubleLine + NUMBER_BELOW_LINE;
  const ink = [...mark.ink, ...upper, ...lower];
  if (letter.number) {
    const line = setter.line(letter.number, BODY);
    // 顶格: the last character's ink ends at the text area's edge, without its 字距.
    const x = TEXT_AREA.left + TEXT_AREA.width - line.width - (SIZE.three - CELL);
    ink.push({
      kind: 'text',
      line,
      x,
      baseline: numberTop + ABOVE_BASELINE * SIZE.three,
      tag: { type: 'P' },
    });
  }
  return { ink, bottom: numberTop + (SIZE.three + LINE) / 2 + 2 * LINE };
}

function wenjianHead(letter: LetterDocument, setter: Typesetter): LetterHead {
  const mark = setMark(letter, WENJIAN.markTop, setter);
  const numberTop = mark.bottom + 2 * LINE;
  const ink = [...mark.ink];
  if (letter.number) {
    const line = setter.line(letter.number, BODY);
    const x = TEXT_AREA.left + (TEXT_AREA.width - line.width) / 2;
    ink.push({
      kind: 'text',
      line,
      x,
      baseline: numberTop + baselineIn(LINE, SIZE.three),
      tag: { type: 'P' },
    });
  }
  const y = numberTop + (LINE + SIZE.three) / 2 + WENJIAN.lineBelowNumber;
  const right = TEXT_AREA.left + TEXT_AREA.width;
  ink.push({
    kind: 'rule',
    from: [TEXT_AREA.left, y],
    to: [right, y],
    thickness: DOUBLE_LINE.thick,
    color: RED,
  });
  return { ink, bottom: y + 2 * LINE };
}

/** The mark with the top of its ink at `top`. */
function setMark(
  { issuer, form }: LetterDocument,
  top: number,
  setter: Typesetter,
): { ink: Ink[]; bottom: number } {
  const { lines, size } = markLines(issuer, MARK_SIZE[form], setter);
  const inks = lines.map(inkHeight);
  const baseline = top + (inks[0]?.high ?? 0) * size;
  const tag = { type: 'P' };
  const placed = lines.map((line, i): Ink => {
    const x = TEXT_AREA.left + (TEXT_AREA.width - line.width) / 2;
    const at = baseline + i * MARK_LEADING * size;
    return { kind: 'text', line, x: markX(x, form, line), baseline: at, color: RED, tag };
  });
  const last = baseline + (lines.length - 1) * MARK_LEADING * size;
  return { ink: placed, bottom: last - (inks.at(-1)?.low ?? 0) * size };
}

function markLines(
  issuer: string,
  largest: number,
  setter: Typesetter,
): { lines: readonly SetLine[]; size: number } {
  const style = (size: number): Style => ({ role: 'title', size });
  const whole = setter.line(issuer, style(largest)).width;
  const size = largest * Math.min(1, TEXT_AREA.width / whole);
  if (size >= SMALLEST_MARK) return { lines: [setter.line(issuer, style(size))], size };
  // Half the name and two characters more: whole words seldom make equal halves.
  const room = whole / 2 + 2 * largest;
  const halves = setter.balanced(issuer, style(largest), room).map(({ text }) => text);
  const widest = Math.max(...halves.map((half) => setter.line(half, style(largest)).width));
  const fitting = largest * Math.min(1, TEXT_AREA.width / widest);
  return { lines: halves.map((half) => setter.line(half, style(fitting))), size: fitting };
}

/** 信函格式 centres the mark and its lines on the page, not on the text area. */
function markX(inTextArea: number, form: LetterDocument['form'], line: SetLine): number {
  return form === 'xinhan' ? (PAGE.width - line.width) / 2 : inTextArea;
}

function inkHeight(line: SetLine): { low: number; high: number } {
  const inks = line.runs.flatMap((run) => Array.from(run.text, (c) => run.face.ink(c.codePointAt(0) ?? 0)));
  return { low: Math.min(...inks.map((i) => i.low)), high: Math.max(...inks.map((i) => i.high)) };
}

const heightOfDoubleLine = DOUBLE_LINE.thick + DOUBLE_LINE.gap + DOUBLE_LINE.thin;

/** 红色双线, 170 mm, in the middle of the page; `top` is its upper edge. */
function doubleLine(top: number, order: 'thickAbove' | 'thinAbove'): Ink[] {
  const left = (PAGE.width - XINHAN.lineWidth) / 2;
  const { thick, gap: between, thin } = DOUBLE_LINE;
  const [first, second] = order === 'thickAbove' ? [thick, thin] : [thin, thick];
  return [
    { at: top + first / 2, thickness: first },
    { at: top + first + between + second / 2, thickness: second },
  ].map(({ at, thickness }) => ({
    kind: 'rule',
    from: [left, at],
    to: [left + XINHAN.lineWidth, at],
    thickness,
    color: RED,
  }));
}
