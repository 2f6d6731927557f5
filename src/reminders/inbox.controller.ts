import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, IsNull } from 'typeorm';
import { caseRoles } from '../domain/office/role.js';
import { now, today } from '../infrastructure/today.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { ReminderRecord } from '../records/reminder/reminder.js';
import { remindersOf } from '../records/reminder/reminders.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { inboxPage } from './pages.js';
import { subjectsOf } from './subjects.js';

/** 提醒: what falls due soon and concerns me. */
@Controller(paths.reminders)
@Allow(...caseRoles)
export class InboxController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get()
  async inbox(@CurrentViewer() viewer: Viewer): Promise<Page> {
    const { manager } = this.dataSource;
    const kept = await remindersOf(manager, viewer.accountId, viewer.visibleOfficeIds);
    const subjectOf = await subjectsOf(manager, kept);
    const calendar = await loadCalendar(manager);
    return inboxPage({
      title: '提醒',
      unread: kept.filter(({ readAt }) => readAt === null).length,
      reminders: kept.map((one) => ({
        ...{ id: one.id, periodName: one.periodName, loud: one.loud },
        ...subjectOf(one),
        dueOn: one.dueOn,
        remaining: calendar.workdaysLeft(today(), one.dueOn),
        unit: 'workdays',
        provisional: one.provisional,
        at: one.createdAt,
        read: one.readAt !== null,
      })),
    });
  }

  @Post('read')
  async readAll(@CurrentViewer() viewer: Viewer): Promise<SeeOther> {
    await this.dataSource.manager.update(
      ReminderRecord,
      { accountId: viewer.accountId, readAt: IsNull() },
      { readAt: now() },
    );
    return seeOther(paths.reminders, '已全部标为已读。');
  }

  @Post(':id/read')
  async read(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<SeeOther> {
    const own = { id, accountId: viewer.accountId };
    if (!(await this.dataSource.manager.existsBy(ReminderRecord, own)))
      throw new ProblemException('not-found');
    await this.dataSource.manager.update(ReminderRecord, { ...own, readAt: IsNull() }, { readAt: now() });
    return seeOther(paths.reminders);
  }
}
