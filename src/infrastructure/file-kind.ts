import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

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
const BEGINNING = 4096;

/** The media type of a file on disk by its content; undefined for what is not kept. */
export async function kindOfFile(path: string): Promise<string | undefined> {
  const found = await fileTypeFromFile(path);
  if (found) return known.has(found.mime) ? found.mime : undefined;
  return (await isPlainText(path)) ? 'text/plain; charset=utf-8' : undefined;
}

async function isPlainText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    const head = buffer.subarray(0, bytesRead);
    // A script or a page is text too, but of a kind that a browser would run.
    if (head.includes(0) || /^\s*(<|#!)/.test(head.toString('utf8'))) return false;
    // As a stream: the last character of the beginning may be cut in two.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch (fault) {
    if (fault instanceof TypeError) return false;
    throw fault;
  } finally {
    await file.close();
  }
}
