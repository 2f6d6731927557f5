import { sm3 } from '../../infrastructure/sm3.js';
import type { ActRecord } from './act.js';

/** What the first act of a log follows. */
export const beginningOfChain = '0'.repeat(64);

/** JSON with sorted keys and without blanks: the same content gives the same text, whatever the order it came in. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonicalJson(part)}`).join(',')}}`;
}

/** The hash of an act: SM3 over all that its row says, the hash of the act before included. */
export function hashOf(act: Omit<ActRecord, 'hash'>): string {
  const { applicationId, officeId, seq, type, on, facts, source, recordedAt, byName, byAccountId } = act;
  return sm3(
    canonicalJson({
      applicationId,
      officeId,
      seq,
      type,
      on,
      facts,
      source,
      recordedAt: recordedAt.toISOString(),
      by: { name: byName, accountId: byAccountId },
      findings: act.findings,
      previousHash: act.previousHash,
    }),
  );
}

/** The first act whose hash or place does not follow from what stands before it; undefined when all do. */
export function firstBreak(log: readonly ActRecord[]): ActRecord | undefined {
  return log.find((act, i) => {
    const previousHash = log[i - 1]?.hash ?? beginningOfChain;
    return act.seq !== i + 1 || act.previousHash !== previousHash || act.hash !== hashOf(act);
  });
}
