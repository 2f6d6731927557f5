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

/** What several figures share. */
export interface Against {
  readonly section: string;
  readonly against: string;
  readonly baseline: Task;
  readonly runs: number;
  /** Fewer runs of a baseline that takes long; they come first, in turn with ours. */
  readonly baselineRuns?: number;
}

/** Everything that a figure needs. */
export interface Comparison extends Against {
  readonly what: string;
  readonly ours: Task;
  /** So many things are done in one run of ours: rates are told by it. */
  readonly things?: { readonly count: number; readonly of: string };
}

/** One thing beside its baseline. */
export async function compare({ what, ours, things, ...against }: Comparison): Promise<Figure> {
  const [figure] = await compareAll(against, [{ what, ours, ...(things ? { things } : {}) }]);
  if (!figure) throw new Error('Nothing was measured');
  return figure;
}

/**
 * Runs all and the baseline in turn, so that a busy machine is busy for each, after one run of each that does not count.
 * After a baseline that reads everything, ours are run once more without counting: it has pushed out of memory what is
 * otherwise read all day.
 */
export async function compareAll(
  { section, against, baseline, runs, baselineRuns = runs }: Against,
  tasks: readonly Pick<Comparison, 'what' | 'ours' | 'things'>[],
): Promise<Figure[]> {
  const own = tasks.map(() => [] as number[]);
  const others: number[] = [];
  for (let run = -1; run < runs; run += 1) {
    const counts = run >= 0 || runs === 1;
    if (baselineRuns < runs && run >= 0 && run <= baselineRuns) for (const { ours } of tasks) await ours();
    for (const [i, { ours }] of tasks.entries()) {
      const took = await timed(ours);
      if (counts) own[i]?.push(took);
    }
    if (run >= baselineRuns) continue;
    const took = await timed(baseline);
    if (counts) others.push(took);
  }
  const other = timesOf(others);
  return tasks.map(({ what, things }, i) => {
    const times = timesOf(own[i] ?? []);
    const rate = (median: number, count: number): number => (count / median) * 1000;
    return {
      ...{ section, what, ours: times, against, baseline: other, ratio: times.median / other.median },
      ...(things
        ? {
            perSecond: {
              ours: rate(times.median, things.count),
              baseline: rate(other.median, things.count),
              of: things.of,
            },
          }
        : {}),
    };
  });
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
