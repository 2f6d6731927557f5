import pg from 'pg';
import { DataSource, type DataSourceOptions, type EntitySchema } from 'typeorm';
import { CannotStart } from './cannot-start.js';
import { type EmbeddedPostgres, openEmbedded } from './postgres/embedded.js';
import { OLDEST_MAJOR } from './postgres/programs.js';
import { settings } from './settings.js';

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- TypeORM takes classes in this shape.
type Classes = readonly Function[];

/** How the `pg` driver reaches a database: an address by socket, or a connection string. */
export type Address =
  | { readonly connectionString: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly password?: string;
      readonly database: string;
    };

/** An open database with all migrations run. */
export interface Database {
  readonly dataSource: DataSource;
  /** For pools beside TypeORM's, such as that of the session store. */
  readonly address: Address;
  /** Closes the connections and lets go of the embedded server; the last program stops it. May be called twice. */
  close(): Promise<void>;
}

/** Name of the database inside the embedded server. */
const NAME = 'gongkai';

/** Any number: it names the lock under which one program at a time migrates. */
const MIGRATION_LOCK = 711_492_019;

// The driver would turn a day into an instant of the machine's zone, and lose it west of Greenwich.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** TypeORM options for an address. `synchronize` is never on: the schema is what the migrations say. */
export function databaseOptions(
  address: Address,
  entities: readonly (Classes[number] | EntitySchema)[],
  migrations: Classes,
  poolSize = settings().databasePool,
): DataSourceOptions {
  return {
    type: 'postgres',
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    // The log of the program is the only one; TypeORM's would print values.
    logging: false,
    applicationName: 'yishenqing-gongkai',
    poolSize,
    // Extensions are created by the migrations that need them.
    installExtensions: false,
    // A dropped connection is replaced at the next query; the error belongs to nobody.
    poolErrorHandler: () => undefined,
    extra: { ...address },
  };
}

/**
 * Opens the database of the settings: DATABASE_URL, else the embedded PostgreSQL of DATA_DIR, started or
 * adopted. Creates the database if it is not there and runs the migrations. Throws {@link CannotStart}.
 */
export async function openDatabase(
  entities: readonly (Classes[number] | EntitySchema)[],
  migrations: Classes,
): Promise<Database> {
  const { databaseUrl, dataDir, postgresBin } = settings();
  let embedded: EmbeddedPostgres | undefined;
  let address: Address;
  if (databaseUrl === undefined) {
    embedded = await openEmbedded({ dataDir, programs: postgresBin });
    address = embedded.address(NAME);
  } else {
    address = { connectionString: databaseUrl };
  }
  const dataSource = new DataSource(databaseOptions(address, entities, migrations));
  const close = async (): Promise<void> => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await embedded?.close();
  };
  try {
    await createIfMissing(address);
    await dataSource.initialize();
    await migrate(dataSource, address);
  } catch (error) {
    await close();
    throw error;
  }
  return { dataSource, address, close };
}

/** Runs the migrations that are due, one program at a time. */
export async function migrate(dataSource: DataSource, address: Address): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.runMigrations();
  } finally {
    await client.end();
  }
}

/** Drops the database of an address with everything in it, cutting off whoever uses it, and makes an empty one. */
export async function emptyDatabase(address: Address): Promise<void> {
  const name = databaseNameOf(address);
  await asMaintainer(address, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    await create(client, name);
  });
}

async function createIfMissing(address: Address): Promise<void> {
  const client = new pg.Client(address);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await refuseUnfit(client);
  } catch (error) {
    // 3D000: there is no such database.
    if ((error as { code?: string }).code === '3D000') {
      const name = databaseNameOf(address);
      await asMaintainer(address, (maintainer) => create(maintainer, name));
      return;
    }
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(
      `无法连接数据库（${reasonOf(error)}）。请核对 DATABASE_URL 中的主机、端口、用户和密码，并确认数据库已启动。`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return code ?? message ?? '原因不明';
}

async function refuseUnfit(client: pg.Client): Promise<void> {
  const told = await client.query<{ version: number; encoding: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
  );
  const server = told.rows[0];
  if (!server || server.version < OLDEST_MAJOR * 10_000)
    throw new CannotStart(`数据库版本太旧，请换用 PostgreSQL ${OLDEST_MAJOR} 或更新的版本。`);
  if (server.encoding !== 'UTF8')
    throw new CannotStart(`数据库的字符编码是 ${server.encoding}，请另建一个编码为 UTF8 的数据库。`);
}

async function create(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query(`create database ${pg.escapeIdentifier(name)} encoding 'UTF8' template template0`);
  } catch (error) {
    // 42P04, 23505: another program made it at the same moment.
    const { code } = error as { code?: string };
    if (code === '42P04' || code === '23505') return;
    throw new CannotStart(
      `数据库 ${name} 不存在，也无权建立（${reasonOf(error)}）。请由管理员建立后再启动。`,
    );
  }
}

/** Works in the server's own database `postgres`, since a database cannot be made or dropped from within. */
async function asMaintainer(address: Address, task: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(inDatabase(address, 'postgres'));
  client.on('error', () => undefined);
  try {
    await client.connect().catch((error: unknown) => {
      throw new CannotStart(`数据库不存在，也无法代为建立（${reasonOf(error)}）。请由管理员建立后再启动。`);
    });
    await task(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The same server, another database. */
export function inDatabase(address: Address, database: string): Address {
  if (!('connectionString' in address)) return { ...address, database };
  const url = new URL(address.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}

function databaseNameOf(address: Address): string {
  if (!('connectionString' in address)) return address.database;
  return decodeURIComponent(new URL(address.connectionString).pathname.slice(1)) || 'postgres';
}
