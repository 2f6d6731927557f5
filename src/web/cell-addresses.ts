import type { AppealCell, AppealGroup } from '../domain/statistics/table-four.js';
import type { ListedRow, TableThreeColumn } from '../domain/statistics/table-three.js';
import { paths, withQuery } from './paths.js';

/** Which year of which office; without a code all offices that the viewer sees. */
export interface YearOfOffice {
  readonly year: number;
  readonly office?: string;
}

/** The ledger with exactly the cases of one cell of table three. */
export const casesOfCell = (
  { year, office }: YearOfOffice,
  row: ListedRow,
  column: TableThreeColumn = 'total',
): string =>
  withQuery(paths.ledger, { year, office, row, applicant: column === 'total' ? undefined : column });

/** Said by the addresses of the annual report, so that a list leads back to it. */
export const FROM_REPORT = 'report';

/** The list of exactly the proceedings of one cell of table four: an application may have several. */
export const proceedingsOfCell = (
  { year, office }: YearOfOffice,
  group: AppealGroup,
  column: AppealCell = 'total',
): string =>
  withQuery(paths.countedProceedings, {
    ...{ year, office, group, via: FROM_REPORT },
    column: column === 'total' ? undefined : column,
  });
