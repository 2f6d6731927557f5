import type { Figure, Times } from './measuring.js';

/** Chinese characters take two places of a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (/[⺀-￠]/.test(one) ? 2 : 1), 0);

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toPrecision(3);

const times = ({ median, p95 }: Times): string => `${number(median)} / ${number(p95)}`;

const rate = ({ perSecond }: Figure): string =>
  perSecond ? `${number(perSecond.ours)} 比 ${number(perSecond.baseline)} ${perSecond.of}/秒` : '';

/** The figures as a table for people. */
export function figuresText(figures: readonly Figure[]): string {
  const rows = [
    ['项目', '本系统 毫秒（中位 / 95%）', '基准 毫秒（中位 / 95%）', '倍数', '每秒', '基准是什么'],
    ...figures.map((figure) => [
      `${figure.section}：${figure.what}`,
      times(figure.ours),
      times(figure.baseline),
      `${number(figure.ratio)}×`,
      rate(figure),
      figure.against,
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, i) => padded(cell, widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
