import { target } from '../../domain/statistics/rates.js';

/** The colours of assets/theme.css. A picture cannot read them from there. */
export const ink = '#17212e';
export const quiet = '#4f5d6e';
const rule = '#d3dae4';
export const blue = '#14447c';
export const paleBlue = '#a9c2df';
export const green = '#1b6134';
export const amber = '#c98a1b';
export const red = '#b0201b';

export const TARGET = `目标 ${target.percent} %`;

export const targetLine = {
  silent: true,
  symbol: 'none',
  lineStyle: { color: red, type: 'dashed', width: 1.5 },
  // Named in the legend: upon the line it would stand in the bars.
  label: { show: false },
  data: [{ yAxis: target.percent }],
};

/** Draws nothing: it puts the target into the legend. */
export const targetInLegend = {
  name: TARGET,
  type: 'line',
  symbol: 'none',
  lineStyle: { color: red, type: 'dashed', width: 1.5 },
  itemStyle: { color: red },
  data: [],
};

export const legend = (data: readonly string[]): object => ({
  data,
  top: 0,
  left: 0,
  itemWidth: 16,
  itemHeight: 10,
  textStyle: { color: ink },
});

/** Categories below, counts on the left, percentages on the right: never beyond a hundred. */
export function axes(categories: readonly string[]): { grid: object; xAxis: object; yAxis: object[] } {
  const axisLabel = { color: quiet };
  const splitLine = { lineStyle: { color: rule } };
  return {
    grid: { left: 36, right: 44, top: 44, bottom: 26 },
    xAxis: {
      type: 'category',
      data: categories,
      axisLabel,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: quiet } },
    },
    yAxis: [
      { type: 'value', minInterval: 1, axisLabel, splitLine },
      {
        type: 'value',
        min: 0,
        max: ({ max }: { max: number }) => Math.min(100, Math.max(2 * target.percent, Math.ceil(max * 1.2))),
        axisLabel: { ...axisLabel, formatter: '{value} %' },
        splitLine: { show: false },
      },
    ],
  };
}
