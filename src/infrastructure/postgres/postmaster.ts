import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, closeSync, existsSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart } from '../cannot-start.js';
import type { Home } from './home.js';
import { isPostmasterOf } from './process-identity.js';

const PORT = 5432;
const SUPERUSER = 'gongkai';
const LOG_LIMIT_BYTES = 5_000_000;
const START_PATIENCE_MS = 90_000;
const START_ATTEMPTS = 12;
const SILENCE_PATIENCE_MS = 5_000;

/** What `postmaster.pid` tells of a running server. */
export interface Postmaster {
  readonly pid: number;
  /** Where it listens: another program may have chosen it. */
  readonly socketFolder: string;
}

/** The server that runs on this home; undefined when there is none, whatever a crash has left behind. */
export function runningOn(home: Home): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(home.cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isPostmasterOf(pid, home.cluster)) return undefined;
  return { pid, socketFolder: lines[4]?.trim() || home.socketFolder };
}

/** Adopts the server that runs on this home, or starts one; call it under the lock of the data folder. */
export async function ensureRunning(home: Home, programs: string, durable: boolean): Promise<Postmaster> {
  if (!existsSync(join(home.cluster, 'PG_VERSION'))) initialise(home, programs, durable);
  const patientUntil = performance.now() + START_PATIENCE_MS;
  let silentSince: number | undefined;
  let child: ChildProcess | undefined;
  let attempts = 0;
  while (performance.now() < patientUntil) {
    const running = runningOn(home);
    if (!running) {
      if (!child || hasEnded(child)) {
        // Right after a crash the old server's last processes may still hold its memory: a few tries are due.
        if (attempts++ === START_ATTEMPTS) break;
        if (child) await pause(500);
        child = start(home, programs, durable);
      }
    } else {
      const answer = await ask(running.socketFolder);
      if (answer === 'ready') return running;
      // Starting and stopping servers answer so. One that stays silent has lost its socket file.
      silentSince = answer === 'busy' ? undefined : (silentSince ?? performance.now());
      if (silentSince !== undefined && performance.now() - silentSince > SILENCE_PATIENCE_MS) {
        await stop(home, running);
        silentSince = undefined;
      }
    }
    await pause(20);
  }
  throw new CannotStart(`内置数据库没有启动，日志在 ${home.log}：\n${lastLines(home.log)}`);
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Ends the server: its clients are cut off, what they committed is kept. */
export async function stop(home: Home, running: Postmaster): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    try {
      process.kill(running.pid, signal);
    } catch {
      return;
    }
    const patientUntil = performance.now() + patienceMs;
    while (performance.now() < patientUntil) {
      if (!isPostmasterOf(running.pid, home.cluster)) return;
      await pause(20);
    }
  }
}

/** A new cluster, made aside and moved into place whole, so that a crash leaves none or a good one. */
function initialise(home: Home, programs: string, durable: boolean): void {
  for (const name of readdirSync(home.folder))
    if (name.startsWith('cluster.new')) rmSync(join(home.folder, name), { recursive: true, force: true });
  const draft = join(home.folder, 'cluster.new');
  const common = ['-D', draft, '-U', SUPERUSER, '-A', 'trust', '-E', 'UTF8', '--no-instructions'];
  if (!durable) common.push('--no-sync');
  let complaint = '';
  // Not every system has C.UTF-8; without a UTF-8 locale Chinese characters would not count as letters.
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8']) {
    const made = spawnSync(join(programs, 'initdb'), [...common, `--locale=${locale}`], {
      ...home.user,
      cwd: home.folder,
      env: environment(),
      encoding: 'utf8',
    });
    if (made.status === 0) {
      renameSync(draft, home.cluster);
      return;
    }
    complaint = made.error?.message ?? made.stderr;
    rmSync(draft, { recursive: true, force: true });
  }
  throw new CannotStart(`内置数据库无法建立（${home.folder}），请检查磁盘空间和权限：\n${complaint.trim()}`);
}

function start(home: Home, programs: string, durable: boolean): ChildProcess {
  // We hold the lock and no server lives here: what a crash left would only mislead the new one.
  rmSync(join(home.cluster, 'postmaster.pid'), { force: true });
  for (const name of readdirSync(home.socketFolder))
    if (name.startsWith('.s.PGSQL.')) rmSync(join(home.socketFolder, name), { force: true });
  const log = openLog(home);
  const options = { ...quiet, ...(durable ? {} : forgetful), unix_socket_directories: home.socketFolder };
  const child = spawn(
    join(programs, 'postgres'),
    ['-D', home.cluster, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Its own session: Ctrl-C at the terminal is for us, who then stop it in good order.
    { ...home.user, cwd: home.cluster, env: environment(), detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  // A server that ends is noticed by its connections; a program that cannot be run, by the silence.
  child.on('error', () => undefined);
  child.unref();
  return child;
}

/**
 * No network; no statements or values in the log, for they hold personal data. A page's statements are done in less
 * time than it takes to compile them or to start further processes for them.
 */
const quiet = {
  listen_addresses: '',
  port: String(PORT),
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** For databases that are thrown away after a test. */
const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

function environment(): Record<string, string> {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', LC_MESSAGES: 'C' };
}

function openLog(home: Home): number {
  const size = statSync(home.log, { throwIfNoEntry: false })?.size ?? 0;
  const log = openSync(home.log, size > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600);
  if (home.user) chownSync(home.log, home.user.uid, home.user.gid);
  return log;
}

function lastLines(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n') : '';
}

type Answer = 'ready' | 'busy' | 'silent';

async function ask(socketFolder: string): Promise<Answer> {
  const client = new pg.Client({ ...at(socketFolder, 'postgres'), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    // 57P03: the server is starting up or shutting down.
    return (error as { code?: string }).code === '57P03' ? 'busy' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** How the `pg` driver reaches a database of the server that listens there. */
export function at(socketFolder: string, database: string): ServerAddress {
  return { host: socketFolder, port: PORT, user: SUPERUSER, database };
}

export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}
