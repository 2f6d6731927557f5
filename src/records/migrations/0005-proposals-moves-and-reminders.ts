import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProposalsMovesAndReminders0000000000005 implements MigrationInterface {
  readonly name = 'ProposalsMovesAndReminders0000000000005';

  async up(runner: QueryRunner): Promise<void> {
    await createProposals(runner);
    await createMoves(runner);
    await createReminders(runner);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}

async function createProposals(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "notice_proposals" (
      "id" uuid NOT NULL CONSTRAINT "notice_proposals_pkey" PRIMARY KEY,
      "year" integer NOT NULL,
      "source" text NOT NULL,
      "days" jsonb NOT NULL,
      "leftOut" text[] NOT NULL,
      "loadedAt" timestamptz NOT NULL,
      "loadedByName" text NOT NULL,
      "loadedByAccountId" uuid NOT NULL
        CONSTRAINT "notice_proposals_loader_fkey" REFERENCES "accounts" ("id"),
      "settledAt" timestamptz,
      "settledAs" text CONSTRAINT "notice_proposals_outcome" CHECK ("settledAs" IN ('confirmed', 'withdrawn')),
      "settledByName" text
    )`);
  await runner.query(`CREATE INDEX "notice_proposals_settled" ON "notice_proposals" ("settledAt")`);
}

async function createMoves(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "due_date_moves" (
      "noticeId" uuid NOT NULL CONSTRAINT "due_date_moves_notice_fkey" REFERENCES "holiday_notices" ("id"),
      "applicationId" uuid NOT NULL
        CONSTRAINT "due_date_moves_application_fkey" REFERENCES "applications" ("id"),
      "kind" text NOT NULL CONSTRAINT "due_date_moves_kind" CHECK ("kind" IN ('period', 'wake')),
      "subject" text NOT NULL,
      "officeId" uuid NOT NULL CONSTRAINT "due_date_moves_office_fkey" REFERENCES "offices" ("id"),
      "name" text NOT NULL,
      "from" date NOT NULL,
      "to" date NOT NULL,
      "at" timestamptz NOT NULL,
      "byName" text NOT NULL,
      CONSTRAINT "due_date_moves_pkey" PRIMARY KEY ("noticeId", "applicationId", "kind", "subject")
    )`);
  await runner.query(`CREATE INDEX "due_date_moves_application" ON "due_date_moves" ("applicationId", "at")`);
  await runner.query(`
    CREATE TRIGGER "due_date_moves_are_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "due_date_moves"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
}

async function createReminders(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "reminders" (
      "id" uuid NOT NULL CONSTRAINT "reminders_pkey" PRIMARY KEY,
      "officeId" uuid NOT NULL CONSTRAINT "reminders_office_fkey" REFERENCES "offices" ("id"),
      "applicationId" uuid NOT NULL CONSTRAINT "reminders_application_fkey" REFERENCES "applications" ("id"),
      "period" text NOT NULL,
      "periodName" text NOT NULL,
      "dueOn" date NOT NULL,
      "provisional" boolean NOT NULL,
      "distance" integer NOT NULL,
      "loud" boolean NOT NULL,
      "accountId" uuid NOT NULL CONSTRAINT "reminders_account_fkey" REFERENCES "accounts" ("id"),
      "createdAt" timestamptz NOT NULL,
      "readAt" timestamptz,
      "settledAt" timestamptz,
      "mail" text NOT NULL CONSTRAINT "reminders_mail_state" CHECK ("mail" IN ('none', 'due', 'sent', 'dropped'))
    )`);
  await runner.query(
    `CREATE UNIQUE INDEX "reminders_once" ON "reminders"
     ("applicationId", "period", "dueOn", "distance", "accountId")`,
  );
  await runner.query(`CREATE INDEX "reminders_inbox" ON "reminders" ("accountId", "settledAt", "readAt")`);
  await runner.query(`CREATE INDEX "reminders_mail" ON "reminders" ("mail", "accountId")`);
  await runner.query(`
    CREATE TABLE "reminder_settings" (
      "accountId" uuid NOT NULL CONSTRAINT "reminder_settings_pkey" PRIMARY KEY
        CONSTRAINT "reminder_settings_account_fkey" REFERENCES "accounts" ("id"),
      "email" text,
      "feedToken" text,
      "feedFingerprint" text,
      "feedMadeAt" timestamptz
    )`);
  await runner.query(
    `CREATE UNIQUE INDEX "reminder_settings_feed" ON "reminder_settings" ("feedFingerprint")`,
  );
}
