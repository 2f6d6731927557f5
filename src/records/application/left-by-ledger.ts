import type { RecordedAct } from '../../domain/acts/acts.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { dayOf } from '../../infrastructure/today.js';

/**
 * 台账导入、尚待补记: an old ledger calls it open, what was due by `dueOn` was late when the ledger was taken in, and
 * nobody has gone on with it since. Most of them were finished long ago; until the office says so they stand apart
 * from today's work. The acts are those of an application or of one of its proceedings, as corrections leave them.
 */
export function isLeftByLedger(acts: readonly RecordedAct[], dueOn: LocalDate | undefined): boolean {
  const [first] = acts;
  if (!first || dueOn === undefined) return false;
  return dueOn < dayOf(new Date(first.recordedAt)) && acts.every(({ source }) => source === 'ledger');
}
