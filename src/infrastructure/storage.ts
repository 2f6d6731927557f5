import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { privateFolder } from './folders.js';
import { machineTime } from './today.js';

/** A file in the store. Its name is its content's SM3 digest: the same content is kept once. */
export interface StoredFile {
  readonly hash: string;
  readonly bytes: number;
}

const HASH = /^[0-9a-f]{64}$/;

/** Files younger than this may belong to a transaction that has not ended yet. */
const ORPHAN_AGE_MS = 3_600_000;

/** The file of a digest is not in the store. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';
}

/** Keeps content and returns once it is on the disk; a crash leaves the whole file or none. */
export async function storeFile(content: Readable | Uint8Array): Promise<StoredFile> {
  const draft = join(privateFolder('files', 'drafts'), randomBytes(12).toString('hex'));
  const source = content instanceof Readable ? content : Readable.from([content]);
  const file = await open(draft, 'wx', 0o600);
  try {
    const stored = await write(file, source);
    const folder = folderOf(stored.hash);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(draft, join(folder, stored.hash));
    await flushFolder(folder);
    return stored;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function write(file: FileHandle, source: Readable): Promise<StoredFile> {
  const digest = createHash('sm3');
  let bytes = 0;
  try {
    for await (const part of source) {
      const chunk = typeof part === 'string' ? Buffer.from(part) : (part as Uint8Array);
      digest.update(chunk);
      bytes += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: digest.digest('hex'), bytes };
}

/** A rename is on the disk only when its folder is. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Reads a stored file. Throws {@link FileMissing}. */
export async function readStored(hash: string): Promise<Readable> {
  const path = pathOf(hash);
  if (!(await stat(path).catch(() => undefined)))
    throw new FileMissing('附件不在数据目录中，请从备份恢复 files 目录后再试。');
  return createReadStream(path);
}

/** Is the content on the disk still what its name says? False also when it is missing. */
export async function isIntact(hash: string): Promise<boolean> {
  const digest = createHash('sm3');
  try {
    for await (const part of createReadStream(pathOf(hash))) digest.update(part as Uint8Array);
  } catch {
    return false;
  }
  return digest.digest('hex') === hash;
}

/**
 * Deletes files that no row names any more, and drafts of uploads that broke off, when older than an hour.
 * Returns how many.
 */
export async function deleteOrphans(isKept: (hash: string) => Promise<boolean>): Promise<number> {
  let deleted = 0;
  const folder = privateFolder('files');
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (machineTime() - (await stat(path)).mtimeMs < ORPHAN_AGE_MS) continue;
    if (HASH.test(entry.name) && (await isKept(entry.name))) continue;
    await unlink(path);
    deleted += 1;
  }
  return deleted;
}

function folderOf(hash: string): string {
  if (!HASH.test(hash)) throw new RangeError('文件编号应为 64 位十六进制数，请核对。');
  return join(privateFolder('files'), hash.slice(0, 2));
}

function pathOf(hash: string): string {
  return join(folderOf(hash), hash);
}
