import type { EntityManager } from 'typeorm';
import { type Rate, type Share, rateOf, ratesOf, rejectedShare } from '../domain/statistics/rates.js';
import { type Reachable, reachable } from '../domain/statistics/reachable.js';
import { type ReplyTiming, replyTimingIds } from '../domain/statistics/reply-timing.js';
import { type TableFour, composeTableFour } from '../domain/statistics/table-four.js';
import { type TableThree, composeTableThree } from '../domain/statistics/table-three.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { ListedYear } from '../records/counting/counted-lists.js';
import { today } from '../infrastructure/today.js';
import { countOverdueLeftByLedger } from '../records/application/applications.js';
import { chosenReadings } from '../records/counting/rate-readings.js';
import { type CountedTiming, timingsIn } from '../records/counting/reply-timing-counts.js';
import {
  type ConcludedInMonth,
  type CountedProceedingsOfOffice,
  concludedAsKnownThen,
  concludedIn,
  proceedingsIn,
  rejectedAmong,
} from '../records/counting/table-four-counts.js';
import { type CountedCasesOfOffice, casesIn } from '../records/counting/table-three-counts.js';
import { type Tally, readTallies } from '../records/counting/tallies.js';
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
  readonly counted: ListedYear;
  readonly tallies: readonly Tally[];
  readonly three: TableThree;
  readonly four: TableFour;
  readonly reconsideration: Dial;
  readonly litigation: Dial;
  readonly rates: readonly Rate[];
  readonly rejected: Share;
  readonly cases: readonly CountedCasesOfOffice[];
  readonly proceedings: readonly CountedProceedingsOfOffice[];
  readonly timings: readonly CountedTiming[];
  /** Of what is in hand and overdue today, what an old ledger left open; none is told apart on a past day. */
  readonly overdueByLedger: number;
}

/** Counts a year as it stood at the end of a day: the tallies and the chosen readings, however many offices and cases. */
export async function readBoard(
  manager: EntityManager,
  counted: ListedYear,
  officeId: string,
): Promise<Board> {
  const [tallies, then, readings, overdueByLedger] = await Promise.all([
    readTallies(manager, counted),
    concludedAsKnownThen(manager, counted),
    chosenReadings(manager, officeId),
    counted.until === today() ? countOverdueLeftByLedger(manager, counted.officeIds, counted.until) : 0,
  ]);
  const cases = casesIn(tallies);
  const proceedings = proceedingsIn(tallies);
  const concluded = concludedIn(tallies);
  const four = composeTableFour(proceedings);
  return {
    counted,
    tallies,
    three: composeTableThree(cases),
    four,
    reconsideration: dialOf(rateOf(readings.reconsideration, four), four, { concluded, then }, counted),
    litigation: dialOf(rateOf(readings.litigation, four), four, { concluded, then }, counted),
    rates: ratesOf(four),
    rejected: rejectedShare(rejectedAmong(proceedings), four),
    cases,
    proceedings,
    timings: timingsIn(tallies),
    overdueByLedger,
  };
}

function dialOf(
  rate: Rate,
  four: TableFour,
  { concluded, then }: Record<'concluded' | 'then', readonly ConcludedInMonth[]>,
  { year, until }: { readonly year: number; readonly until: LocalDate },
): Dial {
  return {
    rate,
    reachable: reachable(rate.id, four),
    months: monthsOf(rate.id, concluded, year, until),
    years: yearsOf(rate.id, concluded, then, until),
  };
}

/** Applications of each timing, of all or of those that are wanted. */
export function timingTotals(
  timings: readonly CountedTiming[],
  wanted: (timing: CountedTiming) => boolean = () => true,
): Record<ReplyTiming, number> {
  const totals = Object.fromEntries(replyTimingIds.map((id) => [id, 0])) as Record<ReplyTiming, number>;
  for (const one of timings) if (wanted(one)) totals[one.timing] += one.count;
  return totals;
}
