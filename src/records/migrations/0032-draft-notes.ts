import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 核稿: comments on a draft of the reply, and the finished text that came back from Word. */
export class DraftNotes0000000000032 implements MigrationInterface {
  readonly name = 'DraftNotes0000000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "draft_notes" (
        "id" uuid NOT NULL CONSTRAINT "draft_notes_pkey" PRIMARY KEY,
        "applicationId" uuid NOT NULL CONSTRAINT "draft_notes_application_fkey" REFERENCES "applications" ("id"),
        "officeId" uuid NOT NULL CONSTRAINT "draft_notes_office_fkey" REFERENCES "offices" ("id"),
        "draftSeq" integer NOT NULL,
        "sort" text NOT NULL CONSTRAINT "draft_notes_sort_known" CHECK ("sort" IN ('comment', 'finished')),
        "text" text NOT NULL,
        "blocks" jsonb,
        "fileHash" text,
        "recordedAt" timestamptz NOT NULL,
        "byAccountId" uuid,
        "byName" text NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX "draft_notes_draft" ON "draft_notes" ("applicationId", "draftSeq", "recordedAt")`,
    );
    await runner.query(`
      CREATE TRIGGER "draft_notes_are_kept" BEFORE UPDATE OR DELETE ON "draft_notes"
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
