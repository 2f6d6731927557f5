import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Submissions0000000000013 implements MigrationInterface {
  readonly name = 'Submissions0000000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "submissions" (
        "id" uuid NOT NULL CONSTRAINT "submissions_pkey" PRIMARY KEY,
        "officeId" uuid NOT NULL CONSTRAINT "submissions_office_fkey" REFERENCES "offices" ("id"),
        "codeFingerprint" text NOT NULL,
        "payload" text NOT NULL,
        "fileHashes" text array NOT NULL,
        "arrivedAt" timestamptz NOT NULL,
        "state" text NOT NULL CONSTRAINT "submissions_state_known" CHECK ("state" IN
          ('pending', 'confirmed', 'declined', 'withdrawn')),
        "applicationId" uuid CONSTRAINT "submissions_application_fkey" REFERENCES "applications" ("id"),
        "settledAt" timestamptz,
        "settledByAccountId" uuid CONSTRAINT "submissions_account_fkey" REFERENCES "accounts" ("id"),
        "settledByName" text,
        "settledNote" text
      )`);
    await runner.query(`CREATE UNIQUE INDEX "submissions_code" ON "submissions" ("codeFingerprint")`);
    await runner.query(
      `CREATE INDEX "submissions_state" ON "submissions" ("officeId", "state", "arrivedAt")`,
    );
    await runner.query(`CREATE UNIQUE INDEX "submissions_application" ON "submissions" ("applicationId")`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
