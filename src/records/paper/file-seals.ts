import type { EntityManager } from 'typeorm';
import { sm3 } from '../../infrastructure/sm3.js';
import type { ActRecord } from '../application/act.js';
import { canonicalJson } from '../application/chain.js';
import { AttachmentRecord } from './attachment.js';
import { FileSeal, type SealedContents } from './file-seal.js';
import { LetterRecord } from './letter.js';

/** The digest of a seal: SM3 over its canonical JSON. */
const digestOf = ({
  applicationId,
  actSeq,
  number,
  sealedAt,
  chainHead,
  contents,
}: Omit<FileSeal, 'digest'>): string =>
  sm3(
    canonicalJson({ applicationId, actSeq, number, sealedAt: sealedAt.toISOString(), chainHead, contents }),
  );

/** Whether a seal still says what it said when it was written, and the log still begins with the acts in it. */
export function isUnbroken(seal: FileSeal, log: readonly ActRecord[]): boolean {
  const { acts } = seal.contents;
  return digestOf(seal) === seal.digest && acts.every(({ seq, hash }) => log[seq - 1]?.hash === hash);
}

/** Seals the file of an application as it stands in this transaction, `log` up to and with the act of the notice. */
export async function sealFile(
  manager: EntityManager,
  log: readonly ActRecord[],
  number: string,
): Promise<FileSeal | undefined> {
  const notice = log.at(-1);
  if (!notice) return undefined;
  const { applicationId, officeId, seq: actSeq, hash: chainHead, recordedAt: sealedAt } = notice;
  const contents = await contentsOf(manager, applicationId, log);
  const row = { applicationId, officeId, actSeq, number, sealedAt, chainHead, contents };
  const seal = { ...row, digest: digestOf(row) };
  await manager.insert(FileSeal, seal);
  return seal;
}

async function contentsOf(
  manager: EntityManager,
  applicationId: string,
  log: readonly ActRecord[],
): Promise<SealedContents> {
  const letters = await manager.find(LetterRecord, {
    where: { applicationId },
    order: { draftedAt: 'ASC', id: 'ASC' },
  });
  const attachments = await manager.find(AttachmentRecord, {
    where: { applicationId },
    order: { uploadedAt: 'ASC', id: 'ASC' },
  });
  return {
    acts: log.map(({ seq, type, on, hash }) => ({ seq, type, on, hash })),
    letters: letters.map(({ id, title, number, status, pdfHash, sm3: content }) => ({
      id,
      title,
      number,
      status,
      pdfHash,
      sm3: content,
    })),
    attachments: attachments.map(({ id, name, fileHash, bytes }) => ({ id, name, fileHash, bytes })),
  };
}

/** The seals of an application, oldest first. */
export function sealsOf(manager: EntityManager, applicationId: string): Promise<FileSeal[]> {
  return manager.find(FileSeal, { where: { applicationId }, order: { actSeq: 'ASC' } });
}
