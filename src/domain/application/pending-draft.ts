import type { ActOf, RecordedAct } from '../acts/acts.js';

/** The reply as drafted last; undefined when none is drafted or it has been issued. */
export function pendingDraft(
  acts: readonly RecordedAct[],
): (RecordedAct & ActOf<'reply.drafted'>) | undefined {
  const drafted = acts.findLast((act) => act.type === 'reply.drafted');
  if (!drafted) return undefined;
  const gone = acts.some(
    ({ type, seq }) => (type === 'reply.issued' || type === 'transfer.noticed') && seq > drafted.seq,
  );
  return gone ? undefined : drafted;
}
