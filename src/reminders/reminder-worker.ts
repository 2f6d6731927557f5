import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { log } from '../infrastructure/log.js';
import { now, today } from '../infrastructure/today.js';
import { ReminderMailing } from './mailing.js';
import { Reminding } from './reminding.js';

const SWEEP_EVERY_MS = 5 * 60_000;

/** Sweeps for reminders and their mails at the start and every five minutes. */
@Injectable()
export class ReminderWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> | undefined;

  constructor(
    private readonly reminding: Reminding,
    private readonly mailing: ReminderMailing,
  ) {}

  onApplicationBootstrap(): void {
    this.sweepInBackground();
    this.timer = setInterval(() => {
      this.sweepInBackground();
    }, SWEEP_EVERY_MS);
    this.timer.unref();
  }

  /** Waits for the sweep that is under way, so that the database is not closed under it. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
  }

  private sweepInBackground(): void {
    if (this.sweeping) return;
    this.sweeping = this.sweep()
      .catch((error: unknown) => {
        log().error({ err: error }, 'the sweep for reminders broke off');
      })
      .finally(() => {
        this.sweeping = undefined;
      });
  }

  private async sweep(): Promise<void> {
    const { written, settled } = await this.reminding.sweepOnce(today());
    const mails = await this.mailing.sendOnce(now());
    if (written + settled + mails > 0) log().info({ written, settled, mails }, 'reminders were swept');
  }
}
