import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { countUncounted } from '../casework/recount.js';
import { log } from '../infrastructure/log.js';
import { foldAllChanges } from '../records/tallies.js';

const FOLD_EVERY_MS = 20_000;

/**
 * Folds movements into the sums every twenty seconds, and at the start counts what was never counted. Numbers are
 * right without it; with it they stay quick.
 */
@Injectable()
export class CountFolding implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private folding: Promise<void> | undefined;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.inBackground(async () => {
      const counted = await countUncounted(this.dataSource);
      if (counted > 0) log().info({ counted }, 'cases were counted that had not been');
      await foldAllChanges(this.dataSource.manager);
    });
    this.timer = setInterval(() => {
      this.inBackground(() => foldAllChanges(this.dataSource.manager));
    }, FOLD_EVERY_MS);
    this.timer.unref();
  }

  /** Waits for what is under way, so that the database is not closed under it. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.folding;
  }

  private inBackground(task: () => Promise<void>): void {
    if (this.folding) return;
    this.folding = task()
      .catch((error: unknown) => {
        log().error({ err: error }, 'the folding of counts broke off');
      })
      .finally(() => {
        this.folding = undefined;
      });
  }
}
