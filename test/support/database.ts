import { after } from 'mocha';
import { type FreshDatabase, type TemporaryServer, startTemporaryServer } from './temporary-server.js';

export type { FreshDatabase } from './temporary-server.js';

let server: Promise<TemporaryServer> | undefined;

/**
 * Makes a database of one's own from the template, in some 50 ms. The first call of a run starts a real
 * PostgreSQL in a temporary folder, which goes when the run ends with whatever a test forgot in it.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  server ??= startTemporaryServer({ durable: false });
  return (await server).fresh();
}

// Registered while mocha reads the files, hence for the whole run.
after(async function () {
  if (!server) return;
  this.timeout(60_000);
  await (await server).close();
});
