import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ApplicationsAndActs0000000000002 implements MigrationInterface {
  readonly name = 'ApplicationsAndActs0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await createApplications(runner);
    await createSearch(runner);
    await createActs(runner);
    await createReadModels(runner);
    await runner.query(`
      CREATE TABLE "application_series" (
        "officeId" uuid NOT NULL CONSTRAINT "application_series_office_fkey" REFERENCES "offices" ("id"),
        "year" integer NOT NULL,
        "last" integer NOT NULL,
        CONSTRAINT "application_series_pkey" PRIMARY KEY ("officeId", "year")
      )`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}

async function createApplications(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "applications" (
      "id" uuid NOT NULL CONSTRAINT "applications_pkey" PRIMARY KEY,
      "officeId" uuid NOT NULL CONSTRAINT "applications_office_fkey" REFERENCES "offices" ("id"),
      "number" text NOT NULL,
      "applicantKind" text NOT NULL CONSTRAINT "applications_applicant_kind" CHECK ("applicantKind" IN
        ('naturalPerson', 'business', 'research', 'publicWelfare', 'legalService', 'otherOrganisation')),
      "applicantName" text NOT NULL,
      "idDocument" text,
      "idNumber" text,
      "idNumberFingerprint" text,
      "phone" text,
      "phoneFingerprint" text,
      "address" text,
      "postcode" text,
      "email" text,
      "contactName" text,
      "agentName" text,
      "agentPhone" text,
      "content" text NOT NULL,
      "wantedForm" text,
      "supplyWay" text,
      "handlerAccountId" uuid CONSTRAINT "applications_handler_fkey" REFERENCES "accounts" ("id"),
      "channel" text NOT NULL,
      "stage" text NOT NULL CONSTRAINT "applications_stage" CHECK ("stage" IN
        ('received', 'registered', 'handling', 'replied', 'reconsideration', 'litigation', 'closed')),
      "state" text NOT NULL,
      "outcome" text,
      "resultRow" text,
      "receivedOn" date NOT NULL,
      "concludedOn" date,
      "repliedOn" date,
      "nextDueOn" date,
      "nextDueKind" text,
      "provisional" boolean NOT NULL,
      "irregularityCount" integer NOT NULL,
      "chainHead" text NOT NULL,
      "version" integer NOT NULL,
      "createdAt" timestamptz NOT NULL
    )`);
  const indexes: Readonly<Record<string, string>> = {
    applications_due: `"officeId", "stage", "nextDueOn"`,
    applications_received: `"officeId", "receivedOn"`,
    applications_concluded: `"officeId", "concludedOn"`,
    applications_handler: `"officeId", "handlerAccountId"`,
    applications_id_number: `"officeId", "idNumberFingerprint"`,
    applications_phone: `"officeId", "phoneFingerprint"`,
  };
  await runner.query(`CREATE UNIQUE INDEX "applications_number" ON "applications" ("officeId", "number")`);
  for (const [name, columns] of Object.entries(indexes)) {
    await runner.query(`CREATE INDEX "${name}" ON "applications" (${columns})`);
  }
}

/** Any fragment finds: trigrams from three characters on, pairs of characters for two. */
async function createSearch(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
  await runner.query(`
    CREATE FUNCTION application_text(number text, applicant text, content text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN lower(number || ' ' || applicant || ' ' || content)`);
  await runner.query(`
    CREATE FUNCTION bigrams(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
      SELECT coalesce(array_to_tsvector(array_agg(DISTINCT pair)), '')
      FROM (
        SELECT this || lead(this) OVER (ORDER BY place) AS pair
        FROM unnest(string_to_array(said, NULL)) WITH ORDINALITY AS split (this, place)
      ) AS pairs
      WHERE pair IS NOT NULL
    $$`);
  const text = `application_text("number", "applicantName", "content")`;
  await runner.query(`CREATE INDEX "applications_bigrams" ON "applications" USING gin (bigrams(${text}))`);
  await runner.query(
    `CREATE INDEX "applications_fragments" ON "applications" USING gin (${text} gin_trgm_ops)`,
  );
}

async function createActs(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "acts" (
      "applicationId" uuid NOT NULL CONSTRAINT "acts_application_fkey" REFERENCES "applications" ("id"),
      "seq" integer NOT NULL,
      "officeId" uuid NOT NULL CONSTRAINT "acts_office_fkey" REFERENCES "offices" ("id"),
      "type" text NOT NULL,
      "on" date NOT NULL,
      "facts" jsonb NOT NULL,
      "source" text,
      "recordedAt" timestamptz NOT NULL,
      "byName" text NOT NULL,
      "byAccountId" uuid,
      "findings" jsonb NOT NULL,
      "previousHash" text NOT NULL,
      "hash" text NOT NULL,
      CONSTRAINT "acts_pkey" PRIMARY KEY ("applicationId", "seq")
    )`);
  await runner.query(`CREATE INDEX "acts_office_recorded" ON "acts" ("officeId", "recordedAt")`);
  await runner.query(`
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'Rows of % are only ever added.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END
    $$`);
  await runner.query(`
    CREATE TRIGGER "acts_are_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "acts"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
}

async function createReadModels(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "proceedings" (
      "applicationId" uuid NOT NULL CONSTRAINT "proceedings_application_fkey" REFERENCES "applications" ("id"),
      "number" text NOT NULL,
      "officeId" uuid NOT NULL CONSTRAINT "proceedings_office_fkey" REFERENCES "offices" ("id"),
      "kind" text NOT NULL,
      "route" text,
      "procedure" text,
      "state" text NOT NULL,
      "openedOn" date NOT NULL,
      "concludedOn" date,
      "result" text,
      "appealColumn" text,
      "organ" text,
      "answerDueOn" date,
      CONSTRAINT "proceedings_pkey" PRIMARY KEY ("applicationId", "number")
    )`);
  await runner.query(
    `CREATE INDEX "proceedings_office_kind" ON "proceedings" ("officeId", "kind", "openedOn")`,
  );
  await runner.query(`CREATE INDEX "proceedings_concluded" ON "proceedings" ("officeId", "concludedOn")`);
  await runner.query(`
    CREATE TABLE "wakes" (
      "applicationId" uuid NOT NULL CONSTRAINT "wakes_application_fkey" REFERENCES "applications" ("id"),
      "act" text NOT NULL,
      "matter" text NOT NULL,
      "officeId" uuid NOT NULL CONSTRAINT "wakes_office_fkey" REFERENCES "offices" ("id"),
      "on" date NOT NULL,
      CONSTRAINT "wakes_pkey" PRIMARY KEY ("applicationId", "act", "matter")
    )`);
  await runner.query(`CREATE INDEX "wakes_on" ON "wakes" ("on")`);
}
