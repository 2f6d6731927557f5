import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { log } from '../infrastructure/log.js';
import { clearUnsent } from '../infrastructure/storage.js';
import { Sweeping } from '../infrastructure/sweeping.js';

const SWEEP_EVERY_MS = 24 * 3_600_000;

/** Takes away the papers of applications that were begun and never sent, at the start and once a day. */
@Injectable()
export class UnsentClearing implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sweeping = new Sweeping(
    SWEEP_EVERY_MS,
    async () => {
      const files = await clearUnsent();
      if (files > 0) log().info({ files }, 'papers that were never sent are cleared');
    },
    'papers that were never sent could not be cleared',
  );

  onApplicationBootstrap(): void {
    this.sweeping.begin();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sweeping.end();
  }
}
