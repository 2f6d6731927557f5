import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 定稿: a drafted letter of any kind may take its text from a Word file. */
export class FinishedLetters0000000000048 implements MigrationInterface {
  readonly name = 'FinishedLetters0000000000048';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "letters" ADD COLUMN "finished" jsonb`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
