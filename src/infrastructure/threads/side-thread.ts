import { Worker } from 'node:worker_threads';
import type { Told } from './messages.js';

/** The thread ended under its job: it ran out of memory, took too long or broke down. */
export class ThreadLost extends Error {
  override readonly name = 'ThreadLost';
}

/** The bounds of a side thread. */
export interface Bounds {
  /** One job may take so long. */
  readonly mostMs: number;
  /** The thread's own memory, in megabytes; what it holds in buffers is not counted. */
  readonly mostMegabytes: number;
}

/** So long a thread without work is kept for the next. */
const IDLE_MS = 10_000;

/**
 * A thread beside the one that answers pages, for work that would keep it from answering: what strangers have sent is
 * taken apart here, and a file that breaks the thread breaks nothing else. Begun when it is first needed; one job after
 * another, in the order in which they were asked for.
 */
export class SideThread<In, Out> {
  private worker: Worker | undefined;
  private before: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  /** `script` calls `serveThread` with the same types. */
  constructor(
    private readonly script: URL,
    private readonly bounds: Bounds,
  ) {}

  /** Does the job after those asked for before. Throws {@link ThreadLost}, or an Error with what the job's own said. */
  do(job: In, onProgress?: (done: number) => void): Promise<Out> {
    const done = this.before.then(() => this.run(job, onProgress));
    this.before = done.catch(() => undefined);
    return done;
  }

  /** Waits for the jobs that were asked for, and ends the thread. */
  async end(): Promise<void> {
    await this.before;
    await this.stop();
  }

  private run(job: In, onProgress?: (done: number) => void): Promise<Out> {
    clearTimeout(this.idle);
    const worker = (this.worker ??= this.begin());
    const { mostMs } = this.bounds;
    return new Promise<Out>((resolve, reject) => {
      const lost = (why: string, cause?: unknown): void => {
        settle();
        void this.stop();
        reject(new ThreadLost(`A side thread ${why}.`, { cause }));
      };
      const heard = (told: Told<Out>): void => {
        if ('progress' in told) {
          onProgress?.(told.progress);
          return;
        }
        settle();
        this.idle = setTimeout(() => void this.stop(), IDLE_MS).unref();
        if ('done' in told) resolve(told.done);
        else {
          const { message, stack, code } = told.fault;
          reject(Object.assign(new Error(message), { stack, code }));
        }
      };
      const broken = (fault: unknown): void => lost('broke down', fault);
      const ended = (code: number): void => lost(`ended with ${code}`);
      const limit = setTimeout(() => lost('took too long'), mostMs);
      const settle = (): void => {
        clearTimeout(limit);
        worker.off('message', heard).off('messageerror', broken).off('error', broken).off('exit', ended);
        worker.unref();
      };
      worker.on('message', heard).on('messageerror', broken).on('error', broken).on('exit', ended);
      worker.ref();
      worker.postMessage(job);
    });
  }

  private begin(): Worker {
    const worker = new Worker(this.script, {
      resourceLimits: { maxOldGenerationSizeMb: this.bounds.mostMegabytes },
    });
    // What breaks down between two jobs takes none of them along, and the next begins another.
    const forget = (): void => {
      if (this.worker === worker) this.worker = undefined;
    };
    return worker.on('error', forget).on('exit', forget);
  }

  private async stop(): Promise<void> {
    clearTimeout(this.idle);
    const worker = this.worker;
    this.worker = undefined;
    await worker?.terminate();
  }
}
