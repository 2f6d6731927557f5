import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LedgerImports0000000000012 implements MigrationInterface {
  readonly name = 'LedgerImports0000000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "ledger_imports" (
        "id" uuid NOT NULL CONSTRAINT "ledger_imports_pkey" PRIMARY KEY,
        "officeId" uuid NOT NULL CONSTRAINT "ledger_imports_office_fkey" REFERENCES "offices" ("id"),
        "accountId" uuid NOT NULL CONSTRAINT "ledger_imports_account_fkey" REFERENCES "accounts" ("id"),
        "accountName" text NOT NULL,
        "fileName" text NOT NULL,
        "state" text NOT NULL CONSTRAINT "ledger_imports_state" CHECK ("state" IN
          ('checking', 'checked', 'unreadable', 'importing', 'imported', 'failed')),
        "rowsDone" integer NOT NULL,
        "report" jsonb,
        "fault" text,
        "sentAt" timestamptz NOT NULL,
        "heardAt" timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX "ledger_imports_office" ON "ledger_imports" ("officeId", "sentAt")`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
