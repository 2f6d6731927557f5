import type { MigrationInterface, QueryRunner } from 'typeorm';
import { open } from '../../infrastructure/sealing.js';
import { phoneTailFingerprint } from '../application/particulars.js';

const BATCH = 1000;

/** The last four digits of a telephone, which people know a caller by, find his applications. */
export class PhoneTails0000000000026 implements MigrationInterface {
  readonly name = 'PhoneTails0000000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "applications" ADD "phoneTailFingerprint" text`);
    await fillIn(runner);
    await runner.query(
      `CREATE INDEX "applications_phone_tail" ON "applications" ("officeId", "phoneTailFingerprint")`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}

/** For applications registered before; their telephones are sealed and are opened here for a moment. */
async function fillIn(runner: QueryRunner): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const rows = (await runner.query(
      `SELECT "id", "phone" FROM "applications"
       WHERE "phone" IS NOT NULL AND ($1::uuid IS NULL OR "id" > $1) ORDER BY "id" LIMIT ${BATCH}`,
      [after ?? null],
    )) as { id: string; phone: string }[];
    await runner.query(
      `UPDATE "applications" SET "phoneTailFingerprint" = known.tail
       FROM unnest($1::uuid[], $2::text[]) AS known (id, tail) WHERE "applications"."id" = known.id`,
      [rows.map(({ id }) => id), rows.map(({ phone }) => phoneTailFingerprint(open(phone)))],
    );
    after = rows.at(-1)?.id;
    if (rows.length < BATCH) return;
  }
}
