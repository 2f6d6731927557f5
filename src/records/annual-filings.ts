import { type EntityManager, In } from 'typeorm';
import { AnnualFiling } from './annual-filing.js';

/** The filings of these offices in these years. */
export function annualFilings(
  manager: EntityManager,
  officeIds: readonly string[],
  years: readonly number[],
): Promise<AnnualFiling[]> {
  return manager.findBy(AnnualFiling, { officeId: In([...officeIds]), year: In([...years]) });
}

/** Keeps an office's tables of a year for ever. False where the year was filed already: the first filing stays. */
export async function fileYear(manager: EntityManager, filing: AnnualFiling): Promise<boolean> {
  const result = await manager
    .createQueryBuilder()
    .insert()
    .into(AnnualFiling)
    .values(filing)
    .orIgnore()
    .returning('year')
    .execute();
  return (result.raw as unknown[]).length > 0;
}
