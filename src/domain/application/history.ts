import type { RecordedAct } from '../acts/acts.js';
import type { ClockPolicy } from '../clock/consultations.js';
import type { Finding } from '../law/finding.js';
import type { LocalDate } from '../time/local-date.js';
import type { WorkCalendar } from '../time/work-calendar.js';
import { findingsOn } from './lawfulness.js';

/** Something that stands against an act of the record, with the place of that act. */
export interface Flaw {
  readonly seq: number;
  readonly finding: Finding;
}

/** The day, calendar and settings under which a whole record is judged. */
export interface Judging {
  readonly today: LocalDate;
  readonly calendar: WorkCalendar;
  readonly policy: ClockPolicy;
}

/**
 * Everything that stands against a record as it now reads, corrections applied: each act judged with those before it.
 * 程序瑕疵 are derived so and need not be stored.
 */
export const flawsOf = (acts: readonly RecordedAct[], judging: Judging): Flaw[] =>
  acts.flatMap((act, i) =>
    findingsOn({ ...judging, acts: acts.slice(0, i), act }).map((finding) => ({ seq: act.seq, finding })),
  );

/** The flaws of a record that it did not have before a correction. */
export function flawsBrought(
  before: readonly RecordedAct[],
  after: readonly RecordedAct[],
  judging: Judging,
): Flaw[] {
  const named = ({ seq, finding: { code, says } }: Flaw): string => JSON.stringify([seq, code, says]);
  const known = new Set(flawsOf(before, judging).map(named));
  return flawsOf(after, judging).filter((flaw) => !known.has(named(flaw)));
}
