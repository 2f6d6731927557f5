import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 公开目录 with the period of each line (条例第二十六条). */
export class Catalogue0000000000042 implements MigrationInterface {
  readonly name = 'Catalogue0000000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "catalogue_entries" (
        "id" uuid NOT NULL CONSTRAINT "catalogue_entries_pkey" PRIMARY KEY,
        "officeId" uuid NOT NULL CONSTRAINT "catalogue_entries_office_fkey" REFERENCES "offices" ("id"),
        "title" text NOT NULL,
        "number" text NOT NULL,
        "basis" text NOT NULL
          CONSTRAINT "catalogue_entries_basis" CHECK ("basis" IN ('made', 'changed', 'included')),
        "basisOn" date NOT NULL,
        "publishedOn" date,
        "address" text,
        "supersedes" uuid
          CONSTRAINT "catalogue_entries_supersedes_fkey" REFERENCES "catalogue_entries" ("id"),
        "publicationId" uuid
          CONSTRAINT "catalogue_entries_publication_fkey" REFERENCES "publications" ("id"),
        "addedByName" text NOT NULL,
        "addedAt" timestamptz NOT NULL,
        CONSTRAINT "catalogue_entries_place" CHECK (("publishedOn" IS NULL) = ("address" IS NULL))
      )`);
    await runner.query(`
      CREATE INDEX "catalogue_entries_office" ON "catalogue_entries" ("officeId", "publishedOn", "basisOn")`);
    await runner.query(
      `CREATE UNIQUE INDEX "catalogue_entries_supersedes" ON "catalogue_entries" ("supersedes")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "catalogue_entries_publication" ON "catalogue_entries" ("publicationId")`,
    );
    await addSearch(runner);
    // What was taken up before there was a catalogue stands in it from now on.
    await runner.query(`
      INSERT INTO "catalogue_entries" ("id", "officeId", "title", "number", "basis", "basisOn", "publishedOn",
        "address", "publicationId", "addedByName", "addedAt")
      SELECT gen_random_uuid(), "officeId", "title", '', 'included', "decidedOn", "publishedOn", "address", "id",
        "decidedByName", now()
      FROM "publications" WHERE "state" IN ('included', 'published')`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}

async function addSearch(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION catalogue_text(title text, number text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN lower(title || ' ' || number)`);
  await runner.query(`
    CREATE INDEX "catalogue_entries_bigrams" ON "catalogue_entries"
    USING gin (bigrams(catalogue_text("title", "number")))`);
  await runner.query(`
    CREATE INDEX "catalogue_entries_fragments" ON "catalogue_entries"
    USING gin (catalogue_text("title", "number") gin_trgm_ops)`);
}
