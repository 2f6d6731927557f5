import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The board of 复议应诉 asks for replies that came late or are still owed, and for remedies that were not told: both few. */
export class WindowsOfApplicants0000000000033 implements MigrationInterface {
  readonly name = 'WindowsOfApplicants0000000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX "applications_reply_late" ON "applications" ("officeId", "replyDueOn")
      WHERE NOT "replySpared" AND ("replyEndedOn" IS NULL OR "replyEndedOn" > "replyDueOn")`);
    await runner.query(`
      CREATE INDEX "acts_remedies_omitted" ON "acts" ("officeId", "on") WHERE "type" = 'remedy.omitted'`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
