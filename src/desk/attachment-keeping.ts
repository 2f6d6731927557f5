import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { EntityManager } from 'typeorm';
import { storeFile } from '../infrastructure/storage.js';
import { now } from '../infrastructure/today.js';
import type { ApplicationRecord } from '../records/application/application.js';
import { AttachmentRecord, type AttachmentPurpose } from '../records/paper/attachment.js';
import { type Upload, nameOfUpload } from '../web/uploads.js';

interface NewAttachment {
  readonly upload: Upload;
  readonly mime: string;
  readonly purpose: AttachmentPurpose;
  readonly by: { readonly accountId: string; readonly name: string };
}

/** Puts the content into the store and the line into the case. */
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
    name: nameOfUpload(upload),
    mime,
    bytes,
    uploadedAt: now(),
    uploadedByName: by.name,
    uploadedByAccountId: by.accountId,
  });
}
