import { log } from './log.js';

/** Work that is done at the start and again every so often, never twice at once. */
export class Sweeping {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  /** `whenBroken` stands in the log beside the error of a sweep that failed; the next one is made all the same. */
  constructor(
    private readonly everyMs: number,
    private readonly sweep: () => Promise<void>,
    private readonly whenBroken: string,
  ) {}

  begin(): void {
    this.inBackground();
    this.timer = setInterval(() => {
      this.inBackground();
    }, this.everyMs);
    this.timer.unref();
  }

  /** Waits for the sweep that is under way, so that the database is not closed under it. */
  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private inBackground(): void {
    this.running ??= this.sweep()
      .catch((error: unknown) => {
        log().error({ err: error }, this.whenBroken);
      })
      .finally(() => {
        this.running = undefined;
      });
  }
}
