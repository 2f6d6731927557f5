import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Door } from '../casework/door.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { log } from '../infrastructure/log.js';
import { Sweeping } from '../infrastructure/sweeping.js';
import { today } from '../infrastructure/today.js';
import { applicationsToWake } from '../records/application/wakes.js';

const SWEEP_EVERY_MS = 60_000;
const BATCH = 100;

/** What a sweep has done. */
export interface Swept {
  /** Acts that time has performed. */
  readonly acts: number;
  /** Applications whose wakes could not be performed; they stay due. */
  readonly failed: number;
}

/**
 * Performs what the law makes happen by lapse of time (逾期不补正、救济期满 …) once the day is over. Any number of
 * processes may sweep: each takes the cases that no other has in hand.
 */
@Injectable()
export class Waker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweeping = new Sweeping(
    SWEEP_EVERY_MS,
    (ending) => this.sweep(ending),
    'the sweep broke off',
  );

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly door: Door,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping.begin();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sweeping.end();
  }

  /**
   * Performs every wake whose day is over on the day given. Cases that another has in hand come last and are waited
   * for: it may be about its reminders only. Told that the program ends, it stops after the case at hand: the rest stays due.
   */
  async sweepOnce(on: LocalDate, ending?: AbortSignal): Promise<Swept> {
    const inHand: string[] = [];
    const swept = { acts: 0, failed: 0 };
    const lapse = async (applicationId: string, whileInHand: 'skipped' | 'awaited'): Promise<void> => {
      if (ending?.aborted) return;
      try {
        const acts = await this.door.lapse(applicationId, on, whileInHand);
        if (acts === undefined) inHand.push(applicationId);
        else swept.acts += acts;
      } catch (error) {
        swept.failed += 1;
        log().error({ err: error, applicationId }, 'a wake failed; it is tried again at the next sweep');
      }
    };
    let batch: string[] = [];
    do {
      batch = await applicationsToWake(this.dataSource.manager, on, batch.at(-1), BATCH);
      for (const applicationId of batch) await lapse(applicationId, 'skipped');
    } while (batch.length === BATCH && !ending?.aborted);
    for (const applicationId of inHand.splice(0)) await lapse(applicationId, 'awaited');
    return swept;
  }

  private async sweep(ending: AbortSignal): Promise<void> {
    const { acts, failed } = await this.sweepOnce(today(), ending);
    if (acts + failed > 0) log().info({ acts, failed }, 'time has performed acts');
  }
}
