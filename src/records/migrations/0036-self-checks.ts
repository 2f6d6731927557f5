import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SelfChecks0000000000036 implements MigrationInterface {
  readonly name = 'SelfChecks0000000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "self_checks" (
        "id" uuid NOT NULL CONSTRAINT "self_checks_pkey" PRIMARY KEY,
        "officeId" uuid NOT NULL CONSTRAINT "self_checks_office_fkey" REFERENCES "offices" ("id"),
        "year" integer NOT NULL,
        "quarter" integer CONSTRAINT "self_checks_quarter_known" CHECK ("quarter" BETWEEN 1 AND 4),
        "from" date NOT NULL,
        "through" date NOT NULL,
        "rule" text NOT NULL,
        "seed" text NOT NULL,
        "population" integer NOT NULL,
        "drawnAt" timestamptz NOT NULL,
        "drawnByName" text NOT NULL,
        "drawnByAccountId" uuid NOT NULL,
        "problems" text NOT NULL DEFAULT '',
        "measures" text NOT NULL DEFAULT '',
        "submittedAt" timestamptz,
        "submittedByName" text,
        "receivedAt" timestamptz,
        "receivedByName" text,
        "version" integer NOT NULL,
        CONSTRAINT "self_checks_received" CHECK ("receivedAt" IS NULL OR "submittedAt" IS NOT NULL)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX "self_checks_quarter" ON "self_checks" ("officeId", "year", "quarter")`,
    );
    await runner.query(`
      CREATE TABLE "self_check_files" (
        "selfCheckId" uuid NOT NULL CONSTRAINT "self_check_files_check_fkey" REFERENCES "self_checks" ("id"),
        "applicationId" uuid NOT NULL
          CONSTRAINT "self_check_files_application_fkey" REFERENCES "applications" ("id"),
        "place" integer NOT NULL,
        "found" jsonb NOT NULL,
        "answers" jsonb NOT NULL DEFAULT '{}',
        "dismissed" text array NOT NULL DEFAULT '{}',
        "result" text,
        "note" text NOT NULL DEFAULT '',
        "reviewedAt" timestamptz,
        "reviewedByName" text,
        CONSTRAINT "self_check_files_pkey" PRIMARY KEY ("selfCheckId", "applicationId")
      )`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
