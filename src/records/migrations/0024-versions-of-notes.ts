import type { MigrationInterface, QueryRunner } from 'typeorm';

export class VersionsOfNotes0000000000024 implements MigrationInterface {
  // Numbered 21 like another when it was first run: databases that have run it know it by this name.
  readonly name = 'VersionsOfNotes0000000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "proceeding_notes" ADD COLUMN "version" integer NOT NULL DEFAULT 1`);
    await runner.query(`ALTER TABLE "proceeding_notes" ALTER COLUMN "version" DROP DEFAULT`);
    await runner.query(
      `CREATE UNIQUE INDEX "proceeding_notes_version" ON "proceeding_notes" ("entry", "version")`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
