import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, IsNull } from 'typeorm';
import { yearOf } from '../domain/time/local-date.js';
import { calendarFrom, calendarThrough } from '../domain/time/work-calendar.js';
import { today } from '../infrastructure/today.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { NoticeProposal } from '../records/calendar/notice-proposal.js';
import { emptyForm } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { type Upload, Uploads } from '../web/uploads.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { mayArrange, refuseOthers } from './arranging.js';
import { arrangeableYears, isFirstOf } from './notice-check.js';
import { NoticeKeeping } from './notice-keeping.js';
import { postedRows } from './notice-rows.js';
import { calendarPage, newNoticePage, type Way, ways, yearPage } from './pages.js';
import { type PostedNotice, readPosted } from './reading.js';
import { noticesOf, shownYears, statutoryOf } from './years.js';

/** 放假安排: the years, and entering a notice. */
@Controller(paths.calendar)
@Allow('admin')
export class CalendarController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly keeping: NoticeKeeping,
  ) {}

  @Get()
  async years(@CurrentViewer() viewer: Viewer): Promise<Page> {
    const { manager } = this.dataSource;
    return calendarPage({
      title: '放假安排',
      years: await shownYears(manager, await loadCalendar(manager), today()),
      waiting: await manager.find(NoticeProposal, {
        where: { settledAt: IsNull() },
        order: { loadedAt: 'ASC' },
      }),
      mayArrange: await mayArrange(manager, viewer),
    });
  }

  @Get('years/:year')
  async year(@Param('year', ParseIntPipe) year: number): Promise<Page> {
    if (year < yearOf(calendarFrom) || year > yearOf(calendarThrough))
      throw new ProblemException('not-found');
    const notices = await noticesOf(this.dataSource.manager, year);
    return yearPage({
      title: `${year}年放假安排`,
      year,
      notices,
      statutory: notices.length > 0 ? [] : statutoryOf(year).arrangements,
    });
  }

  @Get('new')
  async blank(@CurrentViewer() viewer: Viewer, @Query('way') asked?: unknown): Promise<Page> {
    await refuseOthers(this.dataSource.manager, viewer);
    const calendar = await loadCalendar(this.dataSource.manager);
    const years = arrangeableYears(today());
    // The year under way comes first while its own notice is still missing.
    const year = years.findLast((one) => isFirstOf(one, calendar)) ?? years[0];
    return this.newPage(
      wayIn(asked),
      { state: emptyForm({ year: String(year) }), reading: { faults: [] } },
      {},
    );
  }

  @Post()
  async load(
    @CurrentViewer() viewer: Viewer,
    @Body() body: Record<string, unknown>,
    @Uploads('file') files: Upload[],
  ): Promise<Page | SeeOther> {
    await refuseOthers(this.dataSource.manager, viewer);
    const way = wayIn(body['way']);
    const posted = await readPosted(way, body, files);
    if (!('draft' in posted.reading)) return this.newPage(way, posted, body, 422);
    const loaded = await this.keeping.load(viewer, posted.reading.draft);
    if ('reasons' in loaded) {
      return this.newPage(way, { ...posted, reading: { faults: loaded.reasons } }, body, 422);
    }
    return seeOther(paths.noticeProposal(loaded.id), '已录入，尚未启用。请核对后由另一名管理员确认。');
  }

  private async newPage(
    way: Way,
    { state, reading }: PostedNotice,
    body: Readonly<Record<string, unknown>>,
    status = 200,
  ): Promise<Page> {
    const calendar = await loadCalendar(this.dataSource.manager);
    const yearOptions = arrangeableYears(today()).map((year) => ({
      value: String(year),
      label: `${year}年${isFirstOf(year, calendar) ? '（尚无通知）' : '（已有通知，本次为补充）'}`,
    }));
    return newNoticePage(
      {
        title: '录入放假安排',
        way,
        form: state,
        rows: postedRows(body),
        yearOptions,
        faults: 'faults' in reading ? reading.faults : [],
      },
      status,
    );
  }
}

function wayIn(asked: unknown): Way {
  return typeof asked === 'string' && Object.hasOwn(ways, asked) ? (asked as Way) : 'paste';
}
