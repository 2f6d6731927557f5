import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was in hand on a past day is found by the day of its receipt; nothing reads this index any longer. */
export class OwedOnce0000000000052 implements MigrationInterface {
  readonly name = 'OwedOnce0000000000052';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "application_versions_owed"`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
