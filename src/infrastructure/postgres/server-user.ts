import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lchownSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** PostgreSQL refuses to run as root, so root hands it to this user (`nobody` on Linux). */
const UNPRIVILEGED = 65_534;

/** The user under whom the database runs, when it is not our own. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

export function weAreRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Whom to run the database as: undefined is ourselves. Root takes the owner of the folder that is there
 * already, so that a cluster made by a plain user stays theirs.
 */
export function serverUserFor(folder?: string): ServerUser | undefined {
  if (!weAreRoot()) return undefined;
  const owner = folder === undefined ? undefined : statSync(folder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return { uid: UNPRIVILEGED, gid: UNPRIVILEGED };
}

/** Can the user enter the folder? Asked of the system itself, since every folder above has a say. */
export function canEnter(folder: string, user: ServerUser | undefined): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0;
}

/** Makes a folder that only the user of the database may enter. */
export function makePrivate(folder: string, user: ServerUser | undefined): void {
  mkdirSync(folder, { recursive: true });
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
}

/** Gives a folder and everything in it to the user of the database. */
export function handOver(folder: string, user: ServerUser): void {
  lchownSync(folder, user.uid, user.gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(folder, name), user.uid, user.gid);
}
