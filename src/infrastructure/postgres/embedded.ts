import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ensureFolder } from '../folders.js';
import { log } from '../log.js';
import { underLock } from './folder-lock.js';
import { type Home, homeOf, lockOf } from './home.js';
import { at, ensureRunning, runningOn, type ServerAddress, stop } from './postmaster.js';
import { programsFor } from './programs.js';

/** Every program that uses the server keeps one connection of this name open: they are counted by it. */
const PRESENCE = 'yishenqing-gongkai presence';

export interface EmbeddedOptions {
  /** DATA_DIR, absolute. */
  readonly dataDir: string;
  /** The setting POSTGRES_BIN. */
  readonly programs?: string | undefined;
  /** False: committed work need not outlive a power cut (tests). */
  readonly durable?: boolean;
}

/** The embedded PostgreSQL of a data folder, used by this program. */
export interface EmbeddedPostgres {
  /** How to reach a database of it; by unix socket only. */
  address(database: string): ServerAddress;
  /** Lets go of the server; the last program that uses it stops it. */
  close(): Promise<void>;
}

/**
 * Makes, starts or adopts the PostgreSQL of a data folder and keeps it running until `close`.
 * Throws CannotStart with a Chinese reason.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const server = new Embedded(options);
  await server.attach();
  return server;
}

/** Between two attempts to start the server again. */
const LONGEST_PAUSE_MS = 15_000;

class Embedded implements EmbeddedPostgres {
  private presence: pg.Client | undefined;
  private socketFolder = '';
  private closing = false;

  constructor(private readonly options: EmbeddedOptions) {}

  address(database: string): ServerAddress {
    return at(this.socketFolder, database);
  }

  async attach(): Promise<void> {
    ensureFolder(this.options.dataDir);
    await underLock(lockOf(this.options.dataDir), async () => {
      const home = homeOf(this.options.dataDir);
      const programs = programsFor(home, this.options.programs);
      const running = await ensureRunning(home, programs, this.options.durable ?? true);
      this.socketFolder = running.socketFolder;
      this.presence = await this.present();
    });
    process.on('exit', this.leaveInHaste);
  }

  async close(): Promise<void> {
    if (this.closing) return;
    this.closing = true;
    process.off('exit', this.leaveInHaste);
    await this.presence?.end().catch(() => undefined);
    await stopWhenUnused(this.options.dataDir, 0);
  }

  private async present(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.address('postgres'), application_name: PRESENCE });
    client.on('error', () => undefined);
    client.once('end', () => {
      if (!this.closing) void this.revive();
    });
    await client.connect();
    return client;
  }

  /**
   * The server went down under us: bring it back, so that the pools find it again. It may not start for as long as the
   * disk is full: then it is tried again until there is space.
   */
  private async revive(): Promise<void> {
    process.off('exit', this.leaveInHaste);
    log().warn('the embedded database stopped; starting it again');
    for (let attempt = 1; !this.closing; attempt++) {
      try {
        await this.attach();
        return;
      } catch (error) {
        log().error({ err: error }, 'the embedded database did not start');
        await pause(Math.min(1_000 * attempt, LONGEST_PAUSE_MS));
      }
    }
  }

  /** The process ends without `close`: nothing can be awaited any more, so a small program does it after us. */
  private readonly leaveInHaste = (): void => {
    const program = fileURLToPath(new URL('./stop-when-unused.js', import.meta.url));
    spawn(process.execPath, [program, this.options.dataDir], { detached: true, stdio: 'ignore' }).unref();
  };
}

/** Stops the server of a data folder when no program uses it; waits `patienceMs` for those that are just ending. */
export async function stopWhenUnused(dataDir: string, patienceMs: number): Promise<void> {
  // A server whose folder was taken away ends by itself.
  if (!existsSync(dataDir)) return;
  await underLock(lockOf(dataDir), () => stopIfUnused(homeOf(dataDir), patienceMs));
}

async function stopIfUnused(home: Home, patienceMs: number): Promise<void> {
  const running = runningOn(home);
  if (!running) return;
  const patientUntil = performance.now() + patienceMs;
  while ((await users(running.socketFolder)) > 0) {
    if (performance.now() >= patientUntil) return;
    await pause(50);
  }
  await stop(home, running);
}

async function users(socketFolder: string): Promise<number> {
  const client = new pg.Client(at(socketFolder, 'postgres'));
  client.on('error', () => undefined);
  try {
    await client.connect();
    const counted = await client.query<{ users: number }>(
      'select count(*)::int as users from pg_stat_activity where application_name = $1',
      [PRESENCE],
    );
    return counted.rows[0]?.users ?? 0;
  } catch {
    // It is on its way down already.
    return 1;
  } finally {
    await client.end().catch(() => undefined);
  }
}
