import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { type TextEncoding, encodingOf } from './sheets/text-encoding.js';

/** What may be kept, as its content says: names of files prove nothing. */
const known = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/webp',
  'image/heic',
  'application/zip',
  'application/x-7z-compressed',
  'application/x-rar-compressed',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/x-cfb',
  'audio/mpeg',
  'audio/wav',
  'audio/x-m4a',
  'video/mp4',
]);
const charsets: Readonly<Partial<Record<TextEncoding, string>>> = {
  'UTF-8': 'utf-8',
  'UTF-8 BOM': 'utf-8',
  GB18030: 'gb18030',
};
const BEGINNING = 4096;

/** The media type of a file on disk by its content; undefined for what is not kept. */
export async function kindOfFile(path: string): Promise<string | undefined> {
  const found = await fileTypeFromFile(path);
  if (found) return known.has(found.mime) ? found.mime : undefined;
  return kindOfText(path);
}

/** Text as it is kept in offices: UTF-8, or GB18030, in which Notepad has long written Chinese. */
async function kindOfText(path: string): Promise<string | undefined> {
  // A script or a page is text too, but of a kind that a browser would run.
  if (/^\s*(<|#!)/u.test(await beginningOf(path))) return undefined;
  const encoding = await encodingOf(path);
  return encoding && charsets[encoding] && `text/plain; charset=${charsets[encoding]}`;
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
