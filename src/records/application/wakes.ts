import type { EntityManager } from 'typeorm';
import type { LocalDate } from '../../domain/time/local-date.js';

/** Applications with a wake whose day is over, by id; those after the given one. */
export async function applicationsToWake(
  manager: EntityManager,
  on: LocalDate,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `SELECT DISTINCT "applicationId" AS id FROM wakes
     WHERE "on" < $1 AND ($2::uuid IS NULL OR "applicationId" > $2) ORDER BY 1 LIMIT $3`,
    [on, after ?? null, limit],
  );
  return rows.map(({ id }) => id);
}
