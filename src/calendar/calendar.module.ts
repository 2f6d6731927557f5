import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { NoticeKeeping } from './notice-keeping.js';
import { ProposalsController } from './proposals.controller.js';

/** 放假安排: which days are working days, and what a new notice moves. */
@Module({ controllers: [CalendarController, ProposalsController], providers: [NoticeKeeping] })
export class CalendarModule {}
