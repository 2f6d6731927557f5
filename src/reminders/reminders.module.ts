import { Module } from '@nestjs/common';
import { FeedController } from './feed.controller.js';
import { FeedKeeping } from './feed-keeping.js';
import { InboxController } from './inbox.controller.js';
import { ReminderMailing } from './mailing.js';
import { ReminderWorker } from './reminder-worker.js';
import { Reminding } from './reminding.js';
import { ReportReminding } from './report-reminding.js';
import { ReminderSettingsController } from './settings.controller.js';
import { UnconfirmedReminding } from './unconfirmed.js';

/** 提醒: before a duty falls due, to the people whose duty it is. */
@Module({
  // 设置 before the inbox, whose addresses have parts.
  controllers: [ReminderSettingsController, InboxController, FeedController],
  providers: [Reminding, UnconfirmedReminding, ReportReminding, ReminderMailing, ReminderWorker, FeedKeeping],
})
export class RemindersModule {}
