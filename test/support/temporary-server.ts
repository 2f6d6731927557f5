import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { type Address, databaseOptions, inDatabase, migrate } from '../../src/infrastructure/database.js';
import { openEmbedded } from '../../src/infrastructure/postgres/embedded.js';
import { settings } from '../../src/infrastructure/settings.js';
import { entities, migrations } from '../../src/records/entities.js';

/** A database of one's own, with all migrations run. */
export interface FreshDatabase {
  /** Initialised, with every entity. */
  readonly dataSource: DataSource;
  readonly address: Address;
  /** For what wants a connection string, such as a program started with DATABASE_URL. */
  readonly url: string;
  /** Closes the data source and drops the database. */
  drop(): Promise<void>;
}

/** A real PostgreSQL in a temporary folder. */
export interface TemporaryServer {
  /** Makes a database from the template, in some 50 ms. What is not dropped goes with the server. */
  fresh(poolSize?: number): Promise<FreshDatabase>;
  /** Drops what is left, stops the server and removes its folder. */
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
  const maintainer = new pg.Client(embedded.address('postgres'));
  await maintainer.connect();
  await maintainer.query(`create database ${TEMPLATE} template template0`);
  await fillTemplate(inDatabase(embedded.address('postgres'), TEMPLATE));
  const open = new Set<FreshDatabase>();
  return {
    async fresh(poolSize = 10) {
      const name = `test_${randomBytes(6).toString('hex')}`;
      await maintainer.query(`create database ${name} template ${TEMPLATE}`);
      const address = embedded.address(name);
      const dataSource = new DataSource(databaseOptions(address, entities, migrations, poolSize));
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
    },
    async close() {
      for (const fresh of open) await fresh.drop();
      await maintainer.end();
      await embedded.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fillTemplate(address: Address): Promise<void> {
  const dataSource = new DataSource(databaseOptions(address, entities, migrations, 2));
  await dataSource.initialize();
  await migrate(dataSource, address);
  await dataSource.destroy();
}
