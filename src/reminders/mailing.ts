import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { LocalDate } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import { log } from '../infrastructure/log.js';
import { type Mail, sendMail } from '../infrastructure/mail.js';
import { settings } from '../infrastructure/settings.js';
import { dayOf, hourOf } from '../infrastructure/today.js';
import { AccountRecord } from '../records/person/account.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { ReminderRecord } from '../records/reminder/reminder.js';
import { ReminderSetting } from '../records/reminder/reminder-setting.js';
import { paths } from '../web/paths.js';
import { chineseDate } from '../web/words.js';
import { mailHours } from './reminder-rules.js';
import { type Subject, subjectsOf } from './subjects.js';

/** Whether no mail goes out now: at night, early, and on rest days. */
export function isQuiet(instant: Date, calendar: WorkCalendar): boolean {
  const hour = hourOf(instant);
  return hour < mailHours.from || hour >= mailHours.until || !calendar.isWorkday(dayOf(instant));
}

/** Sends the reminders that go by mail, all of one person in one. What was settled or read meanwhile is dropped. */
@Injectable()
export class ReminderMailing {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Answers how many mails were sent; none in quiet hours. */
  async sendOnce(instant: Date): Promise<number> {
    const { manager } = this.dataSource;
    const calendar = await loadCalendar(manager);
    if (isQuiet(instant, calendar)) return 0;
    const rows: { accountId: string }[] = await manager.query(
      `SELECT DISTINCT "accountId" FROM reminders WHERE "mail" = 'due' ORDER BY 1`,
    );
    let sent = 0;
    for (const { accountId } of rows) {
      try {
        sent += await this.dataSource.transaction((own) => mailTo(own, accountId, calendar, dayOf(instant)));
      } catch (error) {
        log().error({ err: error, accountId }, 'a reminder mail failed; it is tried again at the next sweep');
      }
    }
    return sent;
  }
}

async function mailTo(
  manager: EntityManager,
  accountId: string,
  calendar: WorkCalendar,
  on: LocalDate,
): Promise<number> {
  const due = await manager.find(ReminderRecord, {
    where: { accountId, mail: 'due' },
    order: { loud: 'DESC', dueOn: 'ASC' },
    lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
  });
  const setting = await manager.findOneBy(ReminderSetting, { accountId });
  const active = await manager.existsBy(AccountRecord, { id: accountId, active: true });
  const current = due.filter(({ settledAt, readAt }) => settledAt === null && readAt === null);
  const wanted = setting?.email && active ? current : [];
  const dropped = due.filter((one) => !wanted.includes(one)).map(({ id }) => id);
  if (dropped.length > 0) await manager.update(ReminderRecord, { id: In(dropped) }, { mail: 'dropped' });
  if (!setting?.email || wanted.length === 0) return 0;
  const subjectOf = await subjectsOf(manager, wanted);
  await manager.update(ReminderRecord, { id: In(wanted.map(({ id }) => id)) }, { mail: 'sent' });
  // Last: a mail that cannot be sent undoes the rest, and is tried again.
  await sendMail(
    mailOf(setting.email, wanted, (one) => ({
      subject: subjectOf(one),
      left: calendar.workdaysLeft(on, one.dueOn),
    })),
  );
  return 1;
}

/** Number, period, day and address; nothing about persons or what they ask for. */
function mailOf(
  to: string,
  reminders: readonly ReminderRecord[],
  factsOf: (one: ReminderRecord) => { subject: Subject; left: number },
): Mail {
  const { baseUrl } = settings();
  const lines = reminders.map((one) => {
    const { subject, left } = factsOf(one);
    const provisional = one.provisional ? '（暂定）' : '';
    return [
      subject.suggested
        ? `${subject.name}　${one.periodName}　建议${chineseDate(one.dueOn)}前报送`
        : `${subject.name}　${one.periodName}　${chineseDate(one.dueOn)}到期${provisional}，${leftSaid(left)}`,
      `${baseUrl}${subject.href}`,
    ].join('\n');
  });
  const late = reminders.map(factsOf).filter(({ subject, left }) => left < 0 && !subject.suggested).length;
  const subject = `【依申请公开】${reminders.length} 项期限提醒${late > 0 ? `，其中 ${late} 项已超期` : ''}`;
  const foot = `不再需要邮件提醒的，请在系统的“提醒设置”中关闭：${baseUrl}${paths.reminderSettings}`;
  return { to, subject, text: `${lines.join('\n\n')}\n\n${foot}\n` };
}

/** 还剩 3 个工作日; 今天到期; 已超期 2 个工作日. */
function leftSaid(left: number): string {
  if (left < 0) return `已超期 ${-left} 个工作日`;
  return left === 0 ? '今天到期' : `还剩 ${left} 个工作日`;
}
