import type { RecordedAct } from '../domain/acts/acts.js';
import { outcomeIn } from '../domain/acts/conclusions.js';
import { effectiveActs } from '../domain/acts/effective.js';
import { opensProceeding } from '../domain/acts/proceeding-acts.js';
import { flawsOf } from '../domain/application/history.js';
import { type Standing, replay } from '../domain/application/standing.js';
import { type ProceedingSummary, summaryOf } from '../domain/application/summary.js';
import { type Wake, wakesOf } from '../domain/application/wakes.js';
import { type Reading, dutyOf, readClock } from '../domain/clock/clock.js';
import type { ClockPolicy } from '../domain/clock/consultations.js';
import type { Finding } from '../domain/law/finding.js';
import { outcomes } from '../domain/outcome/outcomes.js';
import { procedureNow } from '../domain/remedy/procedure.js';
import { type EarlySign, earlySignsOf } from '../domain/statistics/early-signs.js';
import { firstReplyOf } from '../domain/statistics/reply-timing.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import { dayOf } from '../infrastructure/today.js';
import type { ActRecord } from '../records/application/act.js';
import type { ApplicationRecord } from '../records/application/application.js';
import { isLeftByLedger } from '../records/application/left-by-ledger.js';
import { recordedAct } from '../records/application/logs.js';
import type { ProceedingRecord } from '../records/proceeding/proceeding.js';

/** What an application's row says of its acts. */
export type Caches = Pick<
  ApplicationRecord,
  | 'channel'
  | 'stage'
  | 'state'
  | 'outcome'
  | 'resultRow'
  | 'receivedOn'
  | 'concludedOn'
  | 'repliedOn'
  | 'replyDueOn'
  | 'replyEndedOn'
  | 'replySpared'
  | 'nextDueOn'
  | 'nextDueKind'
  | 'provisional'
  | 'leftByLedger'
  | 'irregularityCount'
  | 'chainHead'
  | 'version'
>;

/** A proceeding as it is stored, without its keys to application and office. */
export type DerivedProceeding = Omit<ProceedingRecord, 'applicationId' | 'officeId'>;

/** Everything that is stored besides the log, read off it. */
export interface Derived {
  readonly caches: Caches;
  readonly proceedings: readonly DerivedProceeding[];
  readonly wakes: readonly Wake[];
  /** 苗头 that its replies show, for statistics. */
  readonly signs: readonly EarlySign[];
  /** 办理时长 of the first reply, for statistics; null while it is owed, and where nothing was owed in the end. */
  readonly workdaysTaken: number | null;
}

/** A log that the lifecycle does not take; the record was not written by this program. */
export class ImpossibleLog extends Error {
  override readonly name = 'ImpossibleLog';
}

/** Reads everything off a log afresh. Throws {@link ImpossibleLog}. */
export function derive(log: readonly ActRecord[], calendar: WorkCalendar, policy: ClockPolicy): Derived {
  const acts = effectiveActs(log.map(recordedAct));
  const { standing, misplaced } = replay(acts);
  if (misplaced) throw new ImpossibleLog(`“${misplaced.type}”（${misplaced.on}）在办理流程中没有位置`);
  const lastOn = acts.at(-1)?.on;
  if (!lastOn) throw new ImpossibleLog('案卷里没有记录');
  // What is stored hangs on no day of reading: any day will do.
  const reading = readClock(acts, calendar, lastOn, policy);
  const wakes = wakesOf(standing, acts, reading.periods);
  return derivedFrom({ log, acts, standing, reading, wakes, calendar, policy });
}

/** What a log says, read already. */
export interface ReadLog {
  readonly log: readonly ActRecord[];
  /** As corrections leave them. */
  readonly acts: readonly RecordedAct[];
  readonly standing: Standing;
  readonly reading: Reading;
  readonly wakes: readonly Wake[];
  readonly calendar: WorkCalendar;
  readonly policy: ClockPolicy;
}

/** The same from what `perform` has found already. */
export function derivedFrom({ log, acts, standing, reading, wakes, calendar, policy }: ReadLog): Derived {
  const summary = summaryOf(acts, standing.facts);
  const { nextDuty, periods } = reading;
  const firstReply = firstReplyOf(acts, periods);
  const flaws = standingFindings(log, acts, calendar, policy);
  return {
    caches: {
      channel: channelOf(acts),
      stage: standing.stage,
      state: standing.state,
      outcome: summary.outcome ?? null,
      resultRow: summary.row ?? null,
      receivedOn: summary.receivedOn,
      concludedOn: summary.concludedOn ?? null,
      repliedOn: summary.repliedOn ?? null,
      replyDueOn: firstReply?.dueOn ?? null,
      replyEndedOn: firstReply?.endedOn ?? null,
      replySpared: firstReply?.spared ?? false,
      nextDueOn: nextDuty?.dueOn ?? null,
      nextDueKind: nextDuty?.limit ?? null,
      provisional: nextDuty?.provisional ?? false,
      leftByLedger: isLeftByLedger(acts, nextDuty?.dueOn),
      irregularityCount: flaws.length,
      chainHead: log.at(-1)?.hash ?? '',
      version: log.length,
    },
    proceedings: summary.proceedings.map((proceeding) => derivedProceeding(proceeding, acts, reading)),
    wakes,
    signs: earlySignsOf(acts, flaws),
    workdaysTaken:
      firstReply?.endedOn === undefined || firstReply.spared
        ? null
        : calendar.workdaysIn(summary.receivedOn, firstReply.endedOn),
  };
}

function channelOf(acts: readonly RecordedAct[]): Caches['channel'] {
  const received = acts.find((act) => act.type === 'application.received');
  if (!received) throw new ImpossibleLog('案卷里没有“收到申请”');
  return received.channel;
}

function derivedProceeding(
  proceeding: ProceedingSummary,
  acts: readonly RecordedAct[],
  { periods }: Reading,
): DerivedProceeding {
  const { number, kind, state, openedOn } = proceeding;
  return {
    number,
    kind,
    route: proceeding.route ?? null,
    procedure: procedureNow(acts, number) ?? null,
    state,
    openedOn,
    concludedOn: proceeding.concludedOn ?? null,
    result: proceeding.result ?? null,
    appealColumn: proceeding.column ?? null,
    counted: proceeding.counted,
    replyRow: replyRowOf(acts, number),
    organ: proceeding.organ ?? null,
    answerDueOn: dutyOf(periods, number)?.dueOn ?? null,
  };
}

/** The reply that stood when the proceeding was opened. */
function replyRowOf(acts: readonly RecordedAct[], number: string): DerivedProceeding['replyRow'] {
  const opened = acts.findIndex((act) => opensProceeding(act) && act.id === number);
  const outcome = outcomeIn(acts.slice(0, opened));
  return outcome ? outcomes[outcome].row : null;
}

/**
 * 程序瑕疵 that still stand, each with the place of its act. A record that was never corrected has those that were found
 * when it was written; one that was is judged anew as it now reads, so that what a correction has mended is gone.
 */
export function standingFindings(
  log: readonly ActRecord[],
  acts: readonly RecordedAct[],
  calendar: WorkCalendar,
  policy: ClockPolicy,
): { seq: number; finding: Finding }[] {
  if (!log.some(({ type }) => type === 'act.corrected'))
    return log.flatMap(({ seq, findings }) => findings.map((finding) => ({ seq, finding })));
  const last = log.at(-1);
  if (!last) return [];
  return flawsOf(acts, { today: dayOf(last.recordedAt), calendar, policy }).filter(
    ({ finding }) => finding.severity === 'irregular',
  );
}
