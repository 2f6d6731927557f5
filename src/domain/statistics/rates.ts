import type { AppealCell, TableFour } from './table-four.js';

/** The work plan's ceiling: 行政复议驳回率和行政诉讼败诉率控制在 2% 以内. */
export const target = {
  percent: 2,
  source: '区政务公开工作要点：行政复议驳回率和行政诉讼败诉率控制在 2% 以内',
} as const;

/** Below so many concluded cases the fraction is the headline and the percentage stands behind it (本系统口径). */
const smallNumber = 50;

/** A rate: what is counted over what, in words and from table four. */
export interface Metric {
  readonly name: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly of: 'reconsideration' | 'litigation';
  readonly count: (four: TableFour) => { numerator: number; denominator: number };
}

const suits = (four: TableFour, cell: AppealCell): number =>
  four.direct[cell] + four.afterReconsideration[cell];

/** Every reading of the two rates (law.md §8): the first of each is the headline until the district chooses another. */
export const metrics = {
  reconsiderationCorrected: {
    name: '复议被纠错率',
    numerator: '结果纠正',
    denominator: '已审结（总计 − 尚未审结）',
    of: 'reconsideration',
    count: ({ reconsideration: r }) => ({ numerator: r.corrected, denominator: r.total - r.pending }),
  },
  reconsiderationCorrectedOfMerits: {
    name: '复议被纠错率（只计维持和纠正）',
    numerator: '结果纠正',
    denominator: '（结果维持 + 结果纠正）',
    of: 'reconsideration',
    count: ({ reconsideration: r }) => ({ numerator: r.corrected, denominator: r.upheld + r.corrected }),
  },
  reconsiderationCorrectedOfAll: {
    name: '复议被纠错率（计全部）',
    numerator: '结果纠正',
    denominator: '总计',
    of: 'reconsideration',
    count: ({ reconsideration: r }) => ({ numerator: r.corrected, denominator: r.total }),
  },
  litigationLost: {
    name: '诉讼败诉率',
    numerator: '结果纠正（直接起诉和复议后起诉合并）',
    denominator: '已审结（总计 − 尚未审结）',
    of: 'litigation',
    count: (four) => ({
      numerator: suits(four, 'corrected'),
      denominator: suits(four, 'total') - suits(four, 'pending'),
    }),
  },
  litigationLostDirect: {
    name: '诉讼败诉率（未经复议直接起诉）',
    numerator: '结果纠正',
    denominator: '已审结（总计 − 尚未审结）',
    of: 'litigation',
    count: ({ direct: d }) => ({ numerator: d.corrected, denominator: d.total - d.pending }),
  },
  litigationLostAfterReconsideration: {
    name: '诉讼败诉率（复议后起诉）',
    numerator: '结果纠正',
    denominator: '已审结（总计 − 尚未审结）',
    of: 'litigation',
    count: ({ afterReconsideration: a }) => ({ numerator: a.corrected, denominator: a.total - a.pending }),
  },
  litigationLostOfMerits: {
    name: '诉讼败诉率（只计维持和纠正）',
    numerator: '结果纠正',
    denominator: '（结果维持 + 结果纠正）',
    of: 'litigation',
    count: (four) => ({
      numerator: suits(four, 'corrected'),
      denominator: suits(four, 'upheld') + suits(four, 'corrected'),
    }),
  },
  litigationLostOfAll: {
    name: '诉讼败诉率（计全部）',
    numerator: '结果纠正',
    denominator: '总计',
    of: 'litigation',
    count: (four) => ({ numerator: suits(four, 'corrected'), denominator: suits(four, 'total') }),
  },
} as const satisfies Record<string, Metric>;
export type MetricId = keyof typeof metrics;
export const metricIds = Object.keys(metrics) as MetricId[];

/** A rate with its fraction. `percent` is rounded to two places; null when nothing has been concluded. */
export interface Rate {
  readonly id: MetricId;
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number | null;
  /** Compared as whole numbers, so that no rounding decides: numerator × 100 ≤ target × denominator. */
  readonly withinTarget: boolean | null;
  readonly formula: string;
  /** True where the fraction should be read before the percentage. */
  readonly small: boolean;
}

/** One reading of a rate, from table four. */
export function rateOf(id: MetricId, four: TableFour): Rate {
  const { name, numerator: top, denominator: bottom, count } = metrics[id] as Metric;
  const { numerator, denominator } = count(four);
  const none = denominator === 0;
  return {
    id,
    name,
    numerator,
    denominator,
    percent: none ? null : Math.round((numerator * 10_000) / denominator) / 100,
    withinTarget: none ? null : numerator * 100 <= target.percent * denominator,
    formula: `${name} = ${top} ÷ ${bottom}`,
    small: denominator < smallNumber,
  };
}

/** Every reading, in the order of {@link metrics}. */
export const ratesOf = (four: TableFour): Rate[] => metricIds.map((id) => rateOf(id, four));

/** A literal share beside the rates, for information: 驳回复议申请／请求 among the concluded reconsiderations. */
export interface Share {
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number | null;
}

export const rejectedShare = (rejected: number, { reconsideration: r }: TableFour): Share => {
  const denominator = r.total - r.pending;
  return {
    name: '驳回复议申请、驳回复议请求所占比例（字面“驳回率”，仅供参考）',
    numerator: rejected,
    denominator,
    percent: denominator === 0 ? null : Math.round((rejected * 10_000) / denominator) / 100,
  };
};
