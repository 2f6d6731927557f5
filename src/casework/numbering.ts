import type { EntityManager } from 'typeorm';
import type { Act } from '../domain/acts/acts.js';
import { replySeries } from '../domain/letter/number.js';
import { takeLetterNumber } from '../records/application/numbers.js';

/**
 * A reply gets its 文号 in the transaction that issues it: the next of the office's series, without gaps. One that was
 * numbered by hand or read from a ledger keeps what it has. Call it with the application's row locked.
 */
export async function numbered(manager: EntityManager, officeId: string, act: Act): Promise<Act> {
  if (act.type !== 'reply.issued' && act.type !== 'transfer.noticed') return act;
  if (act.number || act.source) return act;
  const number = await takeLetterNumber(manager, officeId, replySeries, act.on);
  return number ? { ...act, number } : act;
}
