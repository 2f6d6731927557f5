// A small program that uses the embedded database of a folder, for tests that start, kill and race such programs.
// Says "open" when it is in, then works until a line comes in: "close" ends it in good order, "leave" in haste.
import { createInterface } from 'node:readline';
import { openEmbedded } from '../../src/infrastructure/postgres/embedded.js';

const [dataDir = '', programs] = process.argv.slice(2);
const server = await openEmbedded({ dataDir, programs, durable: true });
process.stdout.write(`open ${JSON.stringify(server.address('postgres'))}\n`);

for await (const line of createInterface(process.stdin)) {
  if (line === 'leave') process.exit(0);
  if (line === 'close') {
    await server.close();
    process.exit(0);
  }
}
