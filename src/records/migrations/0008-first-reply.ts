import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FirstReply0000000000008 implements MigrationInterface {
  readonly name = 'FirstReply0000000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "applications"
        ADD COLUMN "replyDueOn" date,
        ADD COLUMN "replyEndedOn" date,
        ADD COLUMN "replySpared" boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE "applications" ALTER COLUMN "replySpared" DROP DEFAULT`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
