import { type RecordedAct, actsOfRecord } from '../../domain/acts/acts.js';
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

const ofRecord = actsOfRecord.map((type) => `'${type}'`).join(', ');

/** {@link isLeftByLedger} of a row of `applications`, with the first duty of the office that is kept there. */
export const LEFT_BY_LEDGER = `coalesce(
  applications."nextDueOn" < (applications."createdAt" AT TIME ZONE 'Asia/Shanghai')::date
  AND (SELECT bool_and(acts."source" IS NOT DISTINCT FROM 'ledger') FROM acts
    WHERE acts."applicationId" = applications."id" AND acts."type" NOT IN (${ofRecord})), false)`;
