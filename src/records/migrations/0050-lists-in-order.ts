import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every order of the ledger and of the pending proceedings by an index, so that no page sorts what it does not show. */
export class ListsInOrder0000000000050 implements MigrationInterface {
  readonly name = 'ListsInOrder0000000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "applications_received"`);
    await runner.query(
      `CREATE INDEX "applications_received" ON "applications" ("officeId", "receivedOn", "number")`,
    );
    await runner.query(`DROP INDEX "applications_concluded"`);
    await runner.query(
      `CREATE INDEX "applications_concluded" ON "applications" ("officeId", "concludedOn" DESC NULLS LAST, "number" DESC)`,
    );
    await runner.query(
      `CREATE INDEX "applications_results" ON "applications"
       ("officeId", "resultRow", "concludedOn" DESC NULLS LAST, "number" DESC)`,
    );
    await runner.query(
      `CREATE INDEX "applications_next_due" ON "applications" ("officeId", "nextDueOn", "number")`,
    );
    await runner.query(
      `CREATE INDEX "proceeding_versions_pending" ON "proceeding_versions"
       ("officeId", "openedOn", "applicationId", "number") WHERE "concludedOn" IS NULL AND "knownUntil" IS NULL`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
