import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import type { EntityManager } from 'typeorm';
import { storeFile } from '../infrastructure/storage.js';
import { now } from '../infrastructure/today.js';
import type { ApplicationRecord } from '../records/application.js';
import { AttachmentRecord, type AttachmentPurpose } from '../records/attachment.js';
import type { Upload } from '../web/uploads.js';

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

/** The media type of an upload by its content; undefined for what is not kept. */
export async function kindOfFile({ path }: Upload): Promise<string | undefined> {
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

interface NewAttachment {
  readonly upload: Upload;
  readonly mime: string;
  readonly purpose: AttachmentPurpose;
  readonly by: { readonly accountId: string; readonly name: string };
}

/** Puts the content into the store and the line into the case; content without a line is swept away later. */
export async function keepAttachment(
  manager: EntityManager,
  { id, officeId }: ApplicationRecord,
  { upload, mime, purpose, by }: NewAttachment,
): Promise<void> {
  const { hash, bytes } = await storeFile(createReadStream(upload.path));
  await manager.insert(AttachmentRecord, {
    id: randomUUID(),
    applicationId: id,
    officeId,
    purpose,
    fileHash: hash,
    name: nameOf(upload),
    mime,
    bytes,
    uploadedAt: now(),
    uploadedByName: by.name,
    uploadedByAccountId: by.accountId,
  });
}

const LONGEST_NAME = 120;

/** The name without folders and control characters. */
function nameOf({ originalname }: Upload): string {
  const last = originalname.split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- They are what is taken out.
  return last.replace(/[\u0000-\u001f\u007f]/g, '').slice(-LONGEST_NAME) || '未命名';
}
