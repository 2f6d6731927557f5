import type { EntityManager } from 'typeorm';
import { cellOf, composeTableThree } from '../domain/statistics/table-three.js';
import { yearOf } from '../domain/time/local-date.js';
import { appealCondition, ofOffices, yearParameters } from '../records/counting/counted-cases.js';
import { ProceedingRecord } from '../records/proceeding/proceeding.js';
import { casesIn } from '../records/counting/table-three-counts.js';
import { readTallies } from '../records/counting/tallies.js';
import type { LedgerFilter } from './ledger-filter.js';
import { type LedgerScope, applicationsLike } from './ledger-list.js';

/**
 * How many applications a filter lets through. A cell of table three and the whole ledger are counted already, one of
 * table four by its proceedings; the rest is counted one by one.
 */
export async function countLedger(
  manager: EntityManager,
  filter: LedgerFilter,
  scope: LedgerScope,
): Promise<number> {
  const { q, year, row, applicant, appeal, stage, handler, timing, irregular } = filter;
  const further = [q, stage, handler, timing, irregular].some(Boolean);
  const appeals = further || row || applicant ? undefined : await countAppeals(manager, filter, scope);
  if (appeals) return appeals.applications;
  if (further || appeal || (row && year === undefined)) {
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

/**
 * How many proceedings stand in the cell of table four that the filter names, and how many applications they belong to:
 * one may have several. Undefined where it names none.
 */
export async function countAppeals(
  manager: EntityManager,
  { year, appeal, column }: LedgerFilter,
  { officeIds }: LedgerScope,
): Promise<{ proceedings: number; applications: number } | undefined> {
  if (!appeal || year === undefined) return undefined;
  return manager
    .createQueryBuilder(ProceedingRecord, 'proceeding')
    .select('count(*)::int', 'proceedings')
    .addSelect('count(DISTINCT proceeding.applicationId)::int', 'applications')
    .where(ofOffices('proceeding'))
    .andWhere(appealCondition(appeal, column))
    .setParameters(yearParameters({ year, officeIds }))
    .getRawOne<{ proceedings: number; applications: number }>();
}
