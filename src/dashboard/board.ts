import type { EntityManager } from 'typeorm';
import { type Rate, type Share, rateOf, ratesOf, rejectedShare } from '../domain/statistics/rates.js';
import { type Reachable, reachable } from '../domain/statistics/reachable.js';
import { type ReplyTiming, replyTimingIds } from '../domain/statistics/reply-timing.js';
import { type TableFour, composeTableFour } from '../domain/statistics/table-four.js';
import { type TableThree, composeTableThree } from '../domain/statistics/table-three.js';
import { type LocalDate, localDate } from '../domain/time/local-date.js';
import type { CountedYear } from '../records/counted-cases.js';
import { chosenReadings } from '../records/rate-readings.js';
import { type CountedTiming, countReplyTimings } from '../records/reply-timing-counts.js';
import {
  type ConcludedInMonth,
  type CountedProceedingsOfOffice,
  countConcludedByMonth,
  countProceedings,
  rejectedAmong,
} from '../records/table-four-counts.js';
import { type CountedCasesOfOffice, countCases } from '../records/table-three-counts.js';
import { type MonthOfTrend, type YearOfTrend, monthsOf, yearsOf } from './trend.js';

/** A dial: one of the two rates by its headline reading, and what can still become of it. */
export interface Dial {
  readonly rate: Rate;
  readonly reachable: Reachable;
  readonly months: readonly MonthOfTrend[];
  readonly years: readonly YearOfTrend[];
}

/** Everything that the board shows, counted once. */
export interface Board {
  readonly counted: Required<CountedYear>;
  readonly three: TableThree;
  readonly four: TableFour;
  readonly reconsideration: Dial;
  readonly litigation: Dial;
  readonly rates: readonly Rate[];
  readonly rejected: Share;
  readonly cases: readonly CountedCasesOfOffice[];
  readonly proceedings: readonly CountedProceedingsOfOffice[];
  readonly timings: readonly CountedTiming[];
}

/** How many years the trend looks back. */
const YEARS_BACK = 5;

/** Counts a year as it stood at the end of a day: five queries, however many offices. */
export async function readBoard(
  manager: EntityManager,
  counted: Required<CountedYear>,
  officeId: string,
): Promise<Board> {
  const { year, until, officeIds } = counted;
  const span = { officeIds, from: localDate(`${year - YEARS_BACK}-01-01`), through: until };
  const [cases, proceedings, timings, concluded, readings] = await Promise.all([
    countCases(manager, counted),
    countProceedings(manager, counted),
    countReplyTimings(manager, counted),
    countConcludedByMonth(manager, span),
    chosenReadings(manager, officeId),
  ]);
  const four = composeTableFour(proceedings);
  return {
    counted,
    three: composeTableThree(cases),
    four,
    reconsideration: dialOf(rateOf(readings.reconsideration, four), four, concluded, counted),
    litigation: dialOf(rateOf(readings.litigation, four), four, concluded, counted),
    rates: ratesOf(four),
    rejected: rejectedShare(rejectedAmong(proceedings), four),
    cases,
    proceedings,
    timings,
  };
}

function dialOf(
  rate: Rate,
  four: TableFour,
  concluded: readonly ConcludedInMonth[],
  { year, until }: { readonly year: number; readonly until: LocalDate },
): Dial {
  return {
    rate,
    reachable: reachable(rate.id, four),
    months: monthsOf(rate.id, concluded, year, until),
    years: yearsOf(rate.id, concluded, until),
  };
}

/** Applications of each timing, of all offices or of one. */
export function timingTotals(
  timings: readonly CountedTiming[],
  officeId?: string,
): Record<ReplyTiming, number> {
  const totals = Object.fromEntries(replyTimingIds.map((id) => [id, 0])) as Record<ReplyTiming, number>;
  for (const { timing, count, officeId: of } of timings) {
    if (officeId === undefined || of === officeId) totals[timing] += count;
  }
  return totals;
}
