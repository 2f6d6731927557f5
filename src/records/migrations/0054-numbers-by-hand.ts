import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few acts that carry a number of their own, for the register of numbers: else it reads every act of the office. */
export class NumbersByHand0000000000054 implements MigrationInterface {
  readonly name = 'NumbersByHand0000000000054';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "acts_numbered" ON "acts" ("officeId", "on")
       WHERE "type" IN ('reply.issued', 'transfer.noticed') AND ("facts" ->> 'number') IS NOT NULL`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
