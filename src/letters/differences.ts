/** A stretch of text and what became of it. */
export interface Run {
  readonly kind: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}

/** One line of the later text, or one that is gone from it; `runs` in reading order. */
export interface DifferenceLine {
  readonly changed: boolean;
  readonly runs: readonly Run[];
}

/** Above this many comparisons a passage is shown as replaced as a whole. */
const MOST_COMPARISONS = 4_000_000;

/** What was inserted and deleted between two texts: line by line, and sign by sign within lines that answer each other. */
export function differencesOf(before: string, after: string): DifferenceLine[] {
  const lines: DifferenceLine[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  const settle = (): void => {
    lines.push(...passage(gone, come));
    gone = [];
    come = [];
  };
  for (const { kind, text } of runsOf(linesIn(before), linesIn(after))) {
    if (kind === 'deleted') gone.push(text);
    else if (kind === 'inserted') come.push(text);
    else {
      settle();
      lines.push({ changed: false, runs: [{ kind, text }] });
    }
  }
  settle();
  return lines;
}

const linesIn = (text: string): string[] => text.trimEnd().split('\n');

/** Deleted lines beside the inserted ones that took their place, in order; what is left over stands alone. */
function passage(gone: readonly string[], come: readonly string[]): DifferenceLine[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, at): DifferenceLine => {
    const before = gone[at];
    const after = come[at];
    if (before === undefined) return { changed: true, runs: [{ kind: 'inserted', text: after ?? '' }] };
    if (after === undefined) return { changed: true, runs: [{ kind: 'deleted', text: before }] };
    return { changed: true, runs: joined(runsOf([...before], [...after])) };
  });
}

/** Neighbours of one kind as one run. */
function joined(runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (last?.kind === run.kind) whole[whole.length - 1] = { kind: run.kind, text: last.text + run.text };
    else whole.push(run);
  }
  return whole;
}

/** The shortest way from one row of pieces to another (longest common subsequence), deletions before insertions. */
function runsOf(before: readonly string[], after: readonly string[]): Run[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  return [
    ...run('same', before.slice(0, start)),
    ...between(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...run('same', before.slice(before.length - end)),
  ];
}

const run = (kind: Run['kind'], pieces: readonly string[]): Run[] => pieces.map((text) => ({ kind, text }));

function between(before: readonly string[], after: readonly string[]): Run[] {
  const width = after.length + 1;
  if (before.length * after.length > MOST_COMPARISONS)
    return [...run('deleted', before), ...run('inserted', after)];
  // common[i * width + j]: pieces that the rests from i and from j have in common.
  const common = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      runs.push({ kind: 'same', text: before[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) {
      runs.push({ kind: 'deleted', text: before[i] ?? '' });
      i += 1;
    } else {
      runs.push({ kind: 'inserted', text: after[j] ?? '' });
      j += 1;
    }
  }
  return runs;
}
