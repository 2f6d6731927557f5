import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OfficesAndAccounts0000000000001 implements MigrationInterface {
  readonly name = 'OfficesAndAccounts0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "offices" (
        "id" uuid NOT NULL CONSTRAINT "offices_pkey" PRIMARY KEY,
        "code" text NOT NULL,
        "name" text NOT NULL,
        "shortName" text NOT NULL,
        "kind" text NOT NULL,
        "parentId" uuid CONSTRAINT "offices_parent_fkey" REFERENCES "offices" ("id"),
        "government" text NOT NULL DEFAULT '',
        "address" text NOT NULL DEFAULT '',
        "phone" text NOT NULL DEFAULT '',
        "postcode" text NOT NULL DEFAULT '',
        "disclosureBody" text NOT NULL DEFAULT '',
        "letterMark" text NOT NULL DEFAULT '',
        "settings" jsonb NOT NULL DEFAULT '{}',
        "version" integer NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX "offices_code" ON "offices" ("code")`);
    await runner.query(`CREATE INDEX "offices_parent" ON "offices" ("parentId")`);
    await runner.query(`
      CREATE TABLE "accounts" (
        "id" uuid NOT NULL CONSTRAINT "accounts_pkey" PRIMARY KEY,
        "loginName" text NOT NULL,
        "name" text NOT NULL,
        "officeId" uuid NOT NULL CONSTRAINT "accounts_office_fkey" REFERENCES "offices" ("id"),
        "roles" text[] NOT NULL,
        "passwordHash" text NOT NULL,
        "mustChangePassword" boolean NOT NULL DEFAULT false,
        "active" boolean NOT NULL DEFAULT true,
        "signInEpoch" integer NOT NULL DEFAULT 1,
        "createdAt" timestamptz NOT NULL,
        "lastSignedInAt" timestamptz,
        "version" integer NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX "accounts_login_name" ON "accounts" ("loginName")`);
    await runner.query(`CREATE INDEX "accounts_office" ON "accounts" ("officeId")`);
    await runner.query(`
      CREATE TABLE "account_sessions" (
        "sid" varchar NOT NULL CONSTRAINT "account_sessions_pkey" PRIMARY KEY,
        "sess" json NOT NULL,
        "expire" timestamp(6) NOT NULL
      )`);
    await runner.query(`CREATE INDEX "account_sessions_expire" ON "account_sessions" ("expire")`);
    await runner.query(`
      CREATE TABLE "sign_in_failures" (
        "fingerprint" text NOT NULL CONSTRAINT "sign_in_failures_pkey" PRIMARY KEY,
        "failures" integer NOT NULL,
        "lastFailedAt" timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE "administration_lines" (
        "id" uuid NOT NULL CONSTRAINT "administration_lines_pkey" PRIMARY KEY,
        "subjectId" uuid NOT NULL,
        "text" text NOT NULL,
        "byAccountId" uuid,
        "byName" text NOT NULL,
        "recordedAt" timestamptz NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX "administration_lines_subject" ON "administration_lines" ("subjectId", "recordedAt")`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
