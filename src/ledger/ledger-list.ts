import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import type { RecordedAct } from '../domain/acts/acts.js';
import { effectiveActs } from '../domain/acts/effective.js';
import { readClock } from '../domain/clock/clock.js';
import type { ReadPeriod } from '../domain/clock/period.js';
import type { ReplyTiming } from '../domain/statistics/reply-timing.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { ApplicationRecord } from '../records/application/application.js';
import { applicationsIn, havingFragment } from '../records/application/applications.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { type CountedYear, inTableThreeCell, resultCondition } from '../records/counting/counted-cases.js';
import { logsOf, recordedAct } from '../records/application/logs.js';
import { clockPoliciesOf } from '../records/office/office-policy.js';
import { type LedgerFilter, nobody } from './ledger-filter.js';

/** Whose ledger, and on which day it is read. */
export interface LedgerScope {
  readonly officeIds: readonly string[];
  readonly on: LocalDate;
}

/** The reply owed first, as it stands today. */
const timingConditions: Readonly<Record<ReplyTiming, string>> = {
  overdue: 'application.replyEndedOn IS NULL AND application.replyDueOn < :today',
  runningInTime: 'application.replyEndedOn IS NULL AND application.replyDueOn >= :today',
  spared: 'application.replyEndedOn IS NOT NULL AND application.replySpared',
  inTime: 'NOT application.replySpared AND application.replyEndedOn <= application.replyDueOn',
  late: 'NOT application.replySpared AND application.replyEndedOn > application.replyDueOn',
};

export type Query = SelectQueryBuilder<ApplicationRecord>;

/** The applications that a filter lets through, in no order yet. */
export const applicationsLike = (manager: EntityManager, filter: LedgerFilter, scope: LedgerScope): Query =>
  narrowed(applicationsIn(manager, scope.officeIds), filter, scope);

/** Narrows a query of applications down to what a filter lets through. */
export function narrowed(query: Query, filter: LedgerFilter, scope: LedgerScope): Query {
  narrowToCell(query, filter, scope);
  const { applicant, stage, handler, timing, irregular } = filter;
  if (applicant) query.andWhere('application.applicantKind = :applicant', { applicant });
  if (stage) query.andWhere('application.stage = :stage', { stage });
  if (handler === nobody) query.andWhere('application.handlerAccountId IS NULL');
  else if (handler) query.andWhere('application.handlerAccountId = :handler', { handler });
  if (timing) query.andWhere(`(${timingConditions[timing]})`, { today: scope.on });
  if (irregular) query.andWhere('application.irregularityCount > 0');
  return havingFragment(query, filter.q);
}

/** The cells of table three, by the very conditions that their numbers are counted by. */
function narrowToCell(query: Query, { year, row }: LedgerFilter, scope: LedgerScope): void {
  if (year === undefined) {
    if (row) query.andWhere(resultCondition(row));
    return;
  }
  const counted: CountedYear = { year, officeIds: scope.officeIds };
  inTableThreeCell(query, counted, row ?? 'received');
}

/** An application of a list, with what it owes next. */
export interface ListedApplication {
  readonly application: ApplicationRecord;
  readonly nextDuty?: ReadPeriod;
}

/** Reads the clock of those that owe something; there are as many of them as a page has lines. */
export async function withDuties(
  manager: EntityManager,
  applications: readonly ApplicationRecord[],
  on: LocalDate,
): Promise<ListedApplication[]> {
  const owing = applications.filter(({ nextDueOn }) => nextDueOn !== null);
  const acts = await standingActs(
    manager,
    owing.map(({ id }) => id),
  );
  const calendar = await loadCalendar(manager);
  const policies = await clockPoliciesOf(
    manager,
    owing.map(({ officeId }) => officeId),
  );
  return applications.map((application) => {
    const held = acts.get(application.id);
    const nextDuty = held && readClock(held, calendar, on, policies.get(application.officeId)).nextDuty;
    return { application, ...(nextDuty ? { nextDuty } : {}) };
  });
}

/** The acts of several applications as corrections leave them. */
export async function standingActs(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, readonly RecordedAct[]>> {
  if (ids.length === 0) return new Map();
  const logs = await logsOf(manager, ids);
  return new Map([...logs].map(([id, log]) => [id, effectiveActs(log.map(recordedAct))]));
}

/** Applications by their ids, in the order of the ids. */
export async function applicationsByIds(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ApplicationRecord[]> {
  const found = await manager.findBy(ApplicationRecord, { id: In([...ids]) });
  const byId = new Map(found.map((application) => [application.id, application]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
