import { inflateRawSync } from 'node:zlib';
import { readableXml } from './readable-xml.js';

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 5_000;
/** What one file of an archive, and all that are read of it, may swell to. */
const MOST_UNPACKED = 200 * 1024 * 1024;

/** The archive is broken, encrypted, or swells beyond what a document can be. */
export class UnreadableArchive extends Error {
  override readonly name: string = 'UnreadableArchive';
}

/** What is asked of it swells beyond what a document can be. */
export class SwollenArchive extends UnreadableArchive {
  override readonly name = 'SwollenArchive';
}

/** An opened archive: what it holds by name, unpacked when asked for. */
export interface Archive {
  readonly names: readonly string[];
  /** The text of a file in it; undefined when there is none of that name. */
  text(name: string): string | undefined;
  /** The same of an XML file, fit to be searched by patterns. */
  xml(name: string): string | undefined;
  /** The same as it is. */
  content(name: string): Buffer | undefined;
}

/** Opens a zip file (docx, xlsx) held in memory. Throws {@link UnreadableArchive}. */
export function openArchive(bytes: Buffer): Archive {
  const entries = guarded(() => directoryOf(bytes));
  let left = MOST_UNPACKED;
  const contentOf = (name: string): Buffer | undefined => {
    const at = entries.get(name);
    if (at === undefined) return undefined;
    const content = guarded(() => unpacked(bytes, at, left));
    left -= content.length;
    return content;
  };
  const text = (name: string): string | undefined => contentOf(name)?.toString('utf8');
  return {
    names: [...entries.keys()],
    text,
    xml(name) {
      const xml = text(name);
      return xml === undefined ? undefined : guarded(() => readableXml(xml));
    },
    content: contentOf,
  };
}

/** What is wrong inside a file is one fault, whichever number in it was false. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new SwollenArchive('文件解压后过大。', { cause: fault });
    throw new UnreadableArchive('文件不完整、已加密或者已损坏。', { cause: fault });
  }
}

function directoryOf(bytes: Buffer): Map<string, number> {
  const from = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  let end = bytes.length - END_LENGTH;
  while (end >= from && bytes.readUInt32LE(end) !== END_MARK) end -= 1;
  if (end < from) throw new RangeError('no directory');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new RangeError('too many files');
  const entries = new Map<string, number>();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (bytes.readUInt32LE(at) !== ENTRY_MARK) throw new RangeError('no entry');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), at);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpacked(bytes: Buffer, at: number, most: number): Buffer {
  const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
  const method = bytes.readUInt16LE(at + 10);
  const packed = bytes.readUInt32LE(at + 20);
  const header = bytes.readUInt32LE(at + 42);
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const content = bytes.subarray(start, start + packed);
  if (encrypted || content.length < packed) throw new RangeError('encrypted or cut');
  if (method === 0) return content;
  if (method !== 8) throw new RangeError('unknown method');
  return inflateRawSync(content, { maxOutputLength: Math.max(1, most) });
}
