import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Joint applicants and agents, letters that wait to be confirmed, and requests that are alike. */
export class FrontDoor0000000000022 implements MigrationInterface {
  readonly name = 'FrontDoor0000000000022';

  async up(runner: QueryRunner): Promise<void> {
    await addApplicants(runner);
    await addWaiting(runner);
    await addLikeness(runner);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}

async function addApplicants(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE "applications"
      ADD COLUMN "jointNames" text array NOT NULL DEFAULT '{}',
      ADD COLUMN "jointFingerprints" text array NOT NULL DEFAULT '{}',
      ADD COLUMN "jointParticulars" text,
      ADD COLUMN "agentPapers" text array NOT NULL DEFAULT '{}',
      ADD COLUMN "serviceTo" text`);
}

async function addWaiting(runner: QueryRunner): Promise<void> {
  await runner.query(`ALTER TABLE "submissions" ADD COLUMN "channel" text NOT NULL DEFAULT 'internet'`);
  await runner.query(`ALTER TABLE "submissions" ALTER COLUMN "channel" DROP DEFAULT`);
  await runner.query(`ALTER TABLE "submissions" ALTER COLUMN "codeFingerprint" DROP NOT NULL`);
  await runner.query(`
    CREATE TABLE "contact_attempts" (
      "id" uuid NOT NULL CONSTRAINT "contact_attempts_pkey" PRIMARY KEY,
      "submissionId" uuid NOT NULL
        CONSTRAINT "contact_attempts_submission_fkey" REFERENCES "submissions" ("id"),
      "triedOn" date NOT NULL,
      "note" text NOT NULL,
      "recordedAt" timestamptz NOT NULL,
      "byName" text NOT NULL,
      "byAccountId" uuid NOT NULL CONSTRAINT "contact_attempts_account_fkey" REFERENCES "accounts" ("id")
    )`);
  await runner.query(
    `CREATE INDEX "contact_attempts_submission" ON "contact_attempts" ("submissionId", "triedOn")`,
  );
  await runner.query(`
    CREATE TRIGGER "contact_attempts_are_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "contact_attempts"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  await runner.query(`ALTER TABLE "reminders" ALTER COLUMN "applicationId" DROP NOT NULL`);
  await runner.query(`
    ALTER TABLE "reminders" ADD COLUMN "submissionId" uuid
      CONSTRAINT "reminders_submission_fkey" REFERENCES "submissions" ("id")`);
  await runner.query(
    `CREATE UNIQUE INDEX "reminders_once_submitted" ON "reminders" ("submissionId", "distance", "accountId")`,
  );
}

/** What is left of a request when politeness, signs and blanks are taken away: two wordings of one wish come near. */
async function addLikeness(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION request_core(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(
      regexp_replace(lower(normalize(left(said, 2000), NFKC)), '[[:space:][:punct:]，。、；：？！“”‘’（）《》〈〉【】〔〕—…·]+', '', 'g'),
      '(本人|我单位|我们|我)?(现|特|依法)*(请求|申请|要求|希望|请)?(贵机关|贵单位|贵局|贵办|你单位|你局)?(依法)?(公开|提供|获取)|政府信息|有关|相关|关于|的', '', 'g')`);
  await runner.query(
    `CREATE INDEX "applications_core" ON "applications" USING gin (request_core("content") gin_trgm_ops)`,
  );
  await runner.query(
    `CREATE INDEX "applications_applicant" ON "applications" ("officeId", "applicantName", "receivedOn")`,
  );
  await runner.query(
    `CREATE INDEX "applications_joint" ON "applications" ("officeId") WHERE "jointNames" <> '{}'`,
  );
}
