import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { readFileSync, realpathSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start.js';
import { sm3 } from '../sm3.js';
import { canEnter, handOver, makePrivate, serverUserFor, type ServerUser, weAreRoot } from './server-user.js';

/** Where root keeps a cluster whose data folder the user of the database cannot reach (below /root, say). */
const SYSTEM_STATE = '/var/lib/yishenqing-gongkai';

/** The system allows 107 bytes (macOS 103) for the whole path of a socket. */
const SOCKET_PATH_LIMIT = 103;

/** The folder of one embedded database. */
export interface Home {
  /** Holds the cluster, its log and, when needed, its programs. Absolute, without symbolic links. */
  readonly folder: string;
  readonly cluster: string;
  readonly socketFolder: string;
  readonly log: string;
  /** Undefined: runs as ourselves. */
  readonly user: ServerUser | undefined;
}

/** The lock file under which the database of a data folder is made, started and stopped. */
export function lockOf(dataDir: string): string {
  return join(dataDir, 'postgres.lock');
}

/**
 * Finds the place of the database of a data folder, or makes one. Call it under {@link lockOf}.
 * Throws {@link CannotStart}.
 */
export function homeOf(dataDir: string): Home {
  const found = placeOf(dataDir);
  const folder = realpathSync(found.folder);
  return {
    folder,
    cluster: join(folder, 'cluster'),
    socketFolder: socketFolderOf(folder, found.user),
    log: join(folder, 'server.log'),
    user: found.user,
  };
}

interface Place {
  readonly folder: string;
  readonly user: ServerUser | undefined;
}

function placeOf(dataDir: string): Place {
  const record = join(dataDir, 'postgres.location');
  const inside = join(dataDir, 'postgres');
  if (existsSync(record)) {
    const elsewhere = readFileSync(record, 'utf8').trim();
    if (!existsSync(elsewhere))
      throw new CannotStart(
        `内置数据库原在 ${elsewhere}，现已找不到。请从备份恢复；要从头开始，请删去 ${record}。`,
      );
    return kept(elsewhere);
  }
  if (existsSync(inside)) return kept(inside);

  const user = serverUserFor();
  makePrivate(inside, user);
  if (canEnter(inside, user)) return { folder: inside, user };

  rmdirSync(inside);
  const outside = join(SYSTEM_STATE, randomBytes(6).toString('hex'));
  try {
    mkdirSync(SYSTEM_STATE, { recursive: true });
    chmodSync(SYSTEM_STATE, 0o755);
    makePrivate(outside, user);
  } catch {
    throw new CannotStart(unreachable(inside));
  }
  if (!canEnter(outside, user)) throw new CannotStart(unreachable(inside));
  writeFileSync(record, `${outside}\n`);
  return { folder: outside, user };
}

function kept(folder: string): Place {
  const user = serverUserFor(folder);
  if (user) {
    makePrivate(folder, user);
    // A copy brought back by root belongs to root all through, and the database could not read it.
    const cluster = join(folder, 'cluster');
    if (statSync(cluster, { throwIfNoEntry: false })?.uid === 0) handOver(cluster, user);
  }
  if (!weAreRoot()) {
    try {
      accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    } catch {
      throw new CannotStart(
        `${folder} 属于另一个用户，请用当初启动程序的用户再启动，或用 DATA_DIR 另指一处。`,
      );
    }
  }
  if (!canEnter(folder, user)) throw new CannotStart(unreachable(folder));
  return { folder, user };
}

function unreachable(folder: string): string {
  return `数据库不能以 root 身份运行，而普通用户进不了 ${folder}。请用 DATA_DIR 指向别处（如 /srv/gongkai），或改用普通用户启动。`;
}

function socketFolderOf(folder: string, user: ServerUser | undefined): string {
  const inside = join(folder, 'socket');
  if (Buffer.byteLength(join(inside, '.s.PGSQL.5432')) <= SOCKET_PATH_LIMIT) {
    makePrivate(inside, user);
    return inside;
  }
  const short = `/tmp/gongkai-${sm3(folder).slice(0, 16)}`;
  const there = lstatSync(short, { throwIfNoEntry: false });
  const owner = user?.uid ?? process.getuid?.();
  // Anyone may have made that folder before us to listen in.
  if (there && !(there.isDirectory() && there.uid === owner))
    throw new CannotStart(`${short} 不属于运行数据库的用户，请删去它后再启动。`);
  makePrivate(short, user);
  return short;
}
