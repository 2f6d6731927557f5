import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of work ask for what is neither closed nor at rest: few of all the cases that the years bring together. */
export class OpenCases0000000000016 implements MigrationInterface {
  readonly name = 'OpenCases0000000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX "applications_open" ON "applications" ("officeId", "nextDueOn")
      WHERE "stage" <> 'closed' AND "state" <> 'replied.served|none'`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
