import type { ApplicantKind } from '../application/applicant.js';
import type { ResultRow } from '../outcome/rows.js';
import { type LocalDate, firstDayOf, lastDayOf, maxDate } from '../time/local-date.js';
import type { CountedCases } from './table-three.js';

/** All that table three needs of an application. */
export interface CountedCase {
  readonly applicant: ApplicantKind;
  readonly receivedOn: LocalDate;
  /** Both or none: the first conclusion and its row. */
  readonly concludedOn?: LocalDate;
  readonly row?: ResultRow;
}

/** In which rows of the year a case stands, counted through a day of it (law.md §6.4). */
export function cellsOfCase(one: CountedCase, year: number, through = lastDayOf(year)): CountedCases[] {
  const { applicant, receivedOn, concludedOn, row } = one;
  const first = firstDayOf(year);
  const rows: CountedCases['row'][] = [];
  if (receivedOn >= first && receivedOn <= through) rows.push('received');
  if (receivedOn < first && (!concludedOn || concludedOn >= first)) rows.push('carriedIn');
  if (row && concludedOn && concludedOn >= first && concludedOn <= through) rows.push(row);
  if (receivedOn <= through && (!concludedOn || concludedOn > through)) rows.push('carriedOut');
  return rows.map((id) => ({ row: id, applicant, count: 1 }));
}

/** What the filed reports up to a year have said of a case; `absent` where they said nothing. */
export type Reported =
  | { readonly state: 'absent' }
  | { readonly state: 'carriedOut'; readonly year: number; readonly applicant: ApplicantKind }
  | { readonly state: 'closed'; readonly year: number };

const unreported: Reported = { state: 'absent' };

/**
 * How a case counts in the years after the last filed one. What was reported stays reported: a correction that came
 * later is posted to the first year that is still open, never to a filed one (本系统口径).
 * - Reported as carried out: it comes in there, and ends there at the earliest.
 * - Reported as concluded: it counts in no later year.
 * - Not reported, though received in a filed year: it counts as new in the first open year; if it ended in a filed
 *   year too, it counts in no later one (an old ledger that is laid in afterwards).
 * Undefined: it counts in no open year.
 */
function postedCase(
  record: CountedCase | undefined,
  reported: Reported,
  lastFiledYear: number,
): CountedCase | undefined {
  if (reported.state === 'closed') return undefined;
  const open = firstDayOf(lastFiledYear + 1);
  if (!record) {
    // Struck out of the record after it was carried out: it stays owed until the office says how it ended.
    return reported.state === 'absent'
      ? undefined
      : { applicant: reported.applicant, receivedOn: lastDayOf(lastFiledYear) };
  }
  const { concludedOn, row } = record;
  const carried = reported.state === 'carriedOut';
  if (!carried && concludedOn && concludedOn < open) return undefined;
  return {
    applicant: carried ? reported.applicant : record.applicant,
    receivedOn: carried ? lastDayOf(lastFiledYear) : maxDate(record.receivedOn, open),
    ...(concludedOn && row ? { concludedOn: maxDate(concludedOn, open), row } : {}),
  };
}

/** One filing of an office, with what the record said of a case when it was made. */
export interface FilingOfCase {
  readonly year: number;
  readonly then: CountedCase | undefined;
}

/** What the filings, oldest first, have reported of a case in the end. */
function reportedBy(filings: readonly FilingOfCase[]): Reported {
  let reported = unreported;
  let before: number | undefined;
  for (const { year, then } of filings) {
    const counted = before === undefined ? then : postedCase(then, reported, before);
    before = year;
    if (!counted || counted.receivedOn > lastDayOf(year)) continue;
    const closed = counted.concludedOn !== undefined && counted.concludedOn <= lastDayOf(year);
    reported = closed
      ? { state: 'closed', year }
      : { state: 'carriedOut', year, applicant: counted.applicant };
  }
  return reported;
}

/** A case by the filings of its office, oldest first, and as the record has it now. */
export interface ReportedCase {
  readonly filings: readonly FilingOfCase[];
  readonly now: CountedCase | undefined;
}

/** How a case counts in the report of a year: as it was filed, or as the filings before leave it. */
export function caseInReport({ filings, now }: ReportedCase, year: number): CountedCase | undefined {
  const before = filings.filter((filing) => filing.year < year);
  const own = filings.find((filing) => filing.year === year);
  const record = own ? own.then : now;
  const last = before.at(-1);
  return last ? postedCase(record, reportedBy(before), last.year) : record;
}
