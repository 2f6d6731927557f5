import { target } from '../domain/statistics/rates.js';
import type { Fraction } from '../domain/statistics/reachable.js';
import type { DrawingBlock } from '../infrastructure/printing/report-blocks.js';
import type { Dial } from './board.js';
import { amber, blue, green, ink, paleBlue, quiet, red } from './charts/frame.js';

type Shape = DrawingBlock['shapes'][number];
type Word = NonNullable<DrawingBlock['words']>[number];

const WIDTH = 200;
const HEIGHT = 96;
const RADIUS = 80;

/** The half circle of the screen: green up to the target, red beyond, a pointer. */
export function dialDrawing({ rate: { percent } }: Dial, alt: string): DrawingBlock {
  const max = Math.max(2 * target.percent, 2 * Math.ceil(((percent ?? 0) * 1.25) / 2));
  const at = (value: number, radius: number): string => {
    const angle = Math.PI * (1 - Math.min(value, max) / max);
    const x = WIDTH / 2 + radius * Math.cos(angle);
    const y = HEIGHT - 8 - radius * Math.sin(angle);
    return `${x.toFixed(2)} ${y.toFixed(2)}`;
  };
  const arc = (from: number, to: number): string =>
    `M ${at(from, RADIUS)} A ${RADIUS} ${RADIUS} 0 0 1 ${at(to, RADIUS)}`;
  return {
    kind: 'drawing',
    width: WIDTH,
    height: HEIGHT,
    alt,
    shapes: [
      { path: arc(0, target.percent), stroke: green, lineWidth: 10 },
      { path: arc(target.percent, max), stroke: red, lineWidth: 10 },
      ...(percent === null
        ? []
        : [{ path: `M ${at(0, 0)} L ${at(percent, RADIUS - 18)}`, stroke: ink, lineWidth: 2 }]),
    ],
    words: [
      { text: '0 %', x: WIDTH / 2 - RADIUS + 18, y: HEIGHT - 8, size: 8, anchor: 'middle' },
      { text: `${max} %`, x: WIDTH / 2 + RADIUS - 20, y: HEIGHT - 8, size: 8, anchor: 'middle' },
    ],
  };
}

const TREND = { width: 440, height: 132, top: 24, bottom: 16 } as const;
const FLOOR = TREND.height - TREND.bottom;
/** Where the months end and the years begin. */
const MONTHS_END = 270;
const YEARS_START = 304;

const upright = (x: number, from: number, to: number, width: number, fill: string): Shape => ({
  path: `M ${x - width / 2} ${FLOOR - from} V ${FLOOR - to} H ${x + width / 2} V ${FLOOR - from} Z`,
  fill,
});

const across = (from: number, to: number, y: number, stroke: string): Shape => ({
  path: `M ${from} ${y} H ${to}`,
  stroke,
  lineWidth: 0.75,
});

const word = (text: string, x: number, y: number, anchor: NonNullable<Word['anchor']> = 'middle'): Word => ({
  ...{ text, x, y, anchor },
  size: 7,
});

/** The two charts of the screen side by side: months by their cases, years by their rate and the target. */
export function trendDrawing(dial: Dial, name: string): DrawingBlock {
  const parts = [monthsPart(dial), yearsPart(dial)];
  return {
    kind: 'drawing',
    ...{ width: TREND.width, height: TREND.height },
    alt: `${name}：各月审结和被纠正的件数，历年的比率。数字见下表。`,
    shapes: parts.flatMap(({ shapes }) => shapes),
    words: parts.flatMap(({ words }) => words),
  };
}

/** Corrected above the others; their sum stands upon the bar. */
function monthsPart({ months }: Dial): { shapes: Shape[]; words: Word[] } {
  const most = Math.max(1, ...months.map(({ corrected, others }) => corrected + others));
  const scale = (FLOOR - TREND.top - 12) / most;
  const step = MONTHS_END / 12;
  const shapes = months.flatMap(({ corrected, others }, i) => {
    const x = (i + 0.5) * step;
    const below = others * scale;
    return [
      ...(others > 0 ? [upright(x, 0, below, 12, paleBlue)] : []),
      ...(corrected > 0 ? [upright(x, below, below + corrected * scale, 12, amber)] : []),
    ];
  });
  const words = months.flatMap(({ month, corrected, others }, i) => {
    const x = (i + 0.5) * step;
    const sum = corrected + others;
    return [
      word(`${Number(month.slice(5))}月`, x, TREND.height - 5),
      ...(sum > 0 ? [word(`${corrected}/${sum}`, x, FLOOR - sum * scale - 3)] : []),
    ];
  });
  return {
    shapes: [...shapes, across(0, MONTHS_END, FLOOR, quiet)],
    words: [...words, word('各月：被纠正（深色）/ 审结', 0, 10, 'start')],
  };
}

const percentOf = ({ numerator, denominator }: Fraction): number =>
  denominator === 0 ? 0 : (numerator * 100) / denominator;

/** Years as bars of their rate; beside each a mark of how it stood at its end. */
function yearsPart({ years }: Dial): { shapes: Shape[]; words: Word[] } {
  const most = Math.max(
    2 * target.percent,
    ...years.flatMap(({ fraction, stood }) => [percentOf(fraction), stood ? percentOf(stood) : 0]),
  );
  const scale = (FLOOR - TREND.top - 12) / most;
  const step = (TREND.width - YEARS_START) / years.length;
  const at = (i: number): number => YEARS_START + (i + 0.5) * step;
  return {
    shapes: [
      ...years.flatMap(({ fraction, stood }, i) => [
        ...(fraction.numerator > 0 ? [upright(at(i) - 4, 0, percentOf(fraction) * scale, 7, blue)] : []),
        ...(stood && stood.numerator > 0 ? [upright(at(i) + 4, 0, percentOf(stood) * scale, 7, amber)] : []),
      ]),
      across(YEARS_START, TREND.width, FLOOR, quiet),
      across(YEARS_START, TREND.width, FLOOR - target.percent * scale, red),
    ],
    words: [
      ...years.flatMap(({ year, fraction: { numerator, denominator }, fraction }, i) => [
        word(String(year), at(i), TREND.height - 5),
        ...(denominator > 0
          ? [word(`${numerator}/${denominator}`, at(i), FLOOR - percentOf(fraction) * scale - 3)]
          : []),
      ]),
      word(`历年：现有记录（蓝）、年底当时（黄），红线 ${target.percent} %`, TREND.width, 10, 'end'),
    ],
  };
}
