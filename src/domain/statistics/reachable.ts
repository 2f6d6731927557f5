import { type MetricId, type Metric, metrics, target } from './rates.js';
import { type TableFour, appealGroupIds } from './table-four.js';

/** A numerator over a denominator, both counted. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** What the proceedings that are still pending can make of a rate. */
export interface Reachable {
  /** Pending proceedings that count in this rate once they are concluded. */
  readonly pending: number;
  /** All pending ones end with the office upheld. */
  readonly best: Fraction;
  /** All pending ones end against the office. */
  readonly worst: Fraction;
  /** So many of the pending may be lost with the target kept; negative: so many too many are lost already. */
  readonly affordable: number;
  /** Proceedings that would have to end well, beyond those lost so far, before the rate is within the target again; 0 when it is. */
  readonly wantedUpheld: number;
}

const allPendingTo = (column: 'upheld' | 'corrected', four: TableFour): TableFour =>
  Object.fromEntries(
    appealGroupIds.map((group) => {
      const cells = four[group];
      return [group, { ...cells, [column]: cells[column] + cells.pending, pending: 0 }];
    }),
  ) as TableFour;

/** The best and the worst that a rate can still become when everything pending is concluded. */
export function reachable(id: MetricId, four: TableFour): Reachable {
  const { count } = metrics[id] as Metric;
  const now = count(four);
  const best = count(allPendingTo('upheld', four));
  const worst = count(allPendingTo('corrected', four));
  const most = Math.floor((target.percent * best.denominator) / 100);
  const smallest = Math.ceil((now.numerator * 100) / target.percent);
  return {
    pending: worst.numerator - best.numerator,
    best,
    worst,
    affordable: most - best.numerator,
    wantedUpheld: Math.max(0, smallest - now.denominator),
  };
}
