import type { EntityManager } from 'typeorm';
import { cellOf, composeTableThree } from '../domain/statistics/table-three.js';
import { yearOf } from '../domain/time/local-date.js';
import { casesIn } from '../records/counting/table-three-counts.js';
import { readTallies } from '../records/counting/tallies.js';
import type { LedgerFilter } from './ledger-filter.js';
import { type LedgerScope, applicationsLike } from './ledger-list.js';

/**
 * How many applications a filter lets through. A cell of table three and the whole ledger are counted already; the rest
 * is counted one by one.
 */
export async function countLedger(
  manager: EntityManager,
  filter: LedgerFilter,
  scope: LedgerScope,
): Promise<number> {
  const { q, year, row, stage, handler, timing, irregular } = filter;
  const further = [q, stage, handler, timing, irregular].some(Boolean);
  if (further || (row && year === undefined)) {
    return applicationsLike(manager, filter, scope).getCount();
  }
  return year === undefined
    ? countAll(manager, filter, scope)
    : countCell(manager, { ...filter, year }, scope);
}

async function countCell(
  manager: EntityManager,
  { year, row = 'received', applicant }: LedgerFilter & { readonly year: number },
  { officeIds }: LedgerScope,
): Promise<number> {
  const tallies = await readTallies(manager, { year, officeIds }, ['received', 'concluded']);
  return cellOf(composeTableThree(casesIn(tallies)), row, applicant ?? 'total');
}

async function countAll(
  manager: EntityManager,
  { applicant }: LedgerFilter,
  { officeIds, on }: LedgerScope,
): Promise<number> {
  const received = await readTallies(manager, { year: yearOf(on), officeIds }, ['received']);
  return received
    .filter(({ key: [kind] }) => applicant === undefined || kind === applicant)
    .reduce((sum, { amount }) => sum + amount, 0);
}
