import type { EntityManager } from 'typeorm';
import { isApplicantKind } from '../../domain/application/applicant.js';
import { isResultRow } from '../../domain/outcome/rows.js';
import type { CountedCases } from '../../domain/statistics/table-three.js';
import { type TalliedYear, type Tally, readTallies } from './tallies.js';

/** Counts of table three, each with its office. */
export type CountedCasesOfOffice = CountedCases & { readonly officeId: string };

/** Counts every cell of table three for each office. */
export async function countCases(
  manager: EntityManager,
  counted: TalliedYear,
): Promise<CountedCasesOfOffice[]> {
  return casesIn(await readTallies(manager, counted));
}

/**
 * The cells of table three that tallies give. What was received before the year and not concluded before it was
 * carried in; what was received and not concluded by the day is carried out.
 */
export function casesIn(tallies: readonly Tally[]): CountedCasesOfOffice[] {
  return tallies.flatMap(({ officeId, flow, key: [applicant, row], inYear, amount }) => {
    if ((flow !== 'received' && flow !== 'concluded') || !isApplicantKind(applicant)) return [];
    const of = { officeId, applicant };
    const stock = flow === 'received' ? amount : -amount;
    const cells: CountedCasesOfOffice[] = [{ ...of, row: 'carriedOut', count: stock }];
    if (!inYear) cells.push({ ...of, row: 'carriedIn', count: stock });
    else if (flow === 'received') cells.push({ ...of, row: 'received', count: amount });
    else if (isResultRow(row)) cells.push({ ...of, row, count: amount });
    return cells;
  });
}
