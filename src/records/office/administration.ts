import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { now } from '../../infrastructure/today.js';
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

/** A line as pages show it. */
export interface AdministrationLineTold {
  readonly at: Date;
  readonly by: string;
  readonly text: string;
}

/** The newest lines first. */
export async function administrationLinesOf(
  manager: EntityManager,
  subjectId: string,
  limit = 50,
): Promise<AdministrationLineTold[]> {
  const lines = await manager.find(AdministrationLine, {
    where: { subjectId },
    order: { recordedAt: 'DESC' },
    take: limit,
  });
  return lines.map(({ recordedAt, byName, text }) => ({ at: recordedAt, by: byName, text }));
}
