import type { EntityManager } from 'typeorm';
import { applicantKinds } from '../domain/application/applicant.js';
import { type Identity, identitiesOf } from '../domain/statistics/identities.js';
import { type Rate, type Share, ratesOf, rejectedShare } from '../domain/statistics/rates.js';
import { sumOfTablesFour, sumOfTablesThree } from '../domain/statistics/roll-up.js';
import { type TableFour, composeTableFour } from '../domain/statistics/table-four.js';
import { type TableThree, composeTableThree } from '../domain/statistics/table-three.js';
import type { AnnualFiling } from '../records/report/annual-filing.js';
import { annualFilingsThrough } from '../records/report/annual-filings.js';
import type { CountedYear } from '../records/counting/counted-cases.js';
import { correctedCases } from '../records/report/late-corrections.js';
import { proceedingsIn, rejectedAmong } from '../records/counting/table-four-counts.js';
import { type CountedCasesOfOffice, casesIn, countCases } from '../records/counting/table-three-counts.js';
import { readTallies } from '../records/counting/tallies.js';
import { type Adjustment, adjustmentsBetween } from './adjustments.js';
import { type PostedCase, postedCases, postingsIn } from './posted-cases.js';

/** Tables three and four of a year with everything that is read off them. */
export interface AnnualTables {
  readonly three: TableThree;
  readonly four: TableFour;
  /** Table three of the year before, as it was filed or as the record has it. */
  readonly lastYear: TableThree;
  readonly identities: readonly Identity[];
  readonly rates: readonly Rate[];
  /** The literal 驳回率, for information. */
  readonly rejected: Share;
  /** The offices whose year is filed (封存). */
  readonly filings: readonly AnnualFiling[];
  /** Where the record says something else by now than what the report says. */
  readonly adjustments: readonly Adjustment[];
  /** The cases behind the adjustments of table three. */
  readonly posted: readonly PostedCase[];
}

/**
 * The tables of these offices together. An office that has filed the year stands in with what it filed. Corrections of
 * years that were filed are posted to the first open year, so that it begins with what was carried out and balances;
 * what the record alone would say is in `adjustments` and `posted`.
 */
export async function readAnnualTables(manager: EntityManager, counted: CountedYear): Promise<AnnualTables> {
  const { year, officeIds } = counted;
  // One after the other: a filing reads them on the one connection of its transaction.
  const tallies = await readTallies(manager, counted);
  const [cases, proceedings] = [casesIn(tallies), proceedingsIn(tallies)];
  const casesBefore = await countCases(manager, { officeIds, year: year - 1 });
  const filings = await annualFilingsThrough(manager, officeIds, year);
  const corrected = await correctedCases(manager, filings);
  const offices = officeIds.map((officeId) => {
    const own = <T extends { readonly officeId: string }>(all: readonly T[]): T[] =>
      all.filter((one) => one.officeId === officeId);
    const filed = (of: number): AnnualFiling | undefined => own(filings).find((one) => one.year === of);
    const posted = (of: number, counts: readonly CountedCasesOfOffice[]): TableThree =>
      filed(of)?.tableThree ?? composeTableThree([...own(counts), ...postingsIn(own(corrected), of)]);
    const live = { three: composeTableThree(own(cases)), four: composeTableFour(own(proceedings)) };
    return {
      live,
      three: posted(year, cases),
      four: filed(year)?.tableFour ?? live.four,
      lastYear: posted(year - 1, casesBefore),
    };
  });
  const three = sumOfTablesThree(offices.map((office) => office.three));
  const four = sumOfTablesFour(offices.map((office) => office.four));
  const live = {
    three: sumOfTablesThree(offices.map((office) => office.live.three)),
    four: sumOfTablesFour(offices.map((office) => office.live.four)),
  };
  const lastYear = sumOfTablesThree(offices.map((office) => office.lastYear));
  return {
    three,
    four,
    lastYear,
    identities: identitiesOf(three, four, lastYear),
    rates: ratesOf(four),
    rejected: rejectedShare(rejectedAmong(proceedings), four),
    filings: filings.filter((filing) => filing.year === year),
    adjustments: adjustmentsBetween({ three, four }, live),
    posted: postedCases(corrected, year),
  };
}

/** A place where an identity fails, in Chinese: faults name columns of table three by their ids. */
export const columnName = (where: string): string =>
  where === 'total' ? '总计' : ((applicantKinds as Readonly<Record<string, string>>)[where] ?? where);
