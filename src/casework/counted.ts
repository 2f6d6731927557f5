import type { EntityManager } from 'typeorm';
import type { ClockPolicy } from '../domain/clock/consultations.js';
import { kindKnown } from '../domain/application/mending.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { dayOf } from '../infrastructure/today.js';
import type { ActRecord } from '../records/application/act.js';
import type { ApplicationRecord } from '../records/application/application.js';
import { type CalendarsByDay, calendarsByDay } from '../records/calendar/calendars.js';
import type { CountedChange, CountedState, KnownState } from '../records/counting/counted-versions.js';
import { recordedAct } from '../records/application/logs.js';
import { clockPoliciesOf } from '../records/office/office-policy.js';
import { type CaseInHand, derivedOf } from './case-in-hand.js';
import { type Derived, derive } from './derivation.js';

/** What of a counted case is not in its acts, as it is today. */
export type BesideActs = Pick<ApplicationRecord, 'applicantKind' | 'handlerAccountId'>;

/** A case as statistics count it. */
export function countedState(
  {
    caches,
    proceedings,
    signs,
    workdaysTaken,
  }: Pick<Derived, 'caches' | 'proceedings' | 'signs' | 'workdaysTaken'>,
  { applicantKind, handlerAccountId }: BesideActs,
): CountedState {
  const { receivedOn, concludedOn, resultRow, replyDueOn, replyEndedOn, replySpared } = caches;
  return {
    application: {
      ...{ applicantKind, handlerAccountId, receivedOn, concludedOn, resultRow },
      ...{ replyDueOn, replyEndedOn, replySpared, signs, workdaysTaken },
    },
    proceedings,
  };
}

/** What is counted of cases that were never counted, as it was known at the end of each day on which they grew. */
export async function countedFirst(
  manager: EntityManager,
  cases: readonly { readonly row: BesideActs; readonly held: CaseInHand }[],
): Promise<CountedChange[]> {
  const several = cases.filter(({ held }) => daysOf(held.log).length > 1);
  const calendars = several.length > 0 ? await calendarsByDay(manager) : undefined;
  const policies = await clockPoliciesOf(
    manager,
    several.map(({ held }) => held.officeId),
  );
  return cases.map(({ row, held }) => {
    const { applicationId, officeId, log } = held;
    const policy = policies.get(officeId);
    const replayed = calendars && policy && several.some((one) => one.held === held);
    const [on] = daysOf(log);
    if (replayed) return { applicationId, officeId, after: knownHistory(log, row, calendars, policy) };
    return { applicationId, officeId, after: on ? [{ on, state: countedState(derivedOf(held), row) }] : [] };
  });
}

/**
 * Replays a log for the end of each day on which it grew, by the calendar that held then; and for the days on which a
 * holiday notice re-reckoned it. Throws ImpossibleLog.
 */
export function knownHistory(
  log: readonly ActRecord[],
  beside: BesideActs,
  calendars: CalendarsByDay,
  policy: ClockPolicy,
): KnownState[] {
  const days = daysOf(log);
  const first = days.at(0);
  if (!first) return [];
  const recorded = log.map(recordedAct);
  const noticed = calendars.changedOn.filter((day) => day > first && !days.includes(day));
  const history: (KnownState & { readonly closed: boolean })[] = [];
  for (const on of [...days, ...noticed].sort()) {
    // A notice does not touch what is closed: nothing is owed there any longer.
    if (noticed.includes(on) && history.at(-1)?.closed) continue;
    const known = log.filter(({ recordedAt }) => dayOf(recordedAt) <= on);
    const derived = derive(known, calendars.on(on), policy);
    const applicantKind = kindKnown(recorded, known.length, beside.applicantKind);
    const state = countedState(derived, { ...beside, applicantKind });
    history.push({ on, state, closed: derived.caches.stage === 'closed' });
  }
  return history.map(({ on, state }) => ({ on, state }));
}

const daysOf = (log: readonly ActRecord[]): LocalDate[] =>
  [...new Set(log.map(({ recordedAt }) => dayOf(recordedAt)))].sort();
