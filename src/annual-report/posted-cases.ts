import { applicantKinds } from '../domain/application/applicant.js';
import { outcomeGroups, resultRows } from '../domain/outcome/rows.js';
import { type CountedCase, caseInReport, cellsOfCase } from '../domain/statistics/postings.js';
import type { CountedCases } from '../domain/statistics/table-three.js';
import type { CorrectedCase } from '../records/report/late-corrections.js';

/** A case that the record now counts otherwise than the reports do, and where each of them has it in the year. */
export interface PostedCase {
  readonly applicationId: string;
  readonly officeId: string;
  readonly number: string;
  /** 本年新收、结转下年 of 自然人; what the report says. */
  readonly reported: string;
  readonly recorded: string;
}

const cells = (one: CountedCase | undefined, year: number): CountedCases[] =>
  one ? cellsOfCase(one, year) : [];

/** What the counts of an open year must be changed by, so that they go on from what was filed. */
export function postingsIn(corrected: readonly CorrectedCase[], year: number): CountedCases[] {
  return corrected.flatMap((one) => {
    if (one.filings.every((filing) => filing.year >= year)) return [];
    const taken = cells(one.now, year).map((cell) => ({ ...cell, count: -cell.count }));
    return [...cells(caseInReport(one, year), year), ...taken];
  });
}

/** The cases in which report and record of a year part, for all to see. */
export function postedCases(corrected: readonly CorrectedCase[], year: number): PostedCase[] {
  return corrected.flatMap((one) => {
    const { applicationId, officeId, number } = one;
    const reported = wordsOf(cells(caseInReport(one, year), year));
    const recorded = wordsOf(cells(one.now, year));
    return reported === recorded ? [] : [{ applicationId, officeId, number, reported, recorded }];
  });
}

const frameWords = { received: '本年新收', carriedIn: '上年结转', carriedOut: '结转下年' } as const;

function wordOf({ row }: CountedCases): string {
  if (row === 'received' || row === 'carriedIn' || row === 'carriedOut') return frameWords[row];
  const { group, label } = resultRows[row];
  const plain = label.replace(/^(（[^）]*）|\d+\.)/, '').replace(/（.*）$/, '');
  const name: string = outcomeGroups[group];
  return plain === name ? `办结：${name}` : `办结：${name}（${plain}）`;
}

function wordsOf(found: readonly CountedCases[]): string {
  const [first] = found;
  return first ? `${found.map(wordOf).join('，')}（${applicantKinds[first.applicant]}）` : '不计入本年';
}
