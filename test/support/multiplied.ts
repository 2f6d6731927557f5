import type { DataSource } from 'typeorm';
import { refillCounts } from '../../src/records/counting/count-sums.js';

/**
 * Copies the cases of a database until there are so many more, under numbers of their own and days spread over two
 * years: a full house in seconds. The chains of copies do not hold; such a database is for lists, counts and plans.
 */
export async function multiplyCases(dataSource: DataSource, more: number): Promise<void> {
  if (more > 0) {
    await dataSource.transaction(async (manager) => {
      await manager.query(
        `CREATE TEMPORARY TABLE copies ON COMMIT DROP AS
         SELECT old, gen_random_uuid() AS new, copy, (copy * 37 % 730)::int AS back
         FROM (SELECT id AS old, (row_number() OVER ())::int AS place, count(*) OVER ()::int AS known FROM applications) AS one,
              LATERAL generate_series(1, $1::int / known + 1) AS copy
         ORDER BY copy, place LIMIT $1`,
        [more],
      );
      for (const { table, own } of tables) {
        const columns: { name: string; kind: string }[] = await manager.query(
          `SELECT column_name AS name, data_type AS kind FROM information_schema.columns
           WHERE table_name = $1 AND table_schema = current_schema() ORDER BY ordinal_position`,
          [table],
        );
        const values = columns.map(({ name, kind }) => {
          if (name === own) return 'copies.new';
          if (name === 'number' && table === 'applications') return `source."number" || '-' || copies.copy`;
          if (name === 'recordedAt') return `source."recordedAt" - copies.back * interval '1 day'`;
          return kind === 'date' ? `source."${name}" - copies.back` : `source."${name}"`;
        });
        await manager.query(
          `INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
           SELECT ${values.join(', ')} FROM "${table}" AS source JOIN copies ON copies.old = source."${own}"`,
        );
      }
    });
  }
  await dataSource.query('ANALYZE');
  await refillCounts(dataSource);
  await dataSource.query('VACUUM ANALYZE');
}

const tables = [
  { table: 'applications', own: 'id' },
  { table: 'acts', own: 'applicationId' },
  { table: 'proceedings', own: 'applicationId' },
  { table: 'wakes', own: 'applicationId' },
  { table: 'application_versions', own: 'applicationId' },
  { table: 'proceeding_versions', own: 'applicationId' },
] as const;
