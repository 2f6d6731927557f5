import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { settings } from './settings.js';

/** Makes DATA_DIR if it is not there. Others may pass through it, for the database may run as another user. */
export function ensureDataDir(dataDir: string): void {
  if (existsSync(dataDir)) return;
  try {
    mkdirSync(dataDir, { recursive: true });
    chmodSync(dataDir, 0o711);
  } catch {
    throw new CannotStart(
      `无法建立数据目录 ${dataDir}，请建立该目录并给予写入权限，或用 DATA_DIR 另指一处。`,
    );
  }
}

/** Absolute path of a private folder (mode 0700) inside DATA_DIR, made if it is not there. */
export function dataFolder(...names: string[]): string {
  ensureDataDir(settings().dataDir);
  const folder = join(settings().dataDir, ...names);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
