import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes: Readonly<Record<string, string>> = {
  application_versions_received: `"application_versions" ("officeId", "receivedOn", "applicationId")`,
  application_versions_concluded: `"application_versions" ("officeId", "resultRow", "concludedOn", "applicationId")`,
  application_versions_replied: `"application_versions" ("officeId", "timing", "replyEndedOn", "applicationId")`,
  application_versions_taken: `"application_versions" ("officeId", "workdaysTaken", "replyEndedOn", "applicationId")`,
  application_versions_owed: `"application_versions" ("officeId", "replyDueOn", "applicationId") WHERE "replyEndedOn" IS NULL`,
  application_versions_signs: `"application_versions" ("officeId", "concludedOn", "applicationId") WHERE "signs" <> '{}'`,
  proceeding_versions_opened: `"proceeding_versions" ("officeId", "openedOn", "applicationId", "number")`,
  proceeding_versions_concluded: `"proceeding_versions" ("officeId", "appealColumn", "concludedOn", "applicationId", "number")`,
};

/** What was known of each case on each day. The program fills it by replay for cases that it finds without. */
export class CountedVersions0000000000038 implements MigrationInterface {
  readonly name = 'CountedVersions0000000000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "application_versions" (
        "applicationId" uuid NOT NULL CONSTRAINT "application_versions_application_fkey" REFERENCES "applications" ("id"),
        "knownFrom" date NOT NULL,
        "knownUntil" date,
        "officeId" uuid NOT NULL CONSTRAINT "application_versions_office_fkey" REFERENCES "offices" ("id"),
        "applicantKind" text NOT NULL,
        "receivedOn" date NOT NULL,
        "concludedOn" date,
        "resultRow" text,
        "replyDueOn" date,
        "replyEndedOn" date,
        "replySpared" boolean NOT NULL,
        "timing" text,
        "workdaysTaken" integer,
        "signs" text array NOT NULL,
        "handlerAccountId" uuid,
        CONSTRAINT "application_versions_pkey" PRIMARY KEY ("applicationId", "knownFrom")
      )`);
    await runner.query(`
      CREATE TABLE "proceeding_versions" (
        "applicationId" uuid NOT NULL CONSTRAINT "proceeding_versions_application_fkey" REFERENCES "applications" ("id"),
        "number" text NOT NULL,
        "knownFrom" date NOT NULL,
        "knownUntil" date,
        "officeId" uuid NOT NULL CONSTRAINT "proceeding_versions_office_fkey" REFERENCES "offices" ("id"),
        "kind" text NOT NULL,
        "route" text,
        "state" text NOT NULL,
        "openedOn" date NOT NULL,
        "concludedOn" date,
        "appealColumn" text,
        "result" text,
        "organ" text,
        "replyRow" text,
        "counted" boolean NOT NULL,
        CONSTRAINT "proceeding_versions_pkey" PRIMARY KEY ("applicationId", "number", "knownFrom")
      )`);
    for (const [name, on] of Object.entries(indexes)) {
      await runner.query(`CREATE INDEX "${name}" ON ${on}`);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
