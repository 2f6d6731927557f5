import { type EntityManager, In } from 'typeorm';
import { type RecordedAct, reviveAct } from '../../domain/acts/acts.js';
import { ActRecord } from './act.js';

/** An act of the log as the domain reads it. Throws TypeError on a row that this program did not write. */
export function recordedAct({ type, on, facts, source, seq, recordedAt, byName }: ActRecord): RecordedAct {
  const act = reviveAct({ ...facts, type, on, ...(source ? { source } : {}) });
  return { ...act, seq, recordedAt: recordedAt.toISOString(), by: byName };
}

/** The facts of an act, without what has a column of its own. */
export function factsOf(act: RecordedAct): Record<string, unknown> {
  const facts: Record<string, unknown> = { ...act };
  for (const column of ['type', 'on', 'source', 'seq', 'recordedAt', 'by'])
    Reflect.deleteProperty(facts, column);
  return facts;
}

/** The log of an application, oldest first. */
export function logOf(manager: EntityManager, applicationId: string): Promise<ActRecord[]> {
  return manager.find(ActRecord, { where: { applicationId }, order: { seq: 'ASC' } });
}

/** The logs of several applications by their id, oldest act first; an application without acts has no entry. */
export async function logsOf(
  manager: EntityManager,
  applicationIds: readonly string[],
): Promise<Map<string, ActRecord[]>> {
  const rows = await manager.find(ActRecord, {
    where: { applicationId: In([...applicationIds]) },
    order: { applicationId: 'ASC', seq: 'ASC' },
  });
  const logs = new Map<string, ActRecord[]>();
  for (const row of rows) {
    const log = logs.get(row.applicationId);
    if (log) log.push(row);
    else logs.set(row.applicationId, [row]);
  }
  return logs;
}
