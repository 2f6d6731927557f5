import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { privateFolder } from './folders.js';
import { settings } from './settings.js';

/** Key that signs session cookies: SESSION_SECRET, else made once and kept in DATA_DIR/keys. */
export function sessionSecret(): Buffer {
  return settings().sessionSecret ?? keptKey('session');
}

/** Key that seals personal fields: FIELD_KEY, else made once and kept in DATA_DIR/keys. */
export function fieldKey(): Buffer {
  return settings().fieldKey ?? keptKey('field');
}

function keptKey(name: string): Buffer {
  const file = join(privateFolder('keys'), `${name}.key`);
  const kept = readKey(file);
  if (kept) return kept;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  try {
    // A link appears whole and never replaces: of two programs that start at once, the first one's key stays.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  const made = readKey(file);
  if (!made) throw new CannotStart(`密钥文件 ${file} 无法读取，请检查数据目录的权限。`);
  return made;
}

function readKey(file: string): Buffer | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new CannotStart(`密钥文件 ${file} 无法读取，请用启动程序的用户取得读取权限。`);
  }
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32)
    throw new CannotStart(`密钥文件 ${file} 已损坏，请从备份恢复；没有它，已加密的内容无法读取。`);
  return key;
}
