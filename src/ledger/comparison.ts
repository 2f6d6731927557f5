import { outcomes } from '../domain/outcome/outcomes.js';
import { reconsiderationResults, suitResults } from '../domain/remedy/results.js';
import { type LedgerCells, type LedgerColumn, type RowFault, faultIn, ledgerColumnIds } from './columns.js';
import { firstOutcomeOf } from './ledger-words.js';
import type { LedgerRow } from './ledger-row.js';
import { writtenRow } from './written-row.js';

/** How a row of a file stands to what the record says of the same application. */
export type Comparison =
  | { readonly kind: 'same' }
  /** The file says more: these columns are new. */
  | { readonly kind: 'goesOn'; readonly columns: ReadonlySet<LedgerColumn> }
  | { readonly kind: 'contradicts'; readonly faults: readonly RowFault[] };

/** What a row says in a column; 尚未审结 says nothing. */
const said = (row: LedgerRow, column: LedgerColumn): unknown =>
  row[column] === '' ? undefined : row[column];

/**
 * Compares by meaning, not by spelling. Where the file says nothing and the record does, the case has gone on in the
 * record, and the file does not contradict it. `cells` are those of the file, for the faults to show.
 */
export function compareRows(read: LedgerRow, recorded: LedgerRow, cells: LedgerCells): Comparison {
  const known = writtenRow(recorded);
  const fresh = new Set<LedgerColumn>();
  const faults: RowFault[] = [];
  for (const column of ledgerColumnIds) {
    if (said(read, column) === undefined) continue;
    if (said(recorded, column) === undefined && column !== 'remark') fresh.add(column);
    else if (!same(column, read, recorded)) {
      const reason = `系统中这件申请的记录是“${known[column] || '（空）'}”，与文件不同。`;
      const remedy =
        '以系统为准的，请把这一格改成系统中的内容；以文件为准的，请先在办件页面更正记录，再导入。';
      faults.push(faultIn(column, cells, reason, remedy));
    }
  }
  if (faults.length > 0) return { kind: 'contradicts', faults };
  return fresh.size === 0 ? { kind: 'same' } : { kind: 'goesOn', columns: fresh };
}

function same(column: LedgerColumn, read: LedgerRow, recorded: LedgerRow): boolean {
  if (read[column] === recorded[column]) return true;
  switch (column) {
    case 'outcome':
      return sameOutcome(read, recorded);
    case 'reconsiderationResult':
      return sameResult(reconsiderationResults, read.reconsiderationResult, recorded.reconsiderationResult);
    case 'suitResult':
      return sameResult(suitResults, read.suitResult, recorded.suitResult);
    default:
      return false;
  }
}

/** A ledger names the row of table three, the record may know which kind of the row it was. */
function sameOutcome(read: LedgerRow, recorded: LedgerRow): boolean {
  if (!read.outcome || !recorded.outcome) return false;
  const { row } = outcomes[read.outcome];
  return row === outcomes[recorded.outcome].row && read.outcome === firstOutcomeOf(row);
}

/** 维持、纠正、其他 say the column of table four alone. */
function sameResult<T extends string>(
  results: Readonly<Record<T, { column: string }>>,
  read: T | undefined,
  recorded: T | undefined,
): boolean {
  if (!read || !recorded || !read.startsWith('unspecified')) return false;
  return results[read].column === results[recorded].column;
}
