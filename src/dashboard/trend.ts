import { type Metric, type MetricId, metrics } from '../domain/statistics/rates.js';
import { composeTableFour } from '../domain/statistics/table-four.js';
import type { Fraction } from '../domain/statistics/reachable.js';
import { type LocalDate, yearOf } from '../domain/time/local-date.js';
import type { ConcludedInMonth } from '../records/counting/table-four-counts.js';

/** A month of the year: what was concluded in it, and the rate from January on as it stood at its end. */
export interface MonthOfTrend {
  /** 2026-03. */
  readonly month: string;
  readonly corrected: number;
  readonly others: number;
  readonly sinceJanuary: Fraction;
}

/** A year: the rate by the record of today, and as it stood at the year's end; of the year itself so far. */
export interface YearOfTrend {
  readonly year: number;
  readonly fraction: Fraction;
  /** As its own last day knew it; undefined of the year that is shown. */
  readonly stood: Fraction | undefined;
}

type Counts = readonly ConcludedInMonth[];

/** What the reading counts among proceedings concluded in some months. */
const fractionOf = (id: MetricId, counts: Counts): Fraction =>
  (metrics[id] as Metric).count(composeTableFour(counts));

const concerns = (id: MetricId, { group }: ConcludedInMonth): boolean =>
  (metrics[id].of === 'reconsideration') === (group === 'reconsideration');

/** The months of a year up to a day. */
export function monthsOf(id: MetricId, counts: Counts, year: number, through: LocalDate): MonthOfTrend[] {
  const ofYear = counts.filter((count) => count.month.startsWith(`${year}-`) && concerns(id, count));
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
  return months
    .filter((month) => month <= through.slice(0, 7))
    .map((month) => {
      const own = ofYear.filter((count) => count.month === month);
      const sum = (lost: boolean): number =>
        own
          .filter(({ column }) => (column === 'corrected') === lost)
          .reduce((total, { count }) => total + count, 0);
      const sinceJanuary = fractionOf(
        id,
        ofYear.filter((count) => count.month <= month),
      );
      return { month, corrected: sum(true), others: sum(false), sinceJanuary };
    });
}

/** The years from the first of which anything is known, at most six. `then`: earlier years as they stood. */
export function yearsOf(id: MetricId, counts: Counts, then: Counts, through: LocalDate): YearOfTrend[] {
  const last = yearOf(through);
  const known = counts.map(({ month }) => Number(month.slice(0, 4)));
  const first = Math.max(last - 5, Math.min(last, ...known));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).map((year) => ({
    year,
    fraction: fractionOf(id, countsOf(counts, year)),
    stood: year < last ? fractionOf(id, countsOf(then, year)) : undefined,
  }));
}

const countsOf = (counts: Counts, year: number): Counts =>
  counts.filter(({ month }) => month.slice(0, 4) === String(year));
