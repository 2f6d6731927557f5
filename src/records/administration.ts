import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { now } from '../infrastructure/today.js';
import { AdministrationLine } from './administration-line.js';

/** Who did it. `accountId` is null when the program itself did. */
export interface Doer {
  accountId: string | null;
  name: string;
}

/** Writes down what was done to an account or an office. Call it in the transaction that does it. */
export async function writeAdministrationLine(
  manager: EntityManager,
  by: Doer,
  subjectId: string,
  text: string,
): Promise<void> {
  await manager.insert(AdministrationLine, {
    id: randomUUID(),
    subjectId,
    text,
    byAccountId: by.accountId,
    byName: by.name,
    recordedAt: now(),
  });
}

/** The newest lines first. */
export function administrationLinesOf(
  manager: EntityManager,
  subjectId: string,
  limit = 50,
): Promise<AdministrationLine[]> {
  return manager.find(AdministrationLine, {
    where: { subjectId },
    order: { recordedAt: 'DESC' },
    take: limit,
  });
}
