import { performance } from 'node:perf_hooks';

/** Milliseconds of several runs of one thing. */
export interface Times {
  readonly median: number;
  readonly p95: number;
}

/** One measured thing beside what it is held against, both from this run. */
export interface Figure {
  readonly section: string;
  readonly what: string;
  readonly ours: Times;
  /** What the baseline does. */
  readonly against: string;
  readonly baseline: Times;
  /** Ours by the baseline: below 1 we are quicker. */
  readonly ratio: number;
  /** The median as things in a second, where that says more. */
  readonly perSecond?: { readonly ours: number; readonly baseline: number; readonly of: string };
}

/** What is measured, each run doing the same. */
export type Task = () => unknown;

/** Everything that a figure needs. */
export interface Comparison {
  readonly section: string;
  readonly what: string;
  readonly ours: Task;
  readonly against: string;
  readonly baseline: Task;
  readonly runs: number;
  /** Fewer runs of a baseline that takes long; they come first, in turn with ours. */
  readonly baselineRuns?: number;
  /** So many things are done in one run of ours: rates are told by it. */
  readonly things?: { readonly count: number; readonly of: string };
}

/**
 * Runs both in turn, so that a busy machine is busy for both, after one run of each that does not count.
 */
export async function compare(comparison: Comparison): Promise<Figure> {
  const { section, what, against, runs, things, baselineRuns = runs } = comparison;
  const ours: number[] = [];
  const baseline: number[] = [];
  for (let run = -1; run < runs; run += 1) {
    const own = await timed(comparison.ours);
    const other = run < baselineRuns ? await timed(comparison.baseline) : undefined;
    if (run < 0 && runs > 1) continue;
    ours.push(own);
    if (other !== undefined) baseline.push(other);
  }
  const [own, other] = [timesOf(ours), timesOf(baseline)];
  return {
    section,
    what,
    ours: own,
    against,
    baseline: other,
    ratio: own.median / other.median,
    ...(things
      ? {
          perSecond: {
            ours: (things.count / own.median) * 1000,
            baseline: (things.count / other.median) * 1000,
            of: things.of,
          },
        }
      : {}),
  };
}

async function timed(task: Task): Promise<number> {
  const began = performance.now();
  await task();
  return performance.now() - began;
}

function timesOf(all: readonly number[]): Times {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { median: at(0.5), p95: at(0.95) };
}
