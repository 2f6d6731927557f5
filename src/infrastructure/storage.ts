import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
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

/**
 * Where files lie: those of the record, and those that applicants have added to what they may never send. The latter
 * are taken away by their age alone, without asking the record, which might be the wrong one.
 */
type Shelf = 'files' | 'unsent';

/** Nobody fills in an application for so long; its papers are not kept without need (个人信息保护法第十九条). */
const UNSENT_KEPT_MS = 7 * 24 * 3_600_000;

/** The file of a digest is not in the store. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';
}

/** Keeps content and returns once it is on the disk; a crash leaves the whole file or none. */
export const storeFile = (content: Readable | Uint8Array): Promise<StoredFile> => put('files', content);

/** The same for what may never be sent; {@link keepUnsent} keeps it for good. */
export const storeUnsent = (content: Readable | Uint8Array): Promise<StoredFile> => put('unsent', content);

/** What has been sent now belongs to the record. Throws {@link FileMissing} where it lay about for too long. */
export async function keepUnsent(hash: string): Promise<void> {
  if (await lies('files', hash)) return;
  if (!(await lies('unsent', hash))) throw new FileMissing('材料存放过久，已经清除。');
  await put('files', createReadStream(pathOf(hash, 'unsent')));
}

async function put(shelf: Shelf, content: Readable | Uint8Array): Promise<StoredFile> {
  const draft = join(privateFolder('files', 'drafts'), randomBytes(12).toString('hex'));
  const source = content instanceof Readable ? content : Readable.from([content]);
  const file = await open(draft, 'wx', 0o600);
  try {
    const stored = await write(file, source);
    const folder = folderOf(stored.hash, shelf);
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
  if (!(await lies('files', hash)))
    throw new FileMissing('附件不在数据目录中，请从备份恢复 files 目录后再试。');
  return createReadStream(path);
}

/** How a stored file was found: its length as far as it could be read, and whether it is still its own content. */
export interface StoredState {
  readonly is: 'whole' | 'missing' | 'unreadable' | 'altered';
  readonly bytes: number;
}

/** Reads a stored file to its end, piece by piece, and compares it with its digest. */
export async function checkStored(hash: string): Promise<StoredState> {
  const digest = createHash('sm3');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(pathOf(hash))) {
      digest.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  } catch (fault) {
    // What is no digest names no file.
    return { is: isAbsence(fault) || fault instanceof RangeError ? 'missing' : 'unreadable', bytes };
  }
  return { is: digest.digest('hex') === hash ? 'whole' : 'altered', bytes };
}

/** Takes away what was never sent, when it has lain for a week. Returns how many files. */
export async function clearUnsent(): Promise<number> {
  let deleted = 0;
  for (const entry of await readdir(privateFolder('unsent'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (machineTime() - (await stat(path)).mtimeMs < UNSENT_KEPT_MS) continue;
    await rm(path, { force: true });
    deleted += 1;
  }
  return deleted;
}

async function lies(shelf: Shelf, hash: string): Promise<boolean> {
  try {
    await stat(pathOf(hash, shelf));
    return true;
  } catch (fault) {
    // A folder that may not be read has lost nothing.
    if (isAbsence(fault)) return false;
    throw fault;
  }
}

const isAbsence = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';

function folderOf(hash: string, shelf: Shelf): string {
  if (!HASH.test(hash)) throw new RangeError('文件编号应为 64 位十六进制数，请核对。');
  return join(privateFolder(shelf), hash.slice(0, 2));
}

function pathOf(hash: string, shelf: Shelf = 'files'): string {
  return join(folderOf(hash, shelf), hash);
}
