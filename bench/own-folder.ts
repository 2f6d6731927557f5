// Loaded before anything of the program: a measurement touches no data but its own, whatever the shell has set.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

for (const name of ['DATABASE_URL', 'SMTP_URL', 'TODAY', 'FIELD_KEY', 'SESSION_SECRET']) {
  Reflect.deleteProperty(process.env, name);
}
const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
// Under root the database runs as another user, who must get in.
chmodSync(folder, 0o711);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.env['DATA_DIR'] = folder;
process.env['NODE_ENV'] = 'test';
process.env['LOG_LEVEL'] = 'error';
