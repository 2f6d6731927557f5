/** One thing measured on a produced page. */
export interface Measure {
  /** 1 = the first. */
  readonly page: number;
  /** What was measured, in Chinese. */
  readonly what: string;
  /** Clause of GB/T 9704-2012. */
  readonly clause: string;
  readonly is: number;
  /** The least and the most that it may be. */
  readonly from: number;
  readonly to: number;
  readonly unit: '毫米' | '磅' | '行' | '字' | '处';
}

/** Points in a millimetre. */
const POINTS = 72 / 25.4;

/** The measuring allows a millimetre either way, as the standard does for its margins (5.2.1). */
const ALLOWED = 1;

/** Is type of about that size, in points? A page drawn larger still has its title and its text. */
export const isSize = (points: number, should: number): boolean => Math.abs(points - should) < 0.6;

export const millimetres = (points: number): number => points / POINTS;

/** A length in points that should be so many millimetres. */
export function length(
  page: number,
  what: string,
  clause: string,
  points: number,
  should: number,
  allowed = ALLOWED,
): Measure {
  const is = millimetres(points);
  return { page, what, clause, is, from: should - allowed, to: should + allowed, unit: '毫米' };
}

/** A length in points that should lie between two lengths in millimetres. */
export function between(
  page: number,
  what: string,
  clause: string,
  points: number,
  from: number,
  to: number,
): Measure {
  return { page, what, clause, is: millimetres(points), from, to, unit: '毫米' };
}

/** A number of things that should be just so many. */
export function count(
  page: number,
  what: string,
  clause: string,
  is: number,
  should: number,
  unit: Exclude<Measure['unit'], '毫米'>,
): Measure {
  return { page, what, clause, is, from: should, to: should, unit };
}

export const holds = ({ is, from, to }: Measure): boolean => is >= from - 1e-6 && is <= to + 1e-6;

/** How far a length lies from where it should, in millimetres; nothing for what may lie within wide bounds. */
export function deviation({ is, from, to, unit }: Measure): number {
  return unit === '毫米' && to - from <= 2 * ALLOWED ? Math.abs(is - (from + to) / 2) : 0;
}

const figure = (value: number): string => String(Math.round(value * 100) / 100);

/** A measure as one line for people. */
export function inWords(measure: Measure): string {
  const { page, what, clause, is, from, to, unit } = measure;
  const should = from === to ? figure(from) : `${figure(from)}—${figure(to)}`;
  const verdict = holds(measure) ? '' : '　不符';
  return `第${page}页　${what}　${figure(is)}${unit}（${clause}：${should}）${verdict}`;
}
