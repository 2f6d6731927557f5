import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { databaseOptions, migrate } from '../../src/infrastructure/database.js';
import { openEmbedded } from '../../src/infrastructure/postgres/embedded.js';
import type { ServerAddress } from '../../src/infrastructure/postgres/postmaster.js';
import { settings } from '../../src/infrastructure/settings.js';
import { entities } from '../../src/records/entities.js';
import { migrations } from '../../src/records/migrations.js';

/** A database of one's own, with all migrations run. */
export interface FreshDatabase {
  /** Initialised, with every entity. */
  readonly dataSource: DataSource;
  readonly address: ServerAddress;
  /** For what wants a connection string, such as a program started with DATABASE_URL. */
  readonly url: string;
  /** Closes the data source and drops the database. */
  drop(): Promise<void>;
}

/** A real PostgreSQL in a temporary folder. */
export interface TemporaryServer {
  /** Whence new databases are made: see {@link freshDatabaseOn}. */
  readonly maintenance: ServerAddress;
  /** Stops the server and removes its folder, with whatever database was not dropped. */
  close(): Promise<void>;
}

const TEMPLATE = 'fresh';

/** Starts a server. One that is not `durable` answers before the disk has it: for tests, not for measuring. */
export async function startTemporaryServer({ durable }: { durable: boolean }): Promise<TemporaryServer> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
  // Under root the database runs as another user, who must get in.
  chmodSync(folder, 0o711);
  const embedded = await openEmbedded({
    dataDir: join(folder, 'data'),
    programs: settings().postgresBin,
    durable,
  });
  const maintenance = embedded.address('postgres');
  await onServer(maintenance, `create database ${TEMPLATE} template template0`);
  await fillTemplate({ ...maintenance, database: TEMPLATE });
  return {
    maintenance,
    async close() {
      await embedded.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a database from the template, in some 50 ms. Several processes may do so at once. */
export async function freshDatabaseOn(maintenance: ServerAddress, poolSize = 10): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(maintenance, `create database ${name} template ${TEMPLATE}`);
  const address = { ...maintenance, database: name };
  const dataSource = new DataSource(databaseOptions(address, entities, migrations, poolSize));
  await dataSource.initialize();
  return {
    dataSource,
    address,
    url: `postgres://${address.user}@${encodeURIComponent(address.host)}:${address.port}/${name}`,
    async drop() {
      if (dataSource.isInitialized) await dataSource.destroy();
      await onServer(maintenance, `drop database if exists ${name} with (force)`);
    },
  };
}

/** A connection for one statement: none stays open that would keep a process from ending. */
async function onServer(maintenance: ServerAddress, statement: string): Promise<void> {
  const client = new pg.Client(maintenance);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function fillTemplate(address: ServerAddress): Promise<void> {
  const dataSource = new DataSource(databaseOptions(address, entities, migrations, 2));
  await dataSource.initialize();
  await migrate(dataSource, address);
  await dataSource.destroy();
}
