import type { EntityManager } from 'typeorm';
import { type Metric, type MetricId, metricIds, metrics } from '../../domain/statistics/rates.js';
import { type Doer, writeAdministrationLine } from '../office/administration.js';
import { OfficeRecord } from '../office/office.js';

/** Which reading of each rate is the headline: chosen by the district for all its offices (law.md §13). */
export interface RateReadings {
  readonly reconsideration: MetricId;
  readonly litigation: MetricId;
}

/** The first reading of each, until the district chooses another. */
const defaultReadings: RateReadings = {
  reconsideration: 'reconsiderationCorrected',
  litigation: 'litigationLost',
};

/** The readings from which one may be chosen. */
export const readingsOf = (rate: keyof RateReadings): MetricId[] =>
  metricIds.filter((id) => (metrics[id] as Metric).of === rate);

/** The topmost office above, or the office itself. */
export async function districtOf(manager: EntityManager, officeId: string): Promise<OfficeRecord> {
  const [row] = await manager.query<{ id: string }[]>(
    `WITH RECURSIVE above AS (
       SELECT id, "parentId" FROM offices WHERE id = $1
       UNION ALL
       SELECT parent.id, parent."parentId" FROM offices parent JOIN above ON parent.id = above."parentId"
     )
     SELECT id FROM above WHERE "parentId" IS NULL`,
    [officeId],
  );
  return manager.findOneByOrFail(OfficeRecord, { id: row?.id ?? officeId });
}

/** The headline readings that hold for an office. */
export async function chosenReadings(manager: EntityManager, officeId: string): Promise<RateReadings> {
  const { settings } = await districtOf(manager, officeId);
  const chosen = (settings['rateReadings'] ?? {}) as Partial<RateReadings>;
  const known = (rate: keyof RateReadings): MetricId =>
    readingsOf(rate).find((id) => id === chosen[rate]) ?? defaultReadings[rate];
  return { reconsideration: known('reconsideration'), litigation: known('litigation') };
}

/** Chooses the headline readings for a whole district and writes down who did. Call it in a transaction. */
export async function chooseReadings(
  manager: EntityManager,
  district: OfficeRecord,
  readings: RateReadings,
  by: Doer,
): Promise<void> {
  await manager.save(
    manager.merge(OfficeRecord, district, { settings: { ...district.settings, rateReadings: readings } }),
  );
  const names = [readings.reconsideration, readings.litigation].map((id) => metrics[id].name);
  await writeAdministrationLine(manager, by, district.id, `看板主要口径改为：${names.join('、')}`);
}
