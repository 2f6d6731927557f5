import { target } from '../../domain/statistics/rates.js';
import type { HandlingTime } from '../../domain/statistics/handling-time.js';
import type { Fraction } from '../../domain/statistics/reachable.js';
import type { Dial } from '../board.js';
import {
  TARGET,
  amber,
  axes,
  blue,
  green,
  ink,
  legend,
  paleBlue,
  quiet,
  red,
  targetInLegend,
  targetLine,
} from './frame.js';
import type { Chart } from './svg.js';

const percentOf = ({ numerator, denominator }: Fraction): number | null =>
  denominator === 0 ? null : Math.round((numerator * 10_000) / denominator) / 100;

/** A half circle from zero past the target; beyond the target it is red. */
export function dialChart({ rate }: Dial): Chart {
  const percent = rate.percent ?? 0;
  // Even, so that the target is a step of the scale.
  const max = Math.max(2 * target.percent, 2 * Math.ceil((percent * 1.25) / 2));
  return {
    width: 300,
    height: 170,
    option: {
      series: [
        {
          type: 'gauge',
          startAngle: 180,
          endAngle: 0,
          center: ['50%', '82%'],
          radius: '125%',
          min: 0,
          max,
          splitNumber: max / target.percent,
          axisLine: {
            lineStyle: {
              width: 16,
              color: [
                [target.percent / max, green],
                [1, red],
              ],
            },
          },
          axisTick: { show: false },
          splitLine: { show: false },
          axisLabel: {
            // Outside the arc: within it the pointer would stand upon them.
            distance: -47,
            color: quiet,
            // Near the left end the target would stand upon the zero.
            formatter: (value: number) =>
              [max > 12 ? target.percent : 0, target.percent, max].includes(value) ? `${value} %` : '',
          },
          pointer: {
            show: rate.percent !== null,
            width: 5,
            length: '62%',
            itemStyle: { color: ink },
          },
          anchor: { show: true, size: 12, itemStyle: { color: ink, borderWidth: 0 } },
          title: { show: false },
          detail: { show: false },
          data: [{ value: Math.min(percent, max) }],
        },
      ],
    },
  };
}

/** Each month's concluded proceedings as bars, the rate since January as a line, the target beside it. */
export function monthsChart({ months }: Dial): Chart {
  return {
    width: 640,
    height: 260,
    option: {
      ...axes(months.map(({ month }) => `${Number(month.slice(5))}月`)),
      legend: legend(['审结未被纠正（件）', '被纠正（件）', '年初以来的比率', TARGET]),
      series: [
        bars(
          '审结未被纠正（件）',
          paleBlue,
          months.map(({ others }) => others),
        ),
        bars(
          '被纠正（件）',
          amber,
          months.map(({ corrected }) => corrected),
        ),
        {
          ...line('年初以来的比率'),
          yAxisIndex: 1,
          data: months.map(({ sinceJanuary }) => percentOf(sinceJanuary)),
        },
        targetInLegend,
      ],
    },
  };
}

/** The rate of each year as a bar, how it stood at the year's end as a mark, the target as a line. */
export function yearsChart({ years }: Dial): Chart {
  const { yAxis, ...rest } = axes(years.map(({ year }) => String(year)));
  const percents = years.map(({ fraction }) => percentOf(fraction));
  return {
    width: 420,
    height: 260,
    option: {
      ...rest,
      yAxis: [yAxis[1]],
      legend: legend([NOW, STOOD, TARGET]),
      series: [
        {
          name: NOW,
          type: 'bar',
          barMaxWidth: 34,
          itemStyle: { color: blue },
          label: {
            show: true,
            position: 'top',
            color: ink,
            // A year without a loss has its label on the line of the target.
            backgroundColor: '#ffffff',
            padding: [1, 3],
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const { numerator, denominator } = years[dataIndex]?.fraction ?? {
                numerator: 0,
                denominator: 0,
              };
              return denominator === 0 ? '' : `${numerator}/${denominator}`;
            },
          },
          data: percents,
          markLine: targetLine,
        },
        {
          name: STOOD,
          type: 'line',
          lineStyle: { width: 0 },
          symbol: 'diamond',
          symbolSize: 11,
          itemStyle: { color: amber, borderColor: ink, borderWidth: 1 },
          data: years.map(({ stood }) => (stood ? percentOf(stood) : null)),
        },
        targetInLegend,
      ],
    },
  };
}

/** How many replies took how long: one bar for each band, those beyond the extended period in amber. */
export function takenChart({ bands }: HandlingTime): Chart {
  const { yAxis, ...rest } = axes(bands.map(({ name }) => name.replace(/ 个工作日/, '')));
  return {
    width: 480,
    height: 220,
    option: {
      ...rest,
      yAxis: [yAxis[0]],
      series: [
        {
          type: 'bar',
          barMaxWidth: 40,
          label: { show: true, position: 'top', color: ink },
          data: bands.map(({ count }, i) => ({
            value: count,
            itemStyle: { color: i === bands.length - 1 ? amber : blue },
          })),
        },
      ],
    },
  };
}

const NOW = '按现有记录';
const STOOD = '年底当时';

const bars = (name: string, color: string, data: readonly number[]): object => ({
  name,
  type: 'bar',
  stack: 'concluded',
  barMaxWidth: 28,
  itemStyle: { color },
  data,
});

const line = (name: string): object => ({
  name,
  type: 'line',
  symbol: 'circle',
  symbolSize: 6,
  lineStyle: { color: blue, width: 2 },
  itemStyle: { color: blue },
  markLine: targetLine,
});
