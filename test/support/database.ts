import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'mocha';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { type Address, databaseOptions, inDatabase, migrate } from '../../src/infrastructure/database.js';
import { type EmbeddedPostgres, openEmbedded } from '../../src/infrastructure/postgres/embedded.js';
import { settings } from '../../src/infrastructure/settings.js';
import { entities, migrations } from '../../src/records/entities.js';

/** A database of one's own, with all migrations run. */
export interface FreshDatabase {
  /** Initialised, with every entity. */
  readonly dataSource: DataSource;
  readonly address: Address;
  /** For what wants a connection string, such as a program started with DATABASE_URL. */
  readonly url: string;
  /** Closes the data source and drops the database. What a test forgets is dropped after the run. */
  drop(): Promise<void>;
}

const TEMPLATE = 'fresh';

interface Server {
  readonly folder: string;
  readonly embedded: EmbeddedPostgres;
  /** Making a database from a template goes one at a time. */
  readonly maintainer: pg.Client;
}

let server: Promise<Server> | undefined;
const open = new Set<FreshDatabase>();

/**
 * Makes a database of one's own from the template, in some 50 ms. The first call of a run starts a real
 * PostgreSQL in a temporary folder, which goes when the run ends.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  server ??= startServer();
  const { embedded, maintainer } = await server;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await maintainer.query(`create database ${name} template ${TEMPLATE}`);
  const address = embedded.address(name);
  const dataSource = new DataSource(databaseOptions(address, entities, migrations, 10));
  await dataSource.initialize();
  const fresh: FreshDatabase = {
    dataSource,
    address,
    url: `postgres://${address.user}@${encodeURIComponent(address.host)}:${address.port}/${name}`,
    async drop() {
      open.delete(fresh);
      if (dataSource.isInitialized) await dataSource.destroy();
      await maintainer.query(`drop database if exists ${name} with (force)`);
    },
  };
  open.add(fresh);
  return fresh;
}

async function startServer(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
  // Under root the database runs as another user, who must get in.
  chmodSync(folder, 0o711);
  const embedded = await openEmbedded({
    dataDir: join(folder, 'data'),
    programs: settings().postgresBin,
    durable: false,
  });
  const maintainer = new pg.Client(embedded.address('postgres'));
  await maintainer.connect();
  await maintainer.query(`create database ${TEMPLATE} template template0`);
  const address = inDatabase(embedded.address('postgres'), TEMPLATE);
  const dataSource = new DataSource(databaseOptions(address, entities, migrations, 2));
  await dataSource.initialize();
  await migrate(dataSource, address);
  await dataSource.destroy();
  return { folder, embedded, maintainer };
}

// Registered while mocha reads the files, hence for the whole run.
after(async function () {
  if (!server) return;
  this.timeout(60_000);
  const { folder, embedded, maintainer } = await server;
  for (const fresh of open) await fresh.drop();
  await maintainer.end();
  await embedded.close();
  rmSync(folder, { recursive: true, force: true });
});
