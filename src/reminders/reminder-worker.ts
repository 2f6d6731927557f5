import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { log } from '../infrastructure/log.js';
import { Sweeping } from '../infrastructure/sweeping.js';
import { now, today } from '../infrastructure/today.js';
import { ReminderMailing } from './mailing.js';
import { Reminding } from './reminding.js';
import { ReportReminding } from './report-reminding.js';
import { UnconfirmedReminding } from './unconfirmed.js';

const SWEEP_EVERY_MS = 5 * 60_000;

/** Sweeps for reminders and their mails at the start and every five minutes. */
@Injectable()
export class ReminderWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweeping = new Sweeping(
    SWEEP_EVERY_MS,
    (ending) => this.sweep(ending),
    'the sweep for reminders broke off',
  );

  constructor(
    private readonly reminding: Reminding,
    private readonly unconfirmed: UnconfirmedReminding,
    private readonly reports: ReportReminding,
    private readonly mailing: ReminderMailing,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping.begin();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sweeping.end();
  }

  private async sweep(ending: AbortSignal): Promise<void> {
    const duties = await this.reminding.sweepOnce(today(), ending);
    const waiting = await this.unconfirmed.sweepOnce(today());
    const reports = await this.reports.sweepOnce(today());
    const written = duties.written + waiting.written + reports.written;
    const settled = duties.settled + waiting.settled + reports.settled;
    const mails = await this.mailing.sendOnce(now());
    if (written + settled + mails > 0) log().info({ written, settled, mails }, 'reminders were swept');
  }
}
