import type { EntityManager } from 'typeorm';
import type { ApplicantKind } from '../domain/application/applicant.js';
import type { ResultRow } from '../domain/outcome/rows.js';
import { type CountedCases, type TableThree, composeTableThree } from '../domain/statistics/table-three.js';
import { ApplicationRecord } from './application.js';
import { type CountedYear, frameRowConditions, ofOffices, yearParameters } from './counted-cases.js';

/** Cases of one office, one kind of applicant and one result, by the rows of table three in which they stand. */
interface CountedRow {
  officeId: string;
  applicant: ApplicantKind;
  row: ResultRow | null;
  received: number;
  carriedIn: number;
  concluded: number;
  carriedOut: number;
}

/** Counts of table three, each with its office. */
export type CountedCasesOfOffice = CountedCases & { readonly officeId: string };

/** Counts every cell of table three for each office. */
export async function countCases(
  manager: EntityManager,
  counted: CountedYear,
): Promise<CountedCasesOfOffice[]> {
  const parts = await Promise.all(byConclusion.map((part) => countRows(manager, counted, part)));
  return parts
    .flat()
    .flatMap(cellsOf)
    .filter(({ count }) => count > 0);
}

/** The two parts of `inTableThree`: apart, each is one stretch of an index that holds all it needs. */
const byConclusion = ['application.concludedOn >= :firstDay', 'application.concludedOn IS NULL'];

function countRows(manager: EntityManager, counted: CountedYear, part: string): Promise<CountedRow[]> {
  const query = manager
    .createQueryBuilder()
    .from(ApplicationRecord, 'application')
    .select('application.officeId', 'officeId')
    .addSelect('application.applicantKind', 'applicant')
    .addSelect('application.resultRow', 'row')
    .where(ofOffices('application'))
    .andWhere(part)
    .andWhere('application.receivedOn <= :lastDay')
    .groupBy('1, 2, 3')
    .setParameters(yearParameters(counted));
  for (const [row, condition] of Object.entries(frameRowConditions)) {
    query.addSelect(`(COUNT(*) FILTER (WHERE ${condition}))::int`, row);
  }
  return query.getRawMany<CountedRow>();
}

function cellsOf({ officeId, applicant, row, ...counts }: CountedRow): CountedCasesOfOffice[] {
  const of = { officeId, applicant };
  return [
    { ...of, row: 'received', count: counts.received },
    { ...of, row: 'carriedIn', count: counts.carriedIn },
    { ...of, row: 'carriedOut', count: counts.carriedOut },
    ...(row ? [{ ...of, row, count: counts.concluded }] : []),
  ];
}

/** Annual table three of these offices together. */
export async function countTableThree(manager: EntityManager, counted: CountedYear): Promise<TableThree> {
  return composeTableThree(await countCases(manager, counted));
}
