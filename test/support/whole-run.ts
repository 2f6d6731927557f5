import { prepareChromium } from './chromium.js';
import { shareServer } from './database.js';
import { type TemporaryServer, startTemporaryServer } from './temporary-server.js';

let server: TemporaryServer | undefined;

/** Called by mocha once a run, before its processes begin: a real PostgreSQL in a temporary folder, and a browser. */
export async function mochaGlobalSetup(): Promise<void> {
  await prepareChromium();
  server = await startTemporaryServer({ durable: false });
  shareServer(server);
}

/** Called by mocha when the last process of the run has ended. */
export async function mochaGlobalTeardown(): Promise<void> {
  await server?.close();
}
