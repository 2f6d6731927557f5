import { type EntityManager, In, LessThanOrEqual } from 'typeorm';
import { lockOffice } from '../office/offices.js';
import { AnnualFiling } from './annual-filing.js';

/** The filings of these offices of all years up to one. */
export function annualFilingsThrough(
  manager: EntityManager,
  officeIds: readonly string[],
  year: number,
): Promise<AnnualFiling[]> {
  return manager.findBy(AnnualFiling, { officeId: In([...officeIds]), year: LessThanOrEqual(year) });
}

/** Why a year cannot be filed: it is, one before it is still open, or a later one is filed already. */
export type FilingRefusal =
  | { readonly why: 'filed' }
  | { readonly why: 'openBefore'; readonly next: number }
  | { readonly why: 'laterFiled'; readonly last: number };

/**
 * Keeps an office's tables of a year for ever. Years are filed one after the other, so that each begins with what the
 * one before carried out; with which year an office begins is its own matter. Call it in a transaction: `read` gives
 * the tables once no other filing of the office can come between.
 */
export async function fileYear(
  manager: EntityManager,
  { officeId, year }: Pick<AnnualFiling, 'officeId' | 'year'>,
  read: () => Promise<Omit<AnnualFiling, 'officeId' | 'year'>>,
): Promise<FilingRefusal | undefined> {
  await lockOffice(manager, officeId);
  const years = (await manager.findBy(AnnualFiling, { officeId })).map((filing) => filing.year);
  if (years.includes(year)) return { why: 'filed' };
  const last = Math.max(...years);
  if (years.length > 0 && year < last) return { why: 'laterFiled', last };
  if (years.length > 0 && year > last + 1) return { why: 'openBefore', next: last + 1 };
  await manager.insert(AnnualFiling, { officeId, year, ...(await read()) });
  return undefined;
}
