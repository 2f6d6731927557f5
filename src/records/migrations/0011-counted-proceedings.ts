import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountedProceedings0000000000011 implements MigrationInterface {
  readonly name = 'CountedProceedings0000000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "proceedings" ADD COLUMN "counted" boolean NOT NULL DEFAULT true`);
    await runner.query(`ALTER TABLE "proceedings" ALTER COLUMN "counted" DROP DEFAULT`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
