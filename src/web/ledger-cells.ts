import type { AppealCell, AppealGroup } from '../domain/statistics/table-four.js';
import type { ListedRow, TableThreeColumn } from '../domain/statistics/table-three.js';
import { paths, withQuery } from './paths.js';

/** Which year of which office; without a code all offices that the viewer sees. */
export interface LedgerOfYear {
  readonly year: number;
  readonly office?: string;
}

/** The ledger with exactly the cases of one cell of table three. */
export const ledgerOfCell = (
  { year, office }: LedgerOfYear,
  row: ListedRow,
  column: TableThreeColumn = 'total',
): string =>
  withQuery(paths.ledger, { year, office, row, applicant: column === 'total' ? undefined : column });

/** The ledger with exactly the applications that have a proceeding in one cell of table four. */
export const ledgerOfAppeals = (
  { year, office }: LedgerOfYear,
  appeal: AppealGroup,
  column: AppealCell = 'total',
): string =>
  withQuery(paths.ledger, { year, office, appeal, column: column === 'total' ? undefined : column });
