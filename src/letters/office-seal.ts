import { buffer } from 'node:stream/consumers';
import { type LetterKind, letterOf } from '../domain/letter/register.js';
import { Declined } from '../infrastructure/declined.js';
import type { LetterDocument } from '../infrastructure/printing/blocks.js';
import { FileMissing, readStored } from '../infrastructure/storage.js';
import type { OfficeRecord } from '../records/office/office.js';
import { sealPictureOf } from '../records/office/office-seal.js';

/** The office keeps a seal picture, and the file is gone. */
export class SealMissing extends Declined {
  override readonly name = 'SealMissing';
  readonly status = 422;

  constructor() {
    super('印章图片不在数据目录中，不能制发。请管理员在机关资料中重新上传，或者撤下印章图片。');
  }
}

/**
 * The letter as it goes to the printer: with the office's own seal where it keeps a picture of it. A form for the file
 * bears none. Throws {@link SealMissing}.
 */
export async function underSeal(
  kind: LetterKind,
  document: LetterDocument,
  office: Pick<OfficeRecord, 'settings'>,
): Promise<LetterDocument> {
  const hash = sealPictureOf(office);
  if (!hash || letterOf(kind).to === 'file') return document;
  const png = await pictureAt(hash);
  return { ...document, signature: { ...document.signature, seal: { png } } };
}

async function pictureAt(hash: string): Promise<Buffer> {
  try {
    return await buffer(await readStored(hash));
  } catch (fault) {
    throw fault instanceof FileMissing ? new SealMissing() : fault;
  }
}
