import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import { confirmationDueOn } from '../domain/application/receipt.js';
import { requiredLimit } from '../domain/clock/limits.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { dayOf, now } from '../infrastructure/today.js';
import { AccountRecord } from '../records/person/account.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { OVERDUE, ReminderRecord } from '../records/reminder/reminder.js';
import { SubmissionRecord } from '../records/application/submission.js';
import { accountsWithMail, insertNew } from './keeping.js';

/**
 * Reminds the clerks of what waits to be confirmed with its applicant (E3, 本系统口径): once when more than a working day
 * has gone by. Unanswered letters are not parked for ever. Any number of processes may sweep.
 */
@Injectable()
export class UnconfirmedReminding {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Answers how many reminders were written and how many were settled. */
  sweepOnce(on: LocalDate): Promise<{ written: number; settled: number }> {
    return this.dataSource.transaction(async (manager) => {
      const settled = await settleAnswered(manager);
      const calendar = await loadCalendar(manager);
      const waiting = await manager.find(SubmissionRecord, {
        select: { id: true, officeId: true, arrivedAt: true },
        where: { state: 'pending' },
      });
      const late = waiting
        .map(({ id, officeId, arrivedAt }) => ({
          id,
          officeId,
          dueOn: confirmationDueOn(calendar, dayOf(arrivedAt)),
        }))
        .filter(({ dueOn }) => dueOn < on);
      if (late.length === 0) return { written: 0, settled };
      const clerks = await clerksOf(manager, [...new Set(late.map(({ officeId }) => officeId))]);
      const mailed = await accountsWithMail(manager);
      const rows = late.flatMap(({ id: submissionId, officeId, dueOn }) =>
        clerks
          .filter((clerk) => clerk.officeId === officeId)
          .map(({ id: accountId }): ReminderRecord => ({
            ...{ id: randomUUID(), officeId, applicationId: null, submissionId, accountId, dueOn },
            period: 'receipt.confirmation',
            periodName: requiredLimit('receipt.confirmation', dueOn).name,
            provisional: false,
            distance: OVERDUE,
            loud: false,
            createdAt: now(),
            readAt: null,
            settledAt: null,
            mail: mailed.has(accountId) ? 'due' : 'none',
          })),
      );
      return { written: await insertNew(manager, rows), settled };
    });
  }
}

/** What was confirmed, declined or taken back reminds nobody any more. */
async function settleAnswered(manager: EntityManager): Promise<number> {
  const open = await manager.find(ReminderRecord, {
    select: { id: true, submissionId: true },
    where: { submissionId: Not(IsNull()), settledAt: IsNull() },
  });
  if (open.length === 0) return 0;
  const waiting = await manager.find(SubmissionRecord, {
    select: { id: true },
    where: { id: In(open.map(({ submissionId }) => submissionId)), state: 'pending' },
  });
  const still = new Set<string | null>(waiting.map(({ id }) => id));
  const answered = open.filter(({ submissionId }) => !still.has(submissionId)).map(({ id }) => id);
  if (answered.length > 0) await manager.update(ReminderRecord, { id: In(answered) }, { settledAt: now() });
  return answered.length;
}

async function clerksOf(manager: EntityManager, officeIds: readonly string[]): Promise<AccountRecord[]> {
  const people = await manager.find(AccountRecord, {
    select: { id: true, officeId: true, roles: true },
    where: { officeId: In([...officeIds]), active: true },
  });
  return people.filter(({ roles }) => roles.includes('clerk'));
}
