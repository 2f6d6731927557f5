import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an old ledger left open is marked where it is stored: it is counted on every look at the board. */
export class LeftByLedger0000000000053 implements MigrationInterface {
  readonly name = 'LeftByLedger0000000000053';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "applications" ADD COLUMN "leftByLedger" boolean NOT NULL DEFAULT false`);
    await runner.query(`
      UPDATE "applications" SET "leftByLedger" = true
      FROM (
        SELECT "applicationId" AS id, min("recordedAt") AS "recordedAt" FROM "acts"
        GROUP BY 1
        HAVING bool_and("source" IS NOT DISTINCT FROM 'ledger')
          FILTER (WHERE "type" NOT IN ('act.corrected', 'particulars.corrected'))
      ) AS old
      WHERE old.id = "applications"."id"
        AND "nextDueOn" < (old."recordedAt" AT TIME ZONE 'Asia/Shanghai')::date`);
    await runner.query(`ALTER TABLE "applications" ALTER COLUMN "leftByLedger" DROP DEFAULT`);
    await runner.query(`
      CREATE INDEX "applications_left_by_ledger" ON "applications" ("officeId", "replyDueOn")
      WHERE "leftByLedger" AND NOT "replySpared" AND "replyEndedOn" IS NULL`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
