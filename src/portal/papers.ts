import { type ReadStream, createReadStream } from 'node:fs';
import { kindOfFile } from '../infrastructure/file-kind.js';
import type { StoredFile } from '../infrastructure/storage.js';
import type { Paper } from '../records/application/application-fields.js';
import { type Upload, nameOfUpload } from '../web/uploads.js';

const MOST_PAPERS = 10;
const MEGABYTE = 1024 * 1024;
const LARGEST_MB = 20;

/** What the file fields of the portal say. */
export const papersHint = `PDF、照片、Word 或文本都可以。每个文件不超过 ${LARGEST_MB} MB，最多 ${MOST_PAPERS} 个。`;

/**
 * Stores the files, one that was chosen twice once; or says why one of them is not taken, then none is. `already`: so
 * many are there before them.
 */
export async function storePapers(
  uploads: readonly Upload[],
  store: (content: ReadStream) => Promise<StoredFile>,
  already = 0,
): Promise<{ papers: Paper[] } | { fault: string }> {
  if (already + uploads.length > MOST_PAPERS)
    return { fault: `最多上传 ${MOST_PAPERS} 个文件，请合并后再传` };
  const large = uploads.find(({ size }) => size > LARGEST_MB * MEGABYTE);
  if (large) return { fault: `“${nameOfUpload(large)}”超过 ${LARGEST_MB} MB，请缩小或拆分后再传` };
  const empty = uploads.find(({ size }) => size === 0);
  if (empty) return { fault: `“${nameOfUpload(empty)}”是空的，里面没有内容，请换一个文件` };
  const known = await Promise.all(
    uploads.map(async (upload) => ({ upload, mime: await kindOfFile(upload.path) })),
  );
  const strange = known.find(({ mime }) => mime === undefined);
  if (strange) {
    return {
      fault: `“${nameOfUpload(strange.upload)}”的内容不是 PDF、图片、Word、Excel、压缩包或文本，请转换后再传`,
    };
  }
  const papers = new Map<string, Paper>();
  for (const { upload, mime } of known) {
    const { hash, bytes } = await store(createReadStream(upload.path));
    if (!papers.has(hash)) papers.set(hash, { hash, bytes, name: nameOfUpload(upload), mime: mime ?? '' });
  }
  return { papers: [...papers.values()] };
}
