import type { Act } from '../../acts/acts.js';
import type { ClockPolicy } from '../../clock/consultations.js';
import type { Finding } from '../../law/finding.js';
import type { LocalDate } from '../../time/local-date.js';
import type { WorkCalendar } from '../../time/work-calendar.js';

/** An act to be judged: the effective acts before it, and the day and calendar of judging. */
export interface Question<A extends Act = Act> {
  readonly acts: readonly Act[];
  readonly act: A;
  readonly today: LocalDate;
  readonly calendar: WorkCalendar;
  readonly policy: ClockPolicy;
}

/** One rule: what it finds against the act, or nothing. */
export type Rule = (question: Question) => readonly Finding[];
