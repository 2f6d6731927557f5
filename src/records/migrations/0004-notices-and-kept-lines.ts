import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoticesAndKeptLines0000000000004 implements MigrationInterface {
  readonly name = 'NoticesAndKeptLines0000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "holiday_notices" (
        "id" uuid NOT NULL CONSTRAINT "holiday_notices_pkey" PRIMARY KEY,
        "year" integer NOT NULL,
        "source" text NOT NULL,
        "days" jsonb NOT NULL,
        "confirmedAt" timestamptz NOT NULL,
        "confirmedByName" text NOT NULL,
        "confirmedByAccountId" uuid
      )`);
    await runner.query(`CREATE INDEX "holiday_notices_confirmed" ON "holiday_notices" ("confirmedAt")`);
    await createParticularsSeen(runner);
    await runner.query(`
      CREATE TABLE "kept_forms" (
        "accountId" uuid NOT NULL CONSTRAINT "kept_forms_account_fkey" REFERENCES "accounts" ("id"),
        "form" text NOT NULL,
        "officeId" uuid NOT NULL CONSTRAINT "kept_forms_office_fkey" REFERENCES "offices" ("id"),
        "fields" text NOT NULL,
        "keptAt" timestamptz NOT NULL,
        CONSTRAINT "kept_forms_pkey" PRIMARY KEY ("accountId", "form")
      )`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}

async function createParticularsSeen(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "particulars_seen" (
      "id" uuid NOT NULL CONSTRAINT "particulars_seen_pkey" PRIMARY KEY,
      "officeId" uuid NOT NULL CONSTRAINT "particulars_seen_office_fkey" REFERENCES "offices" ("id"),
      "applicationId" uuid NOT NULL
        CONSTRAINT "particulars_seen_application_fkey" REFERENCES "applications" ("id"),
      "accountId" uuid NOT NULL,
      "accountName" text NOT NULL,
      "what" text NOT NULL,
      "at" timestamptz NOT NULL
    )`);
  await runner.query(
    `CREATE INDEX "particulars_seen_application" ON "particulars_seen" ("applicationId", "at")`,
  );
  await runner.query(`CREATE INDEX "particulars_seen_office" ON "particulars_seen" ("officeId", "at")`);
  await runner.query(`
    CREATE TRIGGER "particulars_seen_are_kept" BEFORE UPDATE OR DELETE OR TRUNCATE
    ON "particulars_seen" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
}
