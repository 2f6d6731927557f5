import type { ActOfTime } from '../acts/acts.js';
import type { Citation } from '../law/citation.js';
import type { DayInterval } from '../time/counting.js';
import type { LocalDate } from '../time/local-date.js';
import type { LimitId, Unit } from './limits.js';

/** Days of a period that do not count: (after, through], and why. `projected`: the end is not known yet. */
export interface Exclusion extends DayInterval {
  readonly matter: string;
  readonly why: string;
  readonly article: Citation;
  readonly projected?: true;
}

/** A part of a period's length: 20 by law, then up to 20 by 延期. */
export interface Term {
  readonly amount: number;
  readonly why: string;
  readonly article: Citation;
}

/**
 * How a period ended. `met` in time, `late` after its due day, `superseded` by a fresh one, `lapsed` unused,
 * `spared` because what it was for fell away.
 */
export type Ending = 'met' | 'late' | 'superseded' | 'lapsed' | 'spared';

/** A period as the acts and the calendar make it. Nothing in it depends on the day it is read. */
export interface Period {
  /** Unique in one application: `reply`, `reply.2`, `opinion:c1`, `answer:复议-1`. */
  readonly id: string;
  readonly limit: LimitId;
  readonly name: string;
  /** Number of the consultation or proceeding that it belongs to. */
  readonly matter?: string;
  /** Whose period it is: a duty of the office, a window of the office, or somebody else's. */
  readonly of: 'duty' | 'window' | 'applicant' | 'thirdParty' | 'consultee' | 'organ' | 'court';
  /** The day that opens it, itself not counted. */
  readonly startedOn: LocalDate;
  /** It is opened by that day passing without what was awaited: no period before. */
  readonly opensAfter?: LocalDate;
  readonly because: string;
  readonly article: Citation;
  readonly unit: Unit;
  readonly terms: readonly Term[];
  readonly excluded: readonly Exclusion[];
  readonly dueOn: LocalDate;
  /** 暂定: it crosses a year whose holiday notice is not published. */
  readonly provisional: boolean;
  /** Why the due day may still move though the calendar is firm: an open consultation, a correction awaited. */
  readonly pendingOn?: string;
  /** Where the law is silent on whether the period is open at all: what legal staff should look at. */
  readonly unsettled?: string;
  /** It is the applicant's turn (补正、缴费): nothing is owed meanwhile, and the clock begins anew with his act. */
  readonly paused?: true;
  /** 视为: what it brings about when it passes unused; of several windows for a remedy, the last of them to pass. */
  readonly lapse?: ActOfTime;
  readonly ended?: { readonly on: LocalDate; readonly how: Ending };
}

/** A period read on a day: what has been counted and what is left. */
export interface ReadPeriod extends Period {
  /** Counted units up to and including the day of reading or the due day, whichever is earlier. */
  readonly counted: number;
  /** Working days left for a working-day period, else calendar days; 0 = due today, negative = overdue by. */
  readonly remaining: number;
  readonly state: 'running' | 'dueToday' | 'overdue' | 'paused' | Ending;
}

/** Whether it is a period in which the office owes its reply (答复期限), the first or one that began anew. */
export const isReplyPeriod = ({ limit, of }: Period): boolean => limit === 'reply' && of === 'duty';

/** Whether a reconsideration organ or a court waits for it: 答复举证, 答辩举证, 上诉答辩, 再审意见. */
export const isProceedingDuty = ({ of, matter }: Period): boolean => of === 'duty' && matter !== undefined;

/** Whether somebody outside the office owes it an opinion (征求意见). */
export const isOpinionPeriod = ({ of }: Period): boolean => of === 'consultee';

/** Whether the applicant is asked for something by it (补正、说明理由、缴费): no window for a remedy of his. */
export const isAskedOfApplicant = ({ of, limit }: Period): boolean =>
  of === 'applicant' && (limit === 'correction.notice' || limit === 'fee.payment');

/** 答复举证, 答辩举证 of one proceeding; none for a third party. */
export const answerPeriodIn = <P extends Period>(periods: readonly P[], number: string): P | undefined =>
  periods.find(({ id }) => id === `answer:${number}`);

/** Of these periods the reply period in force, or the last that was. */
export const replyPeriodIn = <P extends Period>(periods: readonly P[]): P | undefined =>
  periods.findLast(isReplyPeriod);
