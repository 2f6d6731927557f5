import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pre-summed counts, and the movements that are not folded into them yet. */
export class Counts0000000000039 implements MigrationInterface {
  readonly name = 'Counts0000000000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "counts" (
        "officeId" uuid NOT NULL CONSTRAINT "counts_office_fkey" REFERENCES "offices" ("id"),
        "axis" text NOT NULL,
        "grain" text NOT NULL,
        "at" date NOT NULL,
        "month" date NOT NULL,
        "flow" text NOT NULL,
        "key" text array NOT NULL,
        "amount" integer NOT NULL,
        CONSTRAINT "counts_pkey" PRIMARY KEY ("officeId", "axis", "grain", "at", "month", "flow", "key")
      )`);
    await runner.query(`
      CREATE TABLE "count_changes" (
        "id" bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT "count_changes_pkey" PRIMARY KEY,
        "officeId" uuid NOT NULL CONSTRAINT "count_changes_office_fkey" REFERENCES "offices" ("id"),
        "flow" text NOT NULL,
        "key" text array NOT NULL,
        "on" date NOT NULL,
        "recordedOn" date NOT NULL,
        "amount" integer NOT NULL
      )`);
    await runner.query(`CREATE INDEX "count_changes_office" ON "count_changes" ("officeId")`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
