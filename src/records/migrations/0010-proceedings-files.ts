import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProceedingsFiles0000000000010 implements MigrationInterface {
  readonly name = 'ProceedingsFiles0000000000010';

  async up(runner: QueryRunner): Promise<void> {
    await createNotes(runner);
    await createSeals(runner);
    await createPapers(runner);
    await createBundles(runner);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}

/** The keys that every table here has. */
const keys = (table: string): string => `
  "applicationId" uuid NOT NULL CONSTRAINT "${table}_application_fkey" REFERENCES "applications" ("id"),
  "officeId" uuid NOT NULL CONSTRAINT "${table}_office_fkey" REFERENCES "offices" ("id"),
  "number" text NOT NULL`;

const onlyAdded = (table: string): string => `
  CREATE TRIGGER "${table}_are_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "${table}"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`;

async function createNotes(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "proceeding_notes" (
      "id" uuid NOT NULL CONSTRAINT "proceeding_notes_pkey" PRIMARY KEY,
      ${keys('proceeding_notes')},
      "entry" uuid NOT NULL,
      "kind" text NOT NULL,
      "facts" jsonb NOT NULL,
      "struck" boolean NOT NULL,
      "recordedAt" timestamptz NOT NULL,
      "byName" text NOT NULL,
      "byAccountId" uuid
    )`);
  await runner.query(
    `CREATE INDEX "proceeding_notes_proceeding" ON "proceeding_notes" ("applicationId", "number", "recordedAt")`,
  );
  await runner.query(`CREATE INDEX "proceeding_notes_office" ON "proceeding_notes" ("officeId", "kind")`);
  await runner.query(onlyAdded('proceeding_notes'));
}

async function createSeals(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "file_seals" (
      ${keys('file_seals')},
      "actSeq" integer NOT NULL,
      "sealedAt" timestamptz NOT NULL,
      "chainHead" text NOT NULL,
      "contents" jsonb NOT NULL,
      "digest" text NOT NULL,
      CONSTRAINT "file_seals_pkey" PRIMARY KEY ("applicationId", "actSeq")
    )`);
  await runner.query(`CREATE INDEX "file_seals_proceeding" ON "file_seals" ("applicationId", "number")`);
  await runner.query(onlyAdded('file_seals'));
}

async function createPapers(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "proceeding_papers" (
      ${keys('proceeding_papers')},
      "kind" text NOT NULL,
      "version" integer NOT NULL,
      "body" text NOT NULL,
      "final" boolean NOT NULL,
      "savedAt" timestamptz NOT NULL,
      "byName" text NOT NULL,
      "byAccountId" uuid,
      CONSTRAINT "proceeding_papers_pkey" PRIMARY KEY ("applicationId", "number", "kind", "version")
    )`);
  await runner.query(onlyAdded('proceeding_papers'));
}

async function createBundles(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "evidence_bundles" (
      "id" uuid NOT NULL CONSTRAINT "evidence_bundles_pkey" PRIMARY KEY,
      ${keys('evidence_bundles')},
      "status" text NOT NULL,
      "done" integer NOT NULL,
      "total" integer NOT NULL,
      "requestedAt" timestamptz NOT NULL,
      "requestedByName" text NOT NULL,
      "beatAt" timestamptz NOT NULL,
      "fault" text,
      "pages" integer,
      "pdfHash" text,
      "docxHash" text,
      "papers" jsonb
    )`);
  await runner.query(
    `CREATE INDEX "evidence_bundles_proceeding" ON "evidence_bundles" ("applicationId", "number", "requestedAt")`,
  );
  await runner.query(`CREATE INDEX "evidence_bundles_pdf" ON "evidence_bundles" ("pdfHash")`);
}
