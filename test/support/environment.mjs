// Loaded by mocha before any test: a run depends on nothing that the developer's shell or machine has set.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

for (const name of [
  'DATABASE_URL',
  'SMTP_URL',
  'BASE_URL',
  'TODAY',
  'SESSION_SECRET',
  'FIELD_KEY',
  'LOG_LEVEL',
])
  delete process.env[name];

const folder = mkdtempSync(join(tmpdir(), 'gongkai-data-'));
// Under root the database runs as another user, who must get in.
chmodSync(folder, 0o711);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

process.env.NODE_ENV = 'test';
process.env.DATA_DIR = folder;
// West of Greenwich a day that passes through a Date is lost: whoever does so shall see it here.
process.env.TZ = 'America/Los_Angeles';
