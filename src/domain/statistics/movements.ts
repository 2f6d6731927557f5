import type { SuitRoute } from '../acts/appeal-acts.js';
import type { ApplicantKind } from '../application/applicant.js';
import type { ResultRow } from '../outcome/rows.js';
import type { ProceedingKind } from '../remedy/proceeding.js';
import type { ConcludedColumn, ReconsiderationResult, SuitResult } from '../remedy/results.js';
import { type LocalDate, addDays } from '../time/local-date.js';
import type { EarlySign } from './early-signs.js';
import { type EndedTiming, endingOf } from './reply-timing.js';
import type { AppealGroup } from './table-four.js';

/** What statistics ask of an application, read off its acts as they are known. */
export interface CountedApplication {
  readonly applicantKind: ApplicantKind;
  readonly receivedOn: LocalDate;
  readonly concludedOn: LocalDate | null;
  readonly resultRow: ResultRow | null;
  readonly replyDueOn: LocalDate | null;
  readonly replyEndedOn: LocalDate | null;
  readonly replySpared: boolean;
  /** 办理时长: working days after the receipt up to the end of the duty to reply; null while it runs or nothing was owed. */
  readonly workdaysTaken: number | null;
  /** 苗头 shown by its replies. */
  readonly signs: readonly EarlySign[];
  readonly handlerAccountId: string | null;
}

/** What statistics ask of a proceeding. */
export interface CountedProceeding {
  readonly number: string;
  readonly kind: ProceedingKind;
  readonly route: SuitRoute | null;
  readonly openedOn: LocalDate;
  readonly concludedOn: LocalDate | null;
  readonly appealColumn: ConcludedColumn | null;
  readonly result: ReconsiderationResult | SuitResult | null;
  readonly organ: string | null;
  readonly replyRow: ResultRow | null;
  /** False where the office took part as a third party: it moves nothing. */
  readonly counted: boolean;
}

/**
 * Whatever is counted flows: it comes on one day and may leave on another. The key says by what it is divided;
 * '' stands for what is not recorded. Sums of movements up to a day are stocks, sums between days are turnover.
 */
interface KeysOfFlow {
  /** 新收: applicant. */
  readonly received: readonly ['applicant'];
  /** 办结: applicant, row of table three. */
  readonly concluded: readonly ['applicant', 'row'];
  /** The first reply is no longer owed: how it ended, handler. */
  readonly replied: readonly ['timing', 'handler'];
  /** 办理时长 of what was replied to, in working days. */
  readonly took: readonly ['workdays'];
  /** In hand: handler. Comes with the receipt, leaves when the reply is no longer owed. */
  readonly owed: readonly ['handler'];
  /** Past its day and still in hand: handler. */
  readonly overdue: readonly ['handler'];
  /** 苗头, on the day of conclusion. */
  readonly sign: readonly ['sign'];
  /** A proceeding opened: group of table four, 复议机关 or 法院, row of the reply that is attacked. */
  readonly opened: readonly ['group', 'organ', 'row'];
  /** It was concluded: the same, and column and result. */
  readonly ended: readonly ['group', 'organ', 'row', 'column', 'result'];
}
export type Flow = keyof KeysOfFlow;

/** One case more or less, from a day on. */
export interface Movement {
  readonly flow: Flow;
  readonly key: readonly string[];
  readonly on: LocalDate;
  readonly amount: 1 | -1;
}

/** Longer than this is told apart no further. */
export const longestTold = 400;

const movement = (flow: Flow, on: LocalDate, ...key: (string | null)[]): Movement => ({
  flow,
  key: key.map((part) => part ?? ''),
  on,
  amount: 1,
});

const leaving = (coming: Movement): Movement => ({ ...coming, amount: -1 });

/** How the first reply ended; null while it is owed. */
export function endedTimingOf({
  replyDueOn: dueOn,
  replyEndedOn: endedOn,
  replySpared: spared,
}: Pick<CountedApplication, 'replyDueOn' | 'replyEndedOn' | 'replySpared'>): EndedTiming | null {
  return (dueOn && endedOn && endingOf({ dueOn, endedOn, spared })) ?? null;
}

/** Everything that an application moves. */
export function movementsOf(application: CountedApplication): Movement[] {
  const { applicantKind, receivedOn, concludedOn, resultRow, replyDueOn, replyEndedOn } = application;
  const handler = application.handlerAccountId;
  const timing = endedTimingOf(application);
  const took = application.workdaysTaken;
  const movements = [movement('received', receivedOn, applicantKind), movement('owed', receivedOn, handler)];
  if (concludedOn !== null) {
    movements.push(movement('concluded', concludedOn, applicantKind, resultRow));
    for (const sign of application.signs) movements.push(movement('sign', concludedOn, sign));
  }
  if (replyEndedOn !== null && timing !== null) {
    movements.push(leaving(movement('owed', replyEndedOn, handler)));
    movements.push(movement('replied', replyEndedOn, timing, handler));
    if (took !== null) movements.push(movement('took', replyEndedOn, String(Math.min(took, longestTold))));
  }
  if (replyDueOn !== null && (replyEndedOn === null || replyEndedOn > replyDueOn)) {
    movements.push(movement('overdue', addDays(replyDueOn, 1), handler));
    if (replyEndedOn !== null) movements.push(leaving(movement('overdue', replyEndedOn, handler)));
  }
  return movements;
}

/** Its group in table four. */
const groupOf = ({ kind, route }: Pick<CountedProceeding, 'kind' | 'route'>): AppealGroup =>
  kind === 'reconsideration' ? 'reconsideration' : (route ?? 'direct');

/** Everything that a proceeding moves. */
export function proceedingMovements(proceeding: CountedProceeding): Movement[] {
  const { openedOn, concludedOn, appealColumn, result, organ, replyRow } = proceeding;
  if (!proceeding.counted) return [];
  const by = [groupOf(proceeding), organ, replyRow] as const;
  const opened = movement('opened', openedOn, ...by);
  return concludedOn === null || appealColumn === null
    ? [opened]
    : [opened, movement('ended', concludedOn, ...by, appealColumn, result)];
}
