import type { EntityManager } from 'typeorm';
import type { Act, ActType } from '../domain/acts/acts.js';
import { cite } from '../domain/law/citation.js';
import { impossible } from '../domain/law/finding.js';
import { heldBack } from '../records/paper/attachment-findings.js';
import type { Performer } from './case-in-hand.js';
import { Refused } from './refusals.js';

/** Acts with which the files provided leave the office. */
const leaving: readonly ActType[] = ['reply.issued', 'reply.served'];

/**
 * 发出前检查 (条例第十七条): nothing leaves while a file that goes with the reply has not been looked into or something
 * found in it is neither removed nor answered for. Throws {@link Refused}. What a ledger tells has left long ago.
 */
export async function refuseUnchecked(
  manager: EntityManager,
  applicationId: string,
  acts: readonly Act[],
  { actor }: Pick<Performer, 'actor'>,
): Promise<void> {
  if (actor.kind !== 'person' || !acts.some(({ type }) => leaving.includes(type))) return;
  const names = await heldBack(manager, applicationId);
  if (names.length === 0) return;
  const says = `随答复提供的${names.map((name) => `“${name}”`).join('、')}还没有通过发出前检查。`;
  const mend = '请在“文书—发出前检查”中逐份处理：换掉、移出，或者写明可以发出的理由。';
  throw new Refused([impossible('filesUnchecked', says, mend, { article: cite('disclosure', 17) })]);
}
