import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts of a year read an index alone: it holds all that they divide the cases by. */
const indexes: Readonly<Record<string, string>> = {
  applications_concluded: `"officeId", "concludedOn", "receivedOn", "applicantKind", "resultRow"`,
  applications_replied: `"officeId", "replyEndedOn", "receivedOn", "replyDueOn", "replySpared"`,
};

export class Counting0000000000020 implements MigrationInterface {
  readonly name = 'Counting0000000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "applications_concluded"`);
    for (const [name, columns] of Object.entries(indexes)) {
      await runner.query(`CREATE INDEX "${name}" ON "applications" (${columns})`);
    }
    await runner.query(`ALTER TABLE "proceedings" ADD COLUMN "replyRow" text`);
    await runner.query(`
      UPDATE "proceedings" SET "replyRow" = application."resultRow"
      FROM "applications" AS application WHERE application."id" = "proceedings"."applicationId"`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
