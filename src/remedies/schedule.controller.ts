import { Controller, Get } from '@nestjs/common';
import { type LocalDate, weekday } from '../domain/time/local-date.js';
import type { Page } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { chineseDate } from '../web/words.js';
import { type ScheduledRow, schedulePage } from './pages.js';
import { Schedule } from './schedule.js';

const WEEKDAYS = '一二三四五六日';

/** 日程: hearings and last days in one list, day by day. */
@Controller(paths.appealSchedule)
@Allow('handler', 'head', 'legal', 'leader')
export class ScheduleController {
  constructor(private readonly schedule: Schedule) {}

  @Get()
  async show(@CurrentViewer() viewer: Viewer): Promise<Page> {
    const days = new Map<LocalDate, ScheduledRow[]>();
    for (const { day, ...row } of await this.schedule.rows(viewer)) {
      const known = days.get(day);
      if (known) known.push(row);
      else days.set(day, [row]);
    }
    return schedulePage({
      title: '复议应诉日程',
      days: [...days].map(([day, rows]) => ({
        on: `${chineseDate(day)}，星期${WEEKDAYS.at(weekday(day) - 1) ?? ''}`,
        rows,
      })),
    });
  }
}
