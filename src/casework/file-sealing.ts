import type { EntityManager } from 'typeorm';
import type { ActRecord } from '../records/application/act.js';
import { sealFile } from '../records/paper/file-seals.js';
import type { CaseInHand } from './case-in-hand.js';

/** The number of the proceeding whose notice the act records; undefined for every other act, and for a ledger's. */
function numberNoticed({ type, facts, source }: ActRecord): string | undefined {
  if (source || (type !== 'reconsideration.copyReceived' && type !== 'suit.served')) return undefined;
  return typeof facts['id'] === 'string' ? facts['id'] : undefined;
}

/**
 * 封存: when an act records that the copy of an application for reconsideration or of a complaint has come, the file
 * as it stands is sealed in the same transaction. Call it after the acts were stored.
 */
export async function sealWhereNoticed(manager: EntityManager, held: CaseInHand): Promise<void> {
  for (const act of held.added) {
    const number = numberNoticed(act);
    if (number !== undefined) await sealFile(manager, held.log.slice(0, act.seq), number);
  }
}
