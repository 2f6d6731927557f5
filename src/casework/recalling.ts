import type { EntityManager } from 'typeorm';
import { dayOf } from '../infrastructure/today.js';
import { issuedLetters, recallLetters } from '../records/paper/letters.js';
import type { CaseInHand } from './case-in-hand.js';

/**
 * An issued letter falls with the act that it tells of: where a correction strikes the act, the letter is recalled in
 * the same transaction (作废), and its number is not given again. Call it after the acts were stored.
 */
export async function recallStruck(manager: EntityManager, held: CaseInHand): Promise<void> {
  for (const { type, facts, recordedAt, byName } of held.added) {
    if (type !== 'act.corrected' || facts['replacement'] !== undefined) continue;
    const fallen = await issuedLetters(manager, held.applicationId, Number(facts['corrects']));
    const told = { recalledOn: dayOf(recordedAt), recallReason: String(facts['why']), recalledBy: byName };
    await recallLetters(
      manager,
      fallen.map(({ id }) => id),
      told,
    );
  }
}
