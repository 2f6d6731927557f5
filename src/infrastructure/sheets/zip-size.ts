import { type FileHandle, open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { createInflateRaw } from 'node:zlib';
import { FileFault } from './file-fault.js';

/** A sheet of fifty thousand rows unpacks to some 60 MB. */
const MOST_UNPACKED = 400 * 1024 * 1024;
const MOST_ENTRIES = 2_000;

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  /** Of its local header. */
  readonly offset: number;
}

const broken = (): FileFault =>
  new FileFault('Excel 文件不完整或已损坏。请重新下载，或在 Excel、WPS 中打开后另存为 .xlsx 再导入。');

/**
 * Unpacks a zip file into nothing, counting: what a file says of its own size is not believed.
 * Answers the names in it. Throws FileFault when it is broken or swells beyond what a sheet can be.
 */
export async function namesInZip(path: string, mostUnpacked = MOST_UNPACKED): Promise<string[]> {
  const file = await open(path, 'r');
  try {
    const entries = await entriesOf(file);
    let unpacked = 0;
    for (const entry of entries) unpacked += await unpackedSize(file, path, entry, mostUnpacked - unpacked);
    return entries.map(({ name }) => name);
  } finally {
    await file.close();
  }
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw broken();
  return buffer;
}

/** The entries by the directory at the end of the file. */
async function entriesOf(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  const length = Math.min(size, END_LENGTH + LONGEST_COMMENT);
  if (length < END_LENGTH) throw broken();
  const tail = await read(file, size - length, length);
  let end = length - END_LENGTH;
  while (end >= 0 && tail.readUInt32LE(end) !== END_MARK) end -= 1;
  if (end < 0) throw broken();
  const count = tail.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw broken();
  const directory = await read(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries: Entry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY_MARK) throw broken();
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function unpackedSize(file: FileHandle, path: string, entry: Entry, most: number): Promise<number> {
  const { method, packed, offset } = entry;
  if (method === 0 || packed === 0) return packed;
  if (method !== 8) throw broken();
  const header = await read(file, offset, 30);
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  let size = 0;
  const inflated = createReadStream(path, { start, end: start + packed - 1 }).pipe(createInflateRaw());
  try {
    for await (const piece of inflated) {
      size += (piece as Buffer).length;
      if (size > most) {
        throw new FileFault('Excel 文件解压后过大。请只保留要导入的表，另存后再导入。');
      }
    }
  } catch (error) {
    throw error instanceof FileFault ? error : broken();
  } finally {
    inflated.destroy();
  }
  return size;
}
