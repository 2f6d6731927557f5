import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose work the import of a ledger is, and whether it still waits for another to end. */
export class ImportClaims0000000000051 implements MigrationInterface {
  readonly name = 'ImportClaims0000000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "ledger_imports" ADD COLUMN "claim" uuid, ADD COLUMN "begunAt" timestamptz`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
