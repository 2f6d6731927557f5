import { definitionOf } from '../domain/acts/acts.js';
import { isUnbroken } from '../records/paper/file-seals.js';
import { chineseDate, chineseTime } from '../web/words.js';
import type { SealShown } from './pages.js';
import type { ProceedingFile } from './proceeding-file.js';

/** Acts about the proceeding itself are no evidence of how the office handled the application. */
const aboutProceeding = /^(reconsideration|suit|redo|remedy)\./;

/** What came into the file after the notice: 未在答复时案卷内. Papers of the proceeding itself are none of it. */
function laterAdditions({ case: file, seal }: ProceedingFile): SealShown['later'] {
  if (!seal) return [];
  const { acts, letters, attachments } = seal.contents;
  return [
    ...file.attachments
      .filter(({ id, purpose }) => purpose !== 'appeal' && !attachments.some((one) => one.id === id))
      .map(({ name, uploadedAt }) => ({ name, kind: '附件', at: chineseTime(uploadedAt) })),
    ...file.letters
      .filter(
        ({ id, status }) =>
          status === 'issued' && !letters.some((one) => one.id === id && one.status === 'issued'),
      )
      .map(({ title, number, issuedOn }) => ({
        name: number ? `${title}（${number}）` : title,
        kind: '文书',
        at: chineseDate(issuedOn),
      })),
    ...file.log
      .filter(({ seq, type }) => !acts.some((one) => one.seq === seq) && !aboutProceeding.test(type))
      .map(({ type, on, recordedAt }) => ({
        name: `${definitionOf(type).name}（${chineseDate(on)}）`,
        kind: '补记的办理记录',
        at: chineseTime(recordedAt),
      })),
  ];
}

/** Whether a paper of the file was in it when the notice came; true where nothing was sealed. */
export function wasInFile({ seal }: ProceedingFile, of: 'letters' | 'attachments', id: string): boolean {
  if (!seal) return true;
  if (of === 'letters') return seal.contents.letters.some((one) => one.id === id && one.status === 'issued');
  return seal.contents.attachments.some((one) => one.id === id);
}

/** The seal as the page shows it; undefined where the notice was read from a ledger. */
export function sealShown(file: ProceedingFile): SealShown | undefined {
  const { seal } = file;
  if (!seal) return undefined;
  const { acts, letters, attachments } = seal.contents;
  return {
    at: seal.sealedAt,
    digest: seal.digest,
    chainHead: seal.chainHead,
    unbroken: isUnbroken(seal, file.case.log),
    acts: acts.length,
    letters: letters.filter(({ status }) => status === 'issued').length,
    attachments: attachments.length,
    later: laterAdditions(file),
  };
}
