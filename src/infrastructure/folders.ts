import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { settings } from './settings.js';

/**
 * Makes the data folder (DATA_DIR) if it is not there. Other users may pass through it but not look into
 * it, for the database may run as one of them. Throws {@link CannotStart}.
 */
export function ensureFolder(folder: string): void {
  if (existsSync(folder)) return;
  try {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o711);
  } catch {
    throw new CannotStart(`无法建立数据目录 ${folder}，请建立该目录并给予写入权限，或用 DATA_DIR 另指一处。`);
  }
}

/** Absolute path of a folder inside DATA_DIR that only we may enter (mode 0700), made if it is not there. */
export function privateFolder(...names: string[]): string {
  ensureFolder(settings().dataDir);
  const folder = join(settings().dataDir, ...names);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
