import { randomUUID } from 'node:crypto';
import { Document, Packer, Paragraph } from 'docx';
import { PDFDocument, degrees } from 'pdf-lib';
import type { EntityManager } from 'typeorm';
import { localDate } from '../../src/domain/time/local-date.js';
import { printReport } from '../../src/infrastructure/printing/report-printer.js';
import { storeFile } from '../../src/infrastructure/storage.js';
import { now } from '../../src/infrastructure/today.js';
import type { ApplicationRecord } from '../../src/records/application/application.js';
import { AttachmentRecord, type AttachmentPurpose } from '../../src/records/paper/attachment.js';

/** A file as somebody has uploaded it. */
export interface Paper {
  readonly name: string;
  readonly mime: string;
  readonly content: Uint8Array;
  readonly purpose?: AttachmentPurpose;
}

/** A PDF of so many pages, each saying its name and number; turned as a scanner leaves them where asked. */
export async function pdfPaper(name: string, pages: number, turn = 0): Promise<Paper> {
  const blocks = Array.from({ length: pages }, (_, i) => [
    { kind: 'paragraph' as const, text: `${name}之${i + 1}` },
    ...(i < pages - 1 ? [{ kind: 'pageBreak' as const }] : []),
  ]).flat();
  const printed = await printReport({
    title: name,
    orientation: 'portrait',
    on: localDate('2026-03-02'),
    blocks,
  });
  if (turn === 0) return { name: `${name}.pdf`, mime: 'application/pdf', content: printed };
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  for (const page of document.getPages()) page.setRotation(degrees(turn));
  return { name: `${name}.pdf`, mime: 'application/pdf', content: await document.save() };
}

const TINY_JPEG =
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==';

/** A photograph, stored lying with its turn in EXIF where asked (6: a quarter clockwise). */
export function jpegPaper(name: string, orientation?: number): Paper {
  const plain = Buffer.from(TINY_JPEG, 'base64');
  const content = orientation
    ? Buffer.concat([plain.subarray(0, 2), exif(orientation), plain.subarray(2)])
    : plain;
  return { name: `${name}.jpg`, mime: 'image/jpeg', content };
}

function exif(orientation: number): Buffer {
  const body = Buffer.alloc(34);
  body.write('Exif\0\0', 0, 'latin1');
  body.write('MM\0*', 6, 'latin1');
  body.writeUInt32BE(8, 10);
  body.writeUInt16BE(1, 14);
  body.writeUInt16BE(0x0112, 16);
  body.writeUInt16BE(3, 18);
  body.writeUInt32BE(1, 20);
  body.writeUInt16BE(orientation, 24);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A Word file of so many pages, each saying its name and number. */
export async function wordPaper(name: string, pages: number): Promise<Paper> {
  const children = Array.from(
    { length: pages },
    (_, i) => new Paragraph({ text: `${name}之${i + 1}`, pageBreakBefore: i > 0 }),
  );
  const content = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  return { name: `${name}.docx`, mime: DOCX, content };
}

/** A Word file that broke on its way. */
export const brokenWordPaper = (name: string): Paper => ({
  name: `${name}.docx`,
  mime: DOCX,
  content: Buffer.from(`PK\u0003\u0004 ${name}`),
});

/** Puts papers into the file of a case. Answers their digests in order. */
export async function attachPapers(
  manager: EntityManager,
  { id, officeId }: Pick<ApplicationRecord, 'id' | 'officeId'>,
  papers: readonly Paper[],
): Promise<string[]> {
  const hashes: string[] = [];
  for (const { name, mime, content, purpose = 'other' } of papers) {
    const { hash, bytes } = await storeFile(content);
    const uploaded = now();
    // Each a moment after the one before: uploads are ordered by their instant.
    uploaded.setMilliseconds(uploaded.getMilliseconds() + hashes.length);
    await manager.insert(AttachmentRecord, {
      id: randomUUID(),
      applicationId: id,
      officeId,
      purpose,
      fileHash: hash,
      name,
      mime,
      bytes,
      uploadedAt: uploaded,
      uploadedByName: '王经办',
      uploadedByAccountId: null,
    });
    hashes.push(hash);
  }
  return hashes;
}
