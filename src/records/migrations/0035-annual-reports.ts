import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports are written in `annual_reports`; the indexes find fees of a year and corrections of filed ones. */
export class AnnualReports0000000000035 implements MigrationInterface {
  readonly name = 'AnnualReports0000000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "annual_reports" (
        "officeId" uuid NOT NULL CONSTRAINT "annual_reports_office_fkey" REFERENCES "offices" ("id"),
        "year" integer NOT NULL,
        "coverage" text NOT NULL
          CONSTRAINT "annual_reports_coverage" CHECK ("coverage" IN ('own', 'withSubordinates')),
        "texts" jsonb NOT NULL,
        "tableTwo" jsonb NOT NULL,
        "savedAt" timestamptz NOT NULL,
        "savedByName" text NOT NULL,
        "savedByAccountId" uuid NOT NULL,
        "submittedAt" timestamptz,
        "submittedByName" text,
        "submittedByAccountId" uuid,
        "submitted" jsonb,
        "publishedOn" date,
        "publishedWhere" text,
        "version" integer NOT NULL,
        CONSTRAINT "annual_reports_pkey" PRIMARY KEY ("officeId", "year", "coverage"),
        CONSTRAINT "annual_reports_submitted" CHECK (("submittedAt" IS NULL) = ("submitted" IS NULL)),
        CONSTRAINT "annual_reports_published" CHECK ("publishedOn" IS NULL OR "submittedAt" IS NOT NULL)
      )`);
    await runner.query(`
      CREATE FUNCTION keep_submitted_report() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD."submittedAt" IS NOT NULL AND (TG_OP = 'DELETE'
          OR ROW (NEW."officeId", NEW."year", NEW."coverage", NEW."texts", NEW."tableTwo", NEW."submitted", NEW."submittedAt")
          IS DISTINCT FROM
          ROW (OLD."officeId", OLD."year", OLD."coverage", OLD."texts", OLD."tableTwo", OLD."submitted", OLD."submittedAt"))
        THEN RAISE EXCEPTION 'a submitted annual report is kept as it is';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    await runner.query(`
      CREATE TRIGGER "annual_reports_are_kept" BEFORE UPDATE OR DELETE ON "annual_reports"
      FOR EACH ROW EXECUTE FUNCTION keep_submitted_report()`);
    await runner.query(`
      CREATE INDEX "acts_fees" ON "acts" ("officeId", "on") WHERE "type" IN ('fee.noticed', 'fee.paid')`);
    await runner.query(`
      CREATE INDEX "acts_recorded_late" ON "acts" ("officeId", "recordedAt")
      WHERE "type" = 'act.corrected'
        OR extract(year FROM "on") < extract(year FROM "recordedAt" AT TIME ZONE 'Asia/Shanghai')`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
