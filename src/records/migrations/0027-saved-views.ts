import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SavedViews0000000000027 implements MigrationInterface {
  readonly name = 'SavedViews0000000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "saved_views" (
        "id" uuid NOT NULL CONSTRAINT "saved_views_pkey" PRIMARY KEY,
        "accountId" uuid NOT NULL CONSTRAINT "saved_views_account_fkey" REFERENCES "accounts" ("id"),
        "name" text NOT NULL,
        "query" text NOT NULL,
        "savedAt" timestamptz NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" ("accountId", "name")`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
