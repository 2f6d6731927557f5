import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import iconv from 'iconv-lite';

/** How a file of text was kept. */
export type TextEncoding = 'UTF-8' | 'UTF-8 BOM' | 'GB18030' | 'UTF-16LE' | 'UTF-16BE';

const marks: readonly { readonly bytes: string; readonly encoding: TextEncoding }[] = [
  { bytes: 'efbbbf', encoding: 'UTF-8 BOM' },
  { bytes: 'fffe', encoding: 'UTF-16LE' },
  { bytes: 'feff', encoding: 'UTF-16BE' },
];

/** What iconv-lite calls it. */
const decoderNames: Readonly<Record<TextEncoding, string>> = {
  'UTF-8': 'utf8',
  'UTF-8 BOM': 'utf8',
  GB18030: 'gb18030',
  'UTF-16LE': 'utf16le',
  'UTF-16BE': 'utf16be',
};

/** The first bytes of a file, as hexadecimal digits. */
export async function firstBytes(path: string, count: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead).toString('hex');
  } finally {
    await file.close();
  }
}

/**
 * The encoding of a text file, found by reading all of it: the mark at its head, else UTF-8 where every byte fits,
 * else GB18030 where every byte fits. Undefined for anything else: that is no text, or a broken one.
 */
export async function encodingOf(path: string): Promise<TextEncoding | undefined> {
  const head = await firstBytes(path, 3);
  const marked = marks.find(({ bytes }) => head.startsWith(bytes))?.encoding;
  for (const encoding of marked ? [marked] : (['UTF-8', 'GB18030'] as const)) {
    if (await fits(path, encoding)) return encoding;
  }
  return undefined;
}

/** U+FFFD stands where a byte was out of place; no text has the control characters. */
const unfit = (text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd || (code < 0x20 && !BLANKS.has(code))) return true;
  }
  return false;
};

/** Tab, line feed, vertical tab, form feed, carriage return; and the escape that some systems leave behind. */
const BLANKS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b]);

async function fits(path: string, encoding: TextEncoding): Promise<boolean> {
  for await (const text of decoded(path, encoding)) if (unfit(text)) return false;
  return true;
}

/** The text of a file, piece by piece, without the mark at its head. */
export async function* decoded(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(decoderNames[encoding], { stripBOM: true });
  for await (const piece of createReadStream(path)) {
    const text = decoder.write(piece as Buffer);
    if (text) yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}
