import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '../cannot-start.js';
import { isDiskFull } from '../disk-full.js';
import { startOf } from './process-identity.js';

/** Long enough for a first initdb on a slow disk. */
const PATIENCE_MS = 120_000;

const queues = new Map<string, Promise<unknown>>();

/**
 * Runs the task while no other program, and no other task of this one, holds the lock file.
 * A lock left by a program that died is taken over. Throws {@link CannotStart} after two minutes.
 */
export async function underLock<T>(file: string, task: () => Promise<T>): Promise<T> {
  const before = queues.get(file) ?? Promise.resolve();
  const mine = before.then(
    () => holding(file, task),
    () => holding(file, task),
  );
  queues.set(file, mine);
  return mine;
}

async function holding<T>(file: string, task: () => Promise<T>): Promise<T> {
  await take(file);
  try {
    return await task();
  } finally {
    unlinkSync(file);
  }
}

async function take(file: string): Promise<void> {
  const patientUntil = performance.now() + PATIENCE_MS;
  // A link puts the whole content in place at once: nobody reads a half-written lock.
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, `${process.pid} ${startOf(process.pid) ?? ''}`);
  } catch (fault) {
    throw new CannotStart(
      isDiskFull(fault)
        ? `数据目录所在的磁盘满了，无法写入 ${file}，请腾出空间。`
        : `无法在数据目录写入 ${file}，请用拥有该目录的用户启动，或给予写入权限。`,
    );
  }
  try {
    while (!linked(draft, file)) {
      if (isDeserted(file)) clear(file);
      else if (performance.now() > patientUntil)
        throw new CannotStart(
          `另一个程序正在准备数据目录，等了两分钟仍未结束。请结束它后再启动（锁：${file}）。`,
        );
      else await pause(50);
    }
  } finally {
    unlinkSync(draft);
  }
}

function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Written by a program that lives no more. Our own number is deserted too: tasks of ours queue up before. */
function isDeserted(file: string): boolean {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    return false;
  }
  const [pid, start] = content.split(' ');
  return Number(pid) === process.pid || startOf(Number(pid)) !== start;
}

/** Moves the lock aside first: should a live one have come between, it is put back. */
function clear(file: string): void {
  const aside = `${file}.left.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (!isDeserted(aside)) linked(aside, file);
  unlinkSync(aside);
}
