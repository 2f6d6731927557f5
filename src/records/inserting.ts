import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** A statement may carry 65 535 values; the widest table has some forty columns. */
const ROWS_A_STATEMENT = 500;

/** Inserts rows as they are, many in a statement; nothing is read back. */
export async function insertAll<T extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<T>,
  rows: readonly Partial<T>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await manager
      .createQueryBuilder()
      .insert()
      .into(target)
      .values(rows.slice(start, start + ROWS_A_STATEMENT))
      .updateEntity(false)
      .execute();
  }
}
