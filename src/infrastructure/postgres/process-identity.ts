import { readFileSync, readlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

/**
 * Start time of a process in clock ticks since boot, so that a number used again by another process is
 * told apart. Empty where /proc does not exist; undefined when the process is gone or a zombie.
 */
export function startOf(pid: number): string | undefined {
  if (!responds(pid)) return undefined;
  if (process.platform !== 'linux') return '';
  try {
    // The name in parentheses may itself hold blanks: fields are counted from the last parenthesis.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : (fields[19] ?? '');
  } catch {
    return undefined;
  }
}

/** Does the process serve this cluster folder? Any live `postgres` counts where its folder cannot be seen. */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (startOf(pid) === undefined) return false;
  if (process.platform !== 'linux') {
    const found = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
    return /postgres|postmaster/.test(found.stdout);
  }
  try {
    if (!/postgres|postmaster/.test(readFileSync(`/proc/${pid}/comm`, 'utf8'))) return false;
  } catch {
    return false;
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return true;
  }
}

function responds(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
