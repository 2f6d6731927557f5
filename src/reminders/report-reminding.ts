import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import type { LocalDate } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import { now } from '../infrastructure/today.js';
import { AccountRecord } from '../records/person/account.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { dutyId, officeDuties, reportDays } from '../records/report/office-duties.js';
import { officeAndDescendantIds } from '../records/office/offices.js';
import { ReminderRecord } from '../records/reminder/reminder.js';
import { accountsWithMail, insertNew } from './keeping.js';
import { distanceReached } from './owing.js';
import { REPORT_WORKDAYS, reportRules, STALE_WORKDAYS } from './reminder-rules.js';

/** A reminder of a report that is owed on a day. */
type OwedReport = Pick<
  ReminderRecord,
  'accountId' | 'officeId' | 'period' | 'periodName' | 'dueOn' | 'distance'
>;

/**
 * Reminds of the reports that an office owes: 年度报告 by 31 January and 31 March (条例第四十九条), the self-check of a
 * quarter. The days are those of the desk; reminders follow what has been published and handed in. Any number of
 * processes may sweep.
 */
@Injectable()
export class ReportReminding {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Answers how many reminders were written and how many were settled. */
  sweepOnce(on: LocalDate): Promise<{ written: number; settled: number }> {
    return this.dataSource.transaction(async (manager) => {
      const open = await manager.findBy(ReminderRecord, {
        applicationId: IsNull(),
        submissionId: IsNull(),
        settledAt: IsNull(),
      });
      const calendar = await loadCalendar(manager);
      const near = reportDays(on).some((day) => isNear(calendar.workdaysLeft(on, day)));
      // For most of the year there is nothing to ask for.
      const owed = near || open.length > 0 ? await owedReports(manager, calendar, on) : [];
      const settled = open.filter((kept) => !owed.some((one) => isSame(one, kept))).map(({ id }) => id);
      const mailed = await accountsWithMail(manager);
      const written = await insertNew(
        manager,
        owed.map((one) => rowOf(one, mailed)),
      );
      if (settled.length > 0) await manager.update(ReminderRecord, { id: In(settled) }, { settledAt: now() });
      return { written, settled: settled.length };
    });
  }
}

const isNear = (left: number): boolean => left <= REPORT_WORKDAYS && left >= -STALE_WORKDAYS;

/** The latest reminder of each report to each person; an earlier one is settled by it. */
async function owedReports(
  manager: EntityManager,
  calendar: WorkCalendar,
  on: LocalDate,
): Promise<OwedReport[]> {
  const people = await manager.find(AccountRecord, {
    select: { id: true, officeId: true, roles: true },
    where: { active: true },
  });
  const owed: OwedReport[] = [];
  for (const officeId of new Set(people.map((one) => one.officeId))) {
    const duties = await officeDuties(manager, await officeAndDescendantIds(manager, officeId), on);
    for (const duty of duties) {
      const left = calendar.workdaysLeft(on, duty.dueOn);
      if (!isNear(left)) continue;
      for (const { id: accountId, roles } of people.filter((one) => one.officeId === officeId)) {
        const rules = reportRules[duty.kind].filter(({ role }) => roles.includes(role));
        const distance = distanceReached(rules, left);
        if (distance === undefined) continue;
        const { what: periodName, dueOn } = duty;
        owed.push({ accountId, officeId, period: dutyId(duty), periodName, dueOn, distance });
      }
    }
  }
  return owed;
}

const isSame = (owed: OwedReport, kept: ReminderRecord): boolean =>
  owed.accountId === kept.accountId &&
  owed.officeId === kept.officeId &&
  owed.period === kept.period &&
  owed.distance === kept.distance;

const rowOf = (owed: OwedReport, mailed: ReadonlySet<string>): ReminderRecord => ({
  ...owed,
  ...{ id: randomUUID(), applicationId: null, submissionId: null, provisional: false, loud: false },
  ...{ createdAt: now(), readAt: null, settledAt: null },
  mail: mailed.has(owed.accountId) ? 'due' : 'none',
});
