import type { CaseFile } from '../casework/case-file.js';
import type { LetterKind } from '../domain/letter/register.js';
import { dayOf } from '../infrastructure/today.js';
import { type AttachmentPurpose, attachmentPurposes } from '../records/attachment.js';
import type { LetterRecord } from '../records/letter.js';
import { type ProceedingFile, latestPaper } from './proceeding-file.js';
import { wasInFile } from './sealed-file.js';

/** What a line of the directory stands for. `record` and `deadlines` are printed by the program from the case. */
export type EvidenceOf = 'attachment' | 'letter' | 'record' | 'deadlines';

/** One line of the 证据目录: number and pages follow from its place. */
export interface EvidenceLine {
  readonly of: EvidenceOf;
  /** The attachment's or letter's id; empty for what the program prints. */
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly proves: string;
  readonly included: boolean;
}

/** A line as it stands beside the file: whether it came after the notice, or after the directory was last saved. */
export interface DirectoryLine extends EvidenceLine {
  readonly key: string;
  readonly late: boolean;
  readonly unseen: boolean;
}

export const keyOf = ({ of, id }: Pick<EvidenceLine, 'of' | 'id'>): string => (id ? `${of}-${id}` : of);

const ofPurpose: Readonly<Record<AttachmentPurpose, { from: string; proves: string; place: number }>> = {
  application: { from: '申请人提交', proves: '申请人提出申请的时间、方式和申请公开的内容', place: 0 },
  identity: { from: '申请人提交', proves: '申请人的身份', place: 1 },
  receipt: { from: '本机关收件时留存', proves: '收到申请的日期和方式', place: 2 },
  correction: { from: '申请人提交', proves: '申请人补正的时间和内容', place: 3 },
  opinion: { from: '被征求意见方提交', proves: '已依法征求意见，以及对方的意见', place: 3 },
  other: { from: '本机关留存', proves: '办理过程', place: 3 },
  provided: { from: '本机关提供', proves: '已向申请人提供的政府信息', place: 3 },
  service: { from: '送达时留存', proves: '答复已送达，以及送达的日期', place: 4 },
  appeal: { from: '本机关收到', proves: '', place: 5 },
};

const provenByLetter: Partial<Record<LetterKind, string>> = {
  registrationReceipt: '已登记申请，并告知答复期限',
  correctionNotice: '在法定期限内一次性告知补正',
  reasonsRequest: '已要求申请人说明理由',
  deferralNotice: '已确定并告知延迟答复的合理期限',
  extensionNotice: '延长答复期限经工作机构负责人同意，并在期限届满前告知申请人',
  thirdPartyOpinionRequest: '已书面征求第三方意见',
  agencyOpinionRequest: '已征求有关机关意见',
  consultationNotice: '已告知申请人征求意见所需时间不计入答复期限',
  feeNotice: '已依法通知缴费',
  serviceReceipt: '答复已送达',
};

const provesOf = ({ kind }: LetterRecord): string =>
  provenByLetter[kind] ??
  (kind.startsWith('reply.') ? '所作答复的内容、依据和理由，已告知救济途径和期限' : '办理过程符合法定程序');

/** A line with the day and place by which papers stand in the order of the case. */
interface Placed {
  readonly line: EvidenceLine;
  readonly place: number;
  readonly day: string;
}

/** Every paper of the file that is evidence of how the application was handled, in the order of the case. */
function linesOfFile({ attachments, letters, reading }: CaseFile): EvidenceLine[] {
  // The directory claims no more than the record bears.
  const inTime = reading.reply?.ended?.how === 'met';
  const placed: Placed[] = [
    ...attachments
      .filter(({ purpose }) => purpose !== 'appeal')
      .map(({ id, name, purpose, uploadedAt }): Placed => {
        const { from, place } = ofPurpose[purpose];
        const proves = purpose === 'service' && inTime ? '答复已在期限内送达' : ofPurpose[purpose].proves;
        const titled = `${attachmentPurposes[purpose]}：${name}`;
        return {
          line: { of: 'attachment', id, name: titled, from, proves, included: true },
          place,
          day: dayOf(uploadedAt),
        };
      }),
    ...letters
      .filter(({ status, pdfHash }) => status === 'issued' && pdfHash)
      .map((letter): Placed => {
        const { id, title, number, issuedOn } = letter;
        const name = number ? `${title}（${number}）` : title;
        const line = {
          of: 'letter' as const,
          id,
          name,
          from: '本机关制作',
          proves: provesOf(letter),
          included: true,
        };
        return { line, place: 3, day: issuedOn ?? '' };
      }),
  ];
  placed.sort((a, b) => a.place - b.place || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return [
    ...placed.map(({ line }) => line),
    {
      of: 'record',
      id: '',
      name: '办理记录（逐条附校验值）',
      from: '本机关办理系统',
      proves: '办理的每一步及其日期，记录未被改动',
      included: true,
    },
    {
      of: 'deadlines',
      id: '',
      name: '期限账本',
      from: '本机关办理系统',
      proves: inTime ? '答复在法定期限内作出的逐日计算' : '答复期限的逐日计算',
      included: true,
    },
  ];
}

const isLine = (value: unknown): value is EvidenceLine =>
  typeof value === 'object' &&
  value !== null &&
  'of' in value &&
  'id' in value &&
  'name' in value &&
  'included' in value;

/** Brings a saved directory back. Throws TypeError when it was not saved by this program. */
function readLines(body: string): EvidenceLine[] {
  const kept: unknown = JSON.parse(body);
  if (!Array.isArray(kept) || !kept.every(isLine)) throw new TypeError('证据目录不是本系统保存的。');
  return kept;
}

/** The directory as it stands: saved lines in their order, those of papers gone left out, new papers behind. */
export function directoryOf(file: ProceedingFile): DirectoryLine[] {
  const present = linesOfFile(file.case);
  const saved = latestPaper(file, 'directory');
  const kept = saved ? readLines(saved.body) : present;
  const keys = new Set(present.map(keyOf));
  const known = new Set(kept.map(keyOf));
  const lines = [
    ...kept.filter((line) => keys.has(keyOf(line))),
    ...present.filter((line) => !known.has(keyOf(line))),
  ];
  return lines.map((line) => ({
    ...line,
    key: keyOf(line),
    late:
      (line.of === 'attachment' && !wasInFile(file, 'attachments', line.id)) ||
      (line.of === 'letter' && !wasInFile(file, 'letters', line.id)),
    unseen: saved !== undefined && !known.has(keyOf(line)),
  }));
}
