import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnnualFilings0000000000021 implements MigrationInterface {
  readonly name = 'AnnualFilings0000000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "annual_filings" (
        "officeId" uuid NOT NULL CONSTRAINT "annual_filings_office_fkey" REFERENCES "offices" ("id"),
        "year" integer NOT NULL,
        "tableThree" jsonb NOT NULL,
        "tableFour" jsonb NOT NULL,
        "filedAt" timestamptz NOT NULL,
        "byName" text NOT NULL,
        "byAccountId" uuid NOT NULL,
        CONSTRAINT "annual_filings_pkey" PRIMARY KEY ("officeId", "year")
      )`);
    await runner.query(`
      CREATE TRIGGER "annual_filings_are_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "annual_filings"
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
