import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { privateFolder } from '../infrastructure/folders.js';
import { machineTime } from '../infrastructure/today.js';

/** A sent file is kept so long, for its refused rows to be fetched back. */
const KEPT_MS = 30 * 24 * 3_600_000;

const folder = (): string => privateFolder('ledgers');

/** Where the file of a run lies. */
export const pathOfSent = (id: string): string => join(folder(), id);

/** Takes away what was sent long ago. */
export async function forgetOldLedgers(): Promise<void> {
  for (const name of await readdir(folder())) {
    const path = join(folder(), name);
    const found = await stat(path).catch(() => undefined);
    if (found && machineTime() - found.mtimeMs > KEPT_MS) await rm(path, { force: true });
  }
}
