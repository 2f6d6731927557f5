import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 文书措辞 in versions; each issued letter remembers the one it was filled into. */
export class LetterWordings0000000000029 implements MigrationInterface {
  readonly name = 'LetterWordings0000000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "letter_wordings" (
        "id" uuid NOT NULL CONSTRAINT "letter_wordings_pkey" PRIMARY KEY,
        "officeId" uuid NOT NULL CONSTRAINT "letter_wordings_office_fkey" REFERENCES "offices" ("id"),
        "kind" text NOT NULL,
        "version" integer NOT NULL,
        "effectiveFrom" date NOT NULL,
        "text" text,
        "note" text NOT NULL,
        "recordedAt" timestamptz NOT NULL,
        "byAccountId" uuid,
        "byName" text NOT NULL
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX "letter_wordings_version" ON "letter_wordings" ("officeId", "kind", "version")`,
    );
    await runner.query(`
      CREATE TRIGGER "letter_wordings_are_kept" BEFORE UPDATE OR DELETE ON "letter_wordings"
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await runner.query(`
      ALTER TABLE "letters"
      ADD COLUMN "wordingId" uuid CONSTRAINT "letters_wording_fkey" REFERENCES "letter_wordings" ("id")`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
