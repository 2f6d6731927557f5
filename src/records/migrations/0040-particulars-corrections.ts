import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 更正申请人信息: what was written before and since, sealed beside the act. */
export class ParticularsCorrections0000000000040 implements MigrationInterface {
  readonly name = 'ParticularsCorrections0000000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "particulars_corrections" (
        "applicationId" uuid NOT NULL
          CONSTRAINT "particulars_corrections_application_fkey" REFERENCES "applications" ("id"),
        "actSeq" integer NOT NULL,
        "officeId" uuid NOT NULL
          CONSTRAINT "particulars_corrections_office_fkey" REFERENCES "offices" ("id"),
        "contents" text NOT NULL,
        CONSTRAINT "particulars_corrections_pkey" PRIMARY KEY ("applicationId", "actSeq")
      )`);
    await runner.query(`
      CREATE TRIGGER "particulars_corrections_are_kept" BEFORE UPDATE OR DELETE OR TRUNCATE
      ON "particulars_corrections" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    // A corrected kind of applicant moves a case of a filed year too.
    await runner.query(`DROP INDEX "acts_recorded_late"`);
    await runner.query(`
      CREATE INDEX "acts_recorded_late" ON "acts" ("officeId", "recordedAt")
      WHERE "type" IN ('act.corrected', 'particulars.corrected')
        OR extract(year FROM "on") < extract(year FROM "recordedAt" AT TIME ZONE 'Asia/Shanghai')`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
