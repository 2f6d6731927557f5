import type { EntityManager } from 'typeorm';
import { CannotOpen, open, sealed } from '../../infrastructure/sealing.js';
import { ApplicationRecord } from './application.js';

const names = (manager: EntityManager): string[] =>
  manager.dataSource
    .getMetadata(ApplicationRecord)
    .columns.filter(({ transformer }) => transformer === sealed)
    .map(({ databaseName }) => databaseName);

/** Of these applications, those of whose applicants something cannot be opened any more, with the reason. */
export async function unopenable(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const columns = names(manager).map((name) => `"${name}"`);
  // Past the entity: it would open them itself, and stop at the first that cannot be.
  const rows: { id: string; sealed: (string | null)[] }[] = await manager.query(
    `SELECT "id", ARRAY[${columns.join(', ')}] AS sealed FROM applications WHERE "id" = ANY ($1)`,
    [[...ids]],
  );
  const found = new Map<string, string>();
  for (const { id, sealed: texts } of rows) {
    const fault = texts.map((text) => (text === null ? undefined : faultOf(text))).find(Boolean);
    if (fault) found.set(id, fault);
  }
  return found;
}

/** Why what the record has sealed cannot be opened with the keys of this process; undefined where it can, or holds nothing. */
export async function keyFault(manager: EntityManager): Promise<string | undefined> {
  const places = [`SELECT "payload" AS text FROM submissions`];
  for (const name of names(manager))
    places.push(`SELECT "${name}" FROM applications WHERE "${name}" IS NOT NULL`);
  for (const place of places) {
    const [row]: { text: string }[] = await manager.query(
      `SELECT text FROM (${place} LIMIT 1) AS sealed (text)`,
    );
    const fault = row && faultOf(row.text);
    if (fault) return fault;
  }
  return undefined;
}

function faultOf(text: string): string | undefined {
  try {
    open(text);
    return undefined;
  } catch (fault) {
    if (fault instanceof CannotOpen) return fault.message;
    throw fault;
  }
}
