import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Publications0000000000023 implements MigrationInterface {
  readonly name = 'Publications0000000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "publications" (
        "id" uuid NOT NULL CONSTRAINT "publications_pkey" PRIMARY KEY,
        "officeId" uuid NOT NULL CONSTRAINT "publications_office_fkey" REFERENCES "offices" ("id"),
        "applicationId" uuid NOT NULL
          CONSTRAINT "publications_application_fkey" REFERENCES "applications" ("id"),
        "title" text NOT NULL,
        "reason" text NOT NULL,
        "state" text NOT NULL CONSTRAINT "publications_state_known" CHECK ("state" IN
          ('suggested', 'included', 'published', 'declined')),
        "suggestedOn" date NOT NULL,
        "suggestedByName" text NOT NULL,
        "decidedOn" date,
        "decidedByName" text,
        "decision" text,
        "dueOn" date,
        "publishedOn" date,
        "address" text
      )`);
    await runner.query(`CREATE INDEX "publications_state" ON "publications" ("officeId", "state", "dueOn")`);
    await runner.query(`CREATE UNIQUE INDEX "publications_application" ON "publications" ("applicationId")`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
