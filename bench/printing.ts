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
export const figuresText = (figures: readonly Figure[]): string =>
  tableText([
    ['项目', '本系统 毫秒（中位 / 95%）', '基准 毫秒（中位 / 95%）', '倍数', '每秒', '基准是什么'],
    ...figures.map((figure) => [
      `${figure.section}：${figure.what}`,
      times(figure.ours),
      times(figure.baseline),
      `${number(figure.ratio)}×`,
      rate(figure),
      figure.against,
    ]),
  ]);

interface Measured {
  readonly cases: number;
  readonly figures: readonly Figure[];
}

/** How the medians have grown with the number of cases, ours and the baseline's. */
export function growthText(few: Measured, many: Measured): string {
  const grown = (from: Times, to: Times): string => `${number(to.median / from.median)}×`;
  return tableText([
    [`${few.cases} 件增至 ${many.cases} 件`, '本系统', '基准'],
    ...many.figures.flatMap(({ section, what, ours, baseline }) => {
      const before = few.figures.find((figure) => figure.section === section && figure.what === what);
      return before
        ? [[`${section}：${what}`, grown(before.ours, ours), grown(before.baseline, baseline)]]
        : [];
    }),
  ]);
}

function tableText(rows: readonly (readonly string[])[]): string {
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
