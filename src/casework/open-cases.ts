import type { EntityManager } from 'typeorm';
import type { RecordedAct } from '../domain/acts/acts.js';
import { effectiveActs } from '../domain/acts/effective.js';
import { type CaseFacts, factsAfter, noFacts } from '../domain/application/case-facts.js';
import { type Reading, readClock } from '../domain/clock/clock.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { ApplicationRecord } from '../records/application/application.js';
import { OPEN, applicationsIn } from '../records/application/applications.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { isLeftByLedger } from '../records/application/left-by-ledger.js';
import { logsOf, recordedAct } from '../records/application/logs.js';
import { clockPolicyOf } from '../records/office/office-policy.js';

/** A case as lists of work show it: read by the clock, without running the lifecycle again. */
export interface OpenCase {
  readonly application: ApplicationRecord;
  /** As corrections leave them. */
  readonly acts: readonly RecordedAct[];
  readonly facts: CaseFacts;
  readonly reading: Reading;
  /** 台账导入、尚待补记: apart from today's work. */
  readonly leftByLedger: boolean;
}

/** The cases of an office that are neither closed nor at rest, the one that falls due first in front. */
export async function openCasesOf(
  manager: EntityManager,
  officeId: string,
  on: LocalDate,
): Promise<OpenCase[]> {
  const applications = await applicationsIn(manager, [officeId])
    .andWhere(OPEN)
    .orderBy('application.nextDueOn', 'ASC', 'NULLS LAST')
    .addOrderBy('application.receivedOn', 'ASC')
    .addOrderBy('application.number', 'ASC')
    .getMany();
  const logs = await logsOf(
    manager,
    applications.map(({ id }) => id),
  );
  const calendar = await loadCalendar(manager);
  const policy = await clockPolicyOf(manager, officeId);
  return applications.map((application) => {
    const acts = effectiveActs((logs.get(application.id) ?? []).map(recordedAct));
    const facts = acts.reduce<CaseFacts>(factsAfter, noFacts);
    const reading = readClock(acts, calendar, on, policy);
    const leftByLedger = isLeftByLedger(acts, reading.nextDuty?.dueOn);
    return { application, acts, facts, reading, leftByLedger };
  });
}
