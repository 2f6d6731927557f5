import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 发出前检查: what was found in files before they leave, and why they may leave nevertheless. */
export class AttachmentFindings0000000000031 implements MigrationInterface {
  readonly name = 'AttachmentFindings0000000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "attachments" ADD COLUMN "inspectedAt" timestamptz`);
    await runner.query(`
      CREATE TABLE "attachment_findings" (
        "id" uuid NOT NULL CONSTRAINT "attachment_findings_pkey" PRIMARY KEY,
        "attachmentId" uuid NOT NULL
          CONSTRAINT "attachment_findings_attachment_fkey" REFERENCES "attachments" ("id"),
        "applicationId" uuid NOT NULL
          CONSTRAINT "attachment_findings_application_fkey" REFERENCES "applications" ("id"),
        "officeId" uuid NOT NULL CONSTRAINT "attachment_findings_office_fkey" REFERENCES "offices" ("id"),
        "sort" text NOT NULL,
        "place" text NOT NULL,
        "detail" text NOT NULL,
        "foundAt" timestamptz NOT NULL,
        "clearedAt" timestamptz,
        "clearedByAccountId" uuid,
        "clearedByName" text,
        "clearedWhy" text,
        CONSTRAINT "attachment_findings_cleared" CHECK (
          ("clearedAt" IS NULL) = ("clearedWhy" IS NULL)
          AND ("clearedAt" IS NULL) = ("clearedByName" IS NULL))
      )`);
    await runner.query(
      `CREATE INDEX "attachment_findings_attachment" ON "attachment_findings" ("attachmentId")`,
    );
    await runner.query(`
      CREATE FUNCTION keep_findings() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD."clearedAt" IS NULL AND NEW."clearedAt" IS NOT NULL
          AND to_jsonb(NEW) - '{clearedAt,clearedByAccountId,clearedByName,clearedWhy}'::text[]
            = to_jsonb(OLD) - '{clearedAt,clearedByAccountId,clearedByName,clearedWhy}'::text[] THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'Rows of % are only ever added.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER "attachment_findings_are_kept" BEFORE UPDATE OR DELETE ON "attachment_findings"
      FOR EACH ROW EXECUTE FUNCTION keep_findings()`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
