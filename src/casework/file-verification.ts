import type { DataSource } from 'typeorm';
import { type LetterKind, letterOf } from '../domain/letter/register.js';
import { checkStored, type StoredState } from '../infrastructure/storage.js';
import { type AttachmentPurpose, attachmentPurposes } from '../records/paper/attachment.js';
import { type KeptFile, keptFiles } from '../records/paper/kept-files.js';

/** A file that the record names and that is not what it was. */
export interface FileDifference {
  readonly applicationId: string | null;
  readonly officeId: string;
  /** 登记编号; what stands for it where the file belongs to no case. */
  readonly number: string;
  /** One sentence in Chinese, without the file's own name: that may be a person's. */
  readonly says: string;
}

/** What a check of all stored files found. */
export interface FilesVerified {
  readonly files: number;
  readonly bytes: number;
  readonly differences: readonly FileDifference[];
}

/**
 * Reads every file that the record names once, from end to end, and compares it with its digest. `most` differences are
 * named. `onProgress` is told how many files were read.
 */
export async function verifyFiles(
  dataSource: DataSource,
  { most = 100, onProgress }: { most?: number; onProgress?: (files: number) => void } = {},
): Promise<FilesVerified> {
  const found = { files: 0, bytes: 0, differences: [] as FileDifference[] };
  let current: { hash: string; state: StoredState } | undefined;
  for await (const place of keptFiles(dataSource)) {
    if (current?.hash !== place.hash) {
      current = { hash: place.hash, state: await checkStored(place.hash) };
      found.files += 1;
      found.bytes += current.state.bytes;
      onProgress?.(found.files);
    }
    const fault = faultOf(place, current.state);
    if (!fault || found.differences.length >= most) continue;
    const { applicationId, officeId } = place;
    found.differences.push({
      ...{ applicationId, officeId },
      number: numberOf(place),
      says: `${nameOf(place)}${fault}`,
    });
  }
  return found;
}

function faultOf({ bytes: due }: KeptFile, { is, bytes }: StoredState): string | undefined {
  if (is === 'missing') return '不在数据目录中，请从备份恢复。';
  if (is === 'unreadable') return '读不出来，请检查磁盘和目录权限，必要时从备份恢复。';
  if (is === 'altered') return '与存入时的指纹不符，文件可能损坏或被改动过，请从备份恢复。';
  return due === null || due === bytes ? undefined : `应为 ${due} 字节，实为 ${bytes} 字节。`;
}

const numberOf = ({ kind, applicationId, number }: KeptFile): string => {
  if (kind === 'sealPicture') return `机关 ${number}`;
  return applicationId === null ? `${number} 的来件` : number;
};

/** What the file is, by its kind and never by its name. */
function nameOf({ kind, sort }: KeptFile): string {
  switch (kind) {
    case 'attachment':
      return `附件（${attachmentPurposes[sort as AttachmentPurpose]}）`;
    case 'letter':
      return `已制发的《${letterOf(sort as LetterKind).title}》`;
    case 'finishedWord':
      return '答复定稿的 Word 文件';
    case 'bundle':
      return '证据材料';
    case 'bundleDirectory':
      return '证据目录的 Word 文件';
    case 'sealedAttachment':
      return '封存的附件';
    case 'sealedLetter':
      return sort === null ? '封存的文书' : `封存的文书（${sort}）`;
    case 'arrival':
      return '来件所附材料';
    case 'sealPicture':
      return '印章图片';
  }
}
