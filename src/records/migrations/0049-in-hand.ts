import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is in hand now, without what was in hand once: every case has been, and each is kept as it was known then, so the
 * index of all versions that owe a reply grows with the years.
 */
export class InHand0000000000049 implements MigrationInterface {
  readonly name = 'InHand0000000000049';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX "application_versions_in_hand" ON "application_versions" ("officeId", "replyDueOn", "applicationId")
      WHERE "replyEndedOn" IS NULL AND "knownUntil" IS NULL`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
