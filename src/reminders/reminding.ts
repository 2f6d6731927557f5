import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { effectiveActs } from '../domain/acts/effective.js';
import { readClock } from '../domain/clock/clock.js';
import type { ClockPolicy } from '../domain/clock/consultations.js';
import type { Period } from '../domain/clock/period.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import { log } from '../infrastructure/log.js';
import { now } from '../infrastructure/today.js';
import { AccountRecord } from '../records/person/account.js';
import type { ActRecord } from '../records/application/act.js';
import { ApplicationRecord } from '../records/application/application.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { logsOf, recordedAct } from '../records/application/logs.js';
import { clockPoliciesOf } from '../records/office/office-policy.js';
import { ReminderRecord } from '../records/reminder/reminder.js';
import { accountsWithMail, insertNew } from './keeping.js';
import { type Owed, owedOn, type Recipient, remindedPeriods } from './owing.js';
import { FARTHEST_WORKDAYS } from './reminder-rules.js';

type CaseRow = Pick<ApplicationRecord, 'id' | 'officeId' | 'stage' | 'handlerAccountId'>;

/** What a sweep has done. */
export interface Reminded {
  readonly written: number;
  /** Reminders whose matter is done, has moved or has a later reminder. */
  readonly settled: number;
}

const BATCH = 100;

/**
 * Writes the reminders that are owed, each once: derived from what the clock reads, never from a stored due date.
 * Any number of processes may sweep: each takes the cases that no other has in hand.
 */
@Injectable()
export class Reminding {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Told that the program ends, it stops after the batch at hand. */
  async sweepOnce(on: LocalDate, ending?: AbortSignal): Promise<Reminded> {
    let written = 0;
    let settled = 0;
    let after: string | undefined;
    for (;;) {
      const batch = await this.dataSource.transaction((manager) => sweepBatch(manager, on, after));
      written += batch.written;
      settled += batch.settled;
      if (batch.last === undefined || ending?.aborted) return { written, settled };
      after = batch.last;
    }
  }
}

async function sweepBatch(
  manager: EntityManager,
  on: LocalDate,
  after: string | undefined,
): Promise<Reminded & { last: string | undefined }> {
  const calendar = await loadCalendar(manager);
  const cases = await takeCases(
    manager,
    calendar.nthWorkday(calendar.workdayIndex(on) + FARTHEST_WORKDAYS),
    after,
  );
  const ids = cases.map(({ id }) => id);
  if (ids.length === 0) return { written: 0, settled: 0, last: undefined };
  const logs = await logsOf(manager, ids);
  const waiting = await manager.findBy(ReminderRecord, { applicationId: In(ids), settledAt: IsNull() });
  const people = await recipientsOf(manager, cases);
  const mailed = await accountsWithMail(manager);
  const policies = await clockPoliciesOf(
    manager,
    cases.map(({ officeId }) => officeId),
  );
  const settled: string[] = [];
  const rows: ReminderRecord[] = [];
  for (const one of cases) {
    const duties = dutiesOf(one, logs.get(one.id) ?? [], calendar, on, policies.get(one.officeId));
    const owed = owedOn(duties, ofCase(one, people.get(one.officeId) ?? []), calendar, on);
    const own = waiting.filter(({ applicationId }) => applicationId === one.id);
    settled.push(...own.filter((kept) => isSettled(kept, duties, owed)).map(({ id }) => id));
    rows.push(...owed.map((reminder) => rowOf(reminder, one, mailed)));
  }
  const written = await insertNew(manager, rows);
  if (settled.length > 0) await manager.update(ReminderRecord, { id: In(settled) }, { settledAt: now() });
  return { written, settled: settled.length, last: ids.at(-1) };
}

/** Cases in which something may fall due soon, or reminders may be out of date. Their rows are locked. */
function takeCases(
  manager: EntityManager,
  horizon: LocalDate,
  after: string | undefined,
): Promise<CaseRow[]> {
  return manager.query(
    `SELECT "id", "officeId", "stage", "handlerAccountId" FROM applications
     WHERE ($2::uuid IS NULL OR "id" > $2)
       AND (("stage" <> 'closed' AND "nextDueOn" <= $1)
         OR EXISTS (SELECT 1 FROM wakes WHERE "applicationId" = applications."id"
           AND "act" = 'opinion.lapsed' AND "on" <= $1)
         OR EXISTS (SELECT 1 FROM reminders WHERE "applicationId" = applications."id" AND "settledAt" IS NULL))
     ORDER BY "id" LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`,
    [horizon, after ?? null],
  );
}

function dutiesOf(
  { id: applicationId, stage }: CaseRow,
  rows: readonly ActRecord[],
  calendar: WorkCalendar,
  on: LocalDate,
  policy: ClockPolicy | undefined,
): Period[] {
  if (stage === 'closed') return [];
  try {
    const acts = effectiveActs(rows.map(recordedAct));
    return remindedPeriods(readClock(acts, calendar, on, policy).periods);
  } catch (error) {
    log().error({ err: error, applicationId }, 'a case could not be read for its reminders');
    return [];
  }
}

/** The active people of the offices of these cases. */
async function recipientsOf(
  manager: EntityManager,
  cases: readonly CaseRow[],
): Promise<Map<string, Recipient[]>> {
  const accounts = await manager.find(AccountRecord, {
    select: { id: true, officeId: true, roles: true },
    where: { officeId: In([...new Set(cases.map(({ officeId }) => officeId))]), active: true },
  });
  const people = new Map<string, Recipient[]>();
  for (const { id: accountId, officeId, roles } of accounts) {
    people.set(officeId, [...(people.get(officeId) ?? []), { accountId, roles }]);
  }
  return people;
}

/** Of the handlers only the one who has the case; all of them while nobody has it. */
function ofCase({ handlerAccountId }: CaseRow, people: readonly Recipient[]): Recipient[] {
  const assigned = people.some(({ accountId }) => accountId === handlerAccountId);
  return people.map(({ accountId, roles }) => ({
    accountId,
    roles: assigned && accountId !== handlerAccountId ? roles.filter((role) => role !== 'handler') : roles,
  }));
}

function isSettled(kept: ReminderRecord, duties: readonly Period[], owed: readonly Owed[]): boolean {
  const { period, dueOn, accountId, distance } = kept;
  if (!duties.some((duty) => duty.id === period && duty.dueOn === dueOn)) return true;
  return owed.some(
    (one) =>
      one.period === period && one.dueOn === dueOn && one.accountId === accountId && one.distance < distance,
  );
}

function rowOf(
  reminder: Owed,
  { id: applicationId, officeId }: CaseRow,
  mailed: ReadonlySet<string>,
): ReminderRecord {
  return {
    ...reminder,
    ...{
      id: randomUUID(),
      applicationId,
      submissionId: null,
      officeId,
      createdAt: now(),
      readAt: null,
      settledAt: null,
    },
    mail: mailed.has(reminder.accountId) ? 'due' : 'none',
  };
}
