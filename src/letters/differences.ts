import { diffArrays } from 'diff';

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

/** Beyond so many insertions and deletions a passage is shown as replaced as a whole. */
const MOST_EDITS = 2000;

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

/** The shortest way from one row of pieces to another, deletions before insertions. */
function runsOf(before: string[], after: string[]): Run[] {
  const changes = diffArrays(before, after, { maxEditLength: MOST_EDITS });
  // Texts that have so little in common are easier to read one after the other.
  if (!changes) return [...run('deleted', before), ...run('inserted', after)];
  return changes.flatMap(({ added, removed, value }) =>
    run(added ? 'inserted' : removed ? 'deleted' : 'same', value),
  );
}

const run = (kind: Run['kind'], pieces: readonly string[]): Run[] => pieces.map((text) => ({ kind, text }));
