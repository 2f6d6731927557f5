import { type FreshDatabase, freshDatabaseOn, startTemporaryServer } from './temporary-server.js';

export type { FreshDatabase } from './temporary-server.js';

/** How the processes of a run find its server. */
const ADDRESS = 'TEST_SERVER';

/** Makes a database of one's own on the server of this run. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return freshDatabaseOn(JSON.parse(process.env[ADDRESS] ?? '') as FreshDatabase['address']);
}

/** Called by mocha once a run, before its processes begin: a real PostgreSQL in a temporary folder, for all tests. */
export async function mochaGlobalSetup(): Promise<void> {
  const server = await startTemporaryServer({ durable: false });
  process.env[ADDRESS] = JSON.stringify(server.maintenance);
  stop = server.close;
}

let stop = async () => {};

export async function mochaGlobalTeardown(): Promise<void> {
  await stop();
}
