import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sums by month and day keep the year of law, not its month, of all but what has ended: the same sums in fewer rows. */
export class CountsByYear0000000000047 implements MigrationInterface {
  readonly name = 'CountsByYear0000000000047';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`LOCK TABLE "counts" IN EXCLUSIVE MODE`);
    await runner.query(`
      CREATE TEMPORARY TABLE "by_year" ON COMMIT DROP AS
      SELECT "officeId", "axis", "grain", "at", date_trunc('year', "month")::date AS "month", "flow", "key",
             sum("amount")::int AS "amount"
      FROM "counts" WHERE "grain" <> 'year' AND "flow" <> 'ended'
      GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum("amount") <> 0`);
    await runner.query(`DELETE FROM "counts" WHERE "grain" <> 'year' AND "flow" <> 'ended'`);
    await runner.query(`
      INSERT INTO "counts" ("officeId", "axis", "grain", "at", "month", "flow", "key", "amount")
      SELECT "officeId", "axis", "grain", "at", "month", "flow", "key", "amount" FROM "by_year"`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
