import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 撤回未送达的文书: an issued letter may become a recalled one, once, with day, person and reason; its number, words
 * and file stay as they were issued.
 */
export class RecalledLetters0000000000030 implements MigrationInterface {
  readonly name = 'RecalledLetters0000000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "letters"
      ADD COLUMN "recalledOn" date,
      ADD COLUMN "recallReason" text,
      ADD COLUMN "recalledBy" text,
      DROP CONSTRAINT "letters_status_known",
      ADD CONSTRAINT "letters_status_known" CHECK ("status" IN ('drafted', 'issued', 'recalled'))`);
    await runner.query(`
      ALTER TABLE "letters"
      ADD CONSTRAINT "letters_recall_told" CHECK (
        ("status" = 'recalled') = ("recalledOn" IS NOT NULL)
        AND ("status" = 'recalled') = ("recallReason" IS NOT NULL)
        AND ("status" = 'recalled') = ("recalledBy" IS NOT NULL))`);
    await runner.query(`
      CREATE FUNCTION keep_issued_letters() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD."status" = 'issued' AND NEW."status" = 'recalled'
          AND to_jsonb(NEW) - '{status,recalledOn,recallReason,recalledBy}'::text[]
            = to_jsonb(OLD) - '{status,recalledOn,recallReason,recalledBy}'::text[] THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'Rows of % are only ever added.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`DROP TRIGGER "letters_issued_are_kept" ON "letters"`);
    await runner.query(`
      CREATE TRIGGER "letters_issued_are_kept" BEFORE UPDATE OR DELETE ON "letters"
      FOR EACH ROW WHEN (OLD."status" <> 'drafted') EXECUTE FUNCTION keep_issued_letters()`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
