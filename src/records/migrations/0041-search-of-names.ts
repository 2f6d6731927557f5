import type { MigrationInterface, QueryRunner } from 'typeorm';
import { open } from '../../infrastructure/sealing.js';
import { pairFingerprints } from '../application/particulars.js';

const BATCH = 1000;

/** Those who apply together and those who act for them are found by any fragment of their names. */
export class SearchOfNames0000000000041 implements MigrationInterface {
  readonly name = 'SearchOfNames0000000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION names_text(names text[]) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN lower(array_to_string(names, ' '))`);
    // Few cases have several applicants: the indexes hold those alone.
    await runner.query(`
      CREATE INDEX "applications_joint_bigrams" ON "applications" USING gin (bigrams(names_text("jointNames")))
      WHERE "jointNames" <> '{}'`);
    await runner.query(`
      CREATE INDEX "applications_joint_fragments" ON "applications"
      USING gin (names_text("jointNames") gin_trgm_ops) WHERE "jointNames" <> '{}'`);
    await runner.query(`ALTER TABLE "applications" ADD "agentPairs" text array NOT NULL DEFAULT '{}'`);
    await fillIn(runner);
    await runner.query(`
      CREATE INDEX "applications_agent" ON "applications" USING gin ("agentPairs") WHERE "agentPairs" <> '{}'`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}

/** For applications registered before; the names of their agents are sealed and are opened here for a moment. */
async function fillIn(runner: QueryRunner): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const rows = (await runner.query(
      `SELECT "id", "agentName" FROM "applications"
       WHERE "agentName" IS NOT NULL AND ($1::uuid IS NULL OR "id" > $1) ORDER BY "id" LIMIT ${BATCH}`,
      [after ?? null],
    )) as { id: string; agentName: string }[];
    await runner.query(
      `UPDATE "applications" SET "agentPairs" = ARRAY(SELECT json_array_elements_text(known.pairs))
       FROM json_to_recordset($1) AS known (id uuid, pairs json) WHERE "applications"."id" = known.id`,
      [JSON.stringify(rows.map(({ id, agentName }) => ({ id, pairs: pairFingerprints(open(agentName)) })))],
    );
    after = rows.at(-1)?.id;
    if (rows.length < BATCH) return;
  }
}
