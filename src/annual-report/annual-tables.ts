import type { EntityManager } from 'typeorm';
import { applicantKinds } from '../domain/application/applicant.js';
import { type Identity, identitiesOf } from '../domain/statistics/identities.js';
import { type Rate, type Share, ratesOf, rejectedShare } from '../domain/statistics/rates.js';
import { type TableFour, composeTableFour } from '../domain/statistics/table-four.js';
import type { TableThree } from '../domain/statistics/table-three.js';
import type { CountedYear } from '../records/counted-cases.js';
import { countProceedings, rejectedAmong } from '../records/table-four-counts.js';
import { countTableThree } from '../records/table-three-counts.js';

/** Tables three and four of a year with everything that is read off them. */
export interface AnnualTables {
  readonly three: TableThree;
  readonly four: TableFour;
  readonly identities: readonly Identity[];
  readonly rates: readonly Rate[];
  /** The literal 驳回率, for information. */
  readonly rejected: Share;
}

/** Counts the year afresh; last year's table three is counted beside it for 上年结转 (R4). */
export async function readAnnualTables(manager: EntityManager, counted: CountedYear): Promise<AnnualTables> {
  const [three, lastYear, proceedings] = await Promise.all([
    countTableThree(manager, counted),
    countTableThree(manager, { officeIds: counted.officeIds, year: counted.year - 1 }),
    countProceedings(manager, counted),
  ]);
  const four = composeTableFour(proceedings);
  return {
    three,
    four,
    identities: identitiesOf(three, four, lastYear),
    rates: ratesOf(four),
    rejected: rejectedShare(rejectedAmong(proceedings), four),
  };
}

/** A place where an identity fails, in Chinese: faults name columns of table three by their ids. */
export const columnName = (where: string): string =>
  where === 'total' ? '总计' : ((applicantKinds as Readonly<Record<string, string>>)[where] ?? where);
