import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reminder may be of a report that an office owes: of no case and no submission, once for each distance. */
export class RemindersOfReports0000000000046 implements MigrationInterface {
  readonly name = 'RemindersOfReports0000000000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNIQUE INDEX "reminders_once_report"
      ON "reminders" ("officeId", "period", "dueOn", "distance", "accountId")
      WHERE "applicationId" IS NULL AND "submissionId" IS NULL`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
