import { type FreshDatabase, type TemporaryServer, freshDatabaseOn } from './temporary-server.js';

export type { FreshDatabase } from './temporary-server.js';

/** How the processes of a run find its server. */
const ADDRESS = 'TEST_SERVER';

/** Lets every process of this run that begins hereafter use the server. */
export function shareServer({ maintenance }: TemporaryServer): void {
  process.env[ADDRESS] = JSON.stringify(maintenance);
}

/** Makes a database of one's own on the server of this run. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return freshDatabaseOn(JSON.parse(process.env[ADDRESS] ?? '') as TemporaryServer['maintenance']);
}
