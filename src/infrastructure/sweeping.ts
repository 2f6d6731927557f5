import { log } from './log.js';

/** Work that is done at the start and again every so often, never twice at once. */
export class Sweeping {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private readonly ending = new AbortController();

  /**
   * `sweep` may take long: it looks at `ending` between two pieces of its work. `whenBroken` stands in the log beside the
   * error of a sweep that failed; the next one is made all the same.
   */
  constructor(
    private readonly everyMs: number,
    private readonly sweep: (ending: AbortSignal) => Promise<void>,
    private readonly whenBroken: string,
  ) {}

  begin(): void {
    this.inBackground();
    this.timer = setInterval(() => {
      this.inBackground();
    }, this.everyMs);
    this.timer.unref();
  }

  /** Tells the sweep that is under way to end, and waits for it, so that the database is not closed under it. */
  async end(): Promise<void> {
    clearInterval(this.timer);
    this.ending.abort();
    await this.running;
  }

  private inBackground(): void {
    this.running ??= this.sweep(this.ending.signal)
      .catch((error: unknown) => {
        log().error({ err: error }, this.whenBroken);
      })
      .finally(() => {
        this.running = undefined;
      });
  }
}
