import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published reports that are held against the figures of the record. */
export class PublishedReports0000000000045 implements MigrationInterface {
  readonly name = 'PublishedReports0000000000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "published_reports" (
        "keeperId" uuid NOT NULL CONSTRAINT "published_reports_keeper_fkey" REFERENCES "offices" ("id"),
        "officeId" uuid NOT NULL CONSTRAINT "published_reports_office_fkey" REFERENCES "offices" ("id"),
        "coverage" text NOT NULL,
        "year" integer NOT NULL,
        "report" jsonb NOT NULL,
        "fileName" text NOT NULL,
        "yearsNamed" integer array NOT NULL,
        "keptAt" timestamp with time zone NOT NULL,
        "keptByName" text NOT NULL,
        "keptByAccountId" uuid NOT NULL,
        CONSTRAINT "published_reports_pkey" PRIMARY KEY ("keeperId", "officeId", "coverage", "year"),
        CONSTRAINT "published_reports_coverage" CHECK ("coverage" IN ('own', 'withSubordinates'))
      )`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
