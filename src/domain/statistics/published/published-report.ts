import { type Identity, identitiesOf, inForceIdentity, textIdentity } from '../identities.js';
import { reportFigures } from '../report-figures.js';
import { type ReportFormId, reportFormOf } from '../report-form.js';
import { type StrayNumber, strayNumbers } from '../report-text.js';
import { type TableFour, composeTableFour } from '../table-four.js';
import type { TableThree } from '../table-three.js';
import type { TableTwo } from '../table-two.js';
import type { Grid } from './grid.js';
import { readTableFour } from './reading-four.js';
import { readTableThree } from './reading-three.js';
import { readTableTwo } from './reading-two.js';

/** A report that was published, as its file says; nothing in it is reckoned anew. */
export interface PublishedReport {
  readonly form: ReportFormId;
  readonly three: TableThree;
  /** Null where the file has no table four. */
  readonly four: TableFour | null;
  /** As far as the file has it. */
  readonly two: TableTwo;
  /** Cells of tables three and four that are empty; they count as nought. */
  readonly blanks: readonly string[];
  /** R7: numbers in its text that its own tables do not bear out. */
  readonly stray: readonly StrayNumber[];
}

/** What was found in a file. */
export interface FoundInFile {
  readonly grids: readonly Grid[];
  /** All words of the file, line by line. */
  readonly words: string;
}

const NO_FEES = { noticed: { cases: 0, yuan: 0 }, paid: { cases: 0, yuan: 0 } } as const;

/** Reads the report of a year, or says why it cannot be read. */
export function readPublished(
  { grids, words }: FoundInFile,
  year: number,
): PublishedReport | { readonly faults: readonly string[] } {
  const read = readTableThree(grids, reportFormOf(year));
  if ('faults' in read) return read;
  const last = readTableFour(grids);
  if (last && 'faults' in last) return last;
  const { form, three } = read;
  const four = last?.four ?? null;
  const figures = reportFigures({ year, three, four: four ?? composeTableFour([]), fees: NO_FEES });
  return {
    ...{ form, three, four },
    two: readTableTwo(grids, form),
    blanks: [...read.blanks, ...(last?.blanks ?? [])],
    stray: strayNumbers(words, four ? figures : figures.filter(({ source }) => source.table === 'three')),
  };
}

/** The years that a file says it is of: 2023年政府信息公开工作年度报告. */
export const yearsNamed = (words: string): number[] => [
  ...new Set(
    [...words.matchAll(/(20\d{2})\s*年(?:度)?[^\n。，]{0,20}年度?报告/gu)].map(([, year]) => Number(year)),
  ),
];

/** R1–R7 of a published report by itself; R4 and R6 where the report of the year before is known too. */
export function publishedIdentities(
  report: PublishedReport,
  before: PublishedReport | undefined,
): Identity[] {
  const sums = identitiesOf(report.three, report.four ?? composeTableFour([]), before?.three);
  const inForce = inForceIdentity(report.two, before?.two);
  return [
    ...sums.filter(({ rule }) => report.four !== null || rule !== 'R5'),
    ...(inForce ? [inForce] : []),
    textIdentity(report.stray),
  ];
}
