import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { countUncounted } from '../casework/recount.js';
import { log } from '../infrastructure/log.js';
import { Sweeping } from '../infrastructure/sweeping.js';
import { foldAllChanges } from '../records/counting/tallies.js';

const FOLD_EVERY_MS = 20_000;

/**
 * Folds movements into the sums every twenty seconds, and at the start counts what was never counted. Numbers are
 * right without it; with it they stay quick.
 */
@Injectable()
export class CountFolding implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweeping = new Sweeping(
    FOLD_EVERY_MS,
    () => this.fold(),
    'the folding of counts broke off',
  );
  private allCounted = false;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.sweeping.begin();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sweeping.end();
  }

  private async fold(): Promise<void> {
    if (!this.allCounted) {
      const counted = await countUncounted(this.dataSource);
      this.allCounted = true;
      if (counted > 0) log().info({ counted }, 'cases were counted that had not been');
    }
    await foldAllChanges(this.dataSource.manager);
  }
}
