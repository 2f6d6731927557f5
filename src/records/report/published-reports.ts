import { type EntityManager, In } from 'typeorm';
import { lockOffice } from '../office/offices.js';
import type { ReportKey } from './annual-reports.js';
import { PublishedReportRecord } from './published-report.js';

/** Which report, and who keeps it. */
export interface KeptReportKey extends ReportKey {
  readonly keeperId: string;
}

/** The reports of one office that the keeper has, the latest year first. */
export const publishedReportsOf = (
  manager: EntityManager,
  { keeperId, officeId, coverage }: Omit<KeptReportKey, 'year'>,
  years?: readonly number[],
): Promise<PublishedReportRecord[]> =>
  manager.find(PublishedReportRecord, {
    where: { keeperId, officeId, coverage, ...(years ? { year: In([...years]) } : {}) },
    order: { year: 'DESC' },
  });

/** Keeps a report in the place of the one that was there. Answers whether there was one. */
export async function keepPublished(manager: EntityManager, kept: PublishedReportRecord): Promise<boolean> {
  const { keeperId, officeId, coverage, year } = kept;
  await lockOffice(manager, keeperId);
  const replaced = await manager.delete(PublishedReportRecord, { keeperId, officeId, coverage, year });
  await manager.insert(PublishedReportRecord, kept);
  return (replaced.affected ?? 0) > 0;
}

/** Takes a report away. Answers whether it was there. */
export async function removePublished(manager: EntityManager, key: KeptReportKey): Promise<boolean> {
  const { keeperId, officeId, coverage, year } = key;
  const removed = await manager.delete(PublishedReportRecord, { keeperId, officeId, coverage, year });
  return (removed.affected ?? 0) > 0;
}
