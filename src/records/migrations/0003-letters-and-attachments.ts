import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LettersAndAttachments0000000000003 implements MigrationInterface {
  readonly name = 'LettersAndAttachments0000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await createLetters(runner);
    await runner.query(`
      CREATE TABLE "letter_series" (
        "officeId" uuid NOT NULL CONSTRAINT "letter_series_office_fkey" REFERENCES "offices" ("id"),
        "year" integer NOT NULL,
        "series" text NOT NULL,
        "last" integer NOT NULL,
        CONSTRAINT "letter_series_pkey" PRIMARY KEY ("officeId", "year", "series")
      )`);
    await runner.query(`
      CREATE TABLE "attachments" (
        "id" uuid NOT NULL CONSTRAINT "attachments_pkey" PRIMARY KEY,
        "applicationId" uuid NOT NULL CONSTRAINT "attachments_application_fkey" REFERENCES "applications" ("id"),
        "officeId" uuid NOT NULL CONSTRAINT "attachments_office_fkey" REFERENCES "offices" ("id"),
        "purpose" text NOT NULL,
        "fileHash" text NOT NULL,
        "name" text NOT NULL,
        "mime" text NOT NULL,
        "bytes" integer NOT NULL,
        "uploadedAt" timestamptz NOT NULL,
        "uploadedByName" text NOT NULL,
        "uploadedByAccountId" uuid
      )`);
    await runner.query(
      `CREATE INDEX "attachments_application" ON "attachments" ("applicationId", "uploadedAt")`,
    );
    await runner.query(`CREATE INDEX "attachments_file" ON "attachments" ("fileHash")`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}

async function createLetters(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "letters" (
      "id" uuid NOT NULL CONSTRAINT "letters_pkey" PRIMARY KEY,
      "applicationId" uuid NOT NULL CONSTRAINT "letters_application_fkey" REFERENCES "applications" ("id"),
      "officeId" uuid NOT NULL CONSTRAINT "letters_office_fkey" REFERENCES "offices" ("id"),
      "kind" text NOT NULL,
      "actSeq" integer NOT NULL,
      "status" text NOT NULL CONSTRAINT "letters_status_known" CHECK ("status" IN ('drafted', 'issued')),
      "number" text,
      "title" text NOT NULL,
      "blocks" jsonb,
      "facts" jsonb NOT NULL,
      "templateVersion" text,
      "draftedAt" timestamptz NOT NULL,
      "issuedOn" date,
      "pdfHash" text,
      "sm3" text
    )`);
  await runner.query(`CREATE INDEX "letters_application" ON "letters" ("applicationId", "actSeq")`);
  await runner.query(
    `CREATE UNIQUE INDEX "letters_number" ON "letters" ("officeId", "number") WHERE "number" IS NOT NULL`,
  );
  await runner.query(`CREATE INDEX "letters_status" ON "letters" ("officeId", "status")`);
  await runner.query(`
    CREATE TRIGGER "letters_issued_are_kept" BEFORE UPDATE OR DELETE ON "letters"
    FOR EACH ROW WHEN (OLD."status" = 'issued') EXECUTE FUNCTION refuse_change()`);
}
