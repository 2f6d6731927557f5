import type { CaseFile } from '../casework/case-file.js';
import type { LetterKind } from '../domain/letter/register.js';
import { dayOf } from '../infrastructure/today.js';
import { type AttachmentPurpose, attachmentPurposes } from '../records/paper/attachment.js';
import type { LetterRecord } from '../records/paper/letter.js';
import { type ProceedingFile, latestPaper } from './proceeding-file.js';
import { wasInFile } from './sealed-file.js';

/** What a line of the directory stands for. All but attachments and letters are printed by the program from the case. */
export type EvidenceOf = 'attachment' | 'letter' | 'record' | 'deadlines' | 'recordInFull';

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
  /** It may hold business secrets or private matters of a third party: the other side may not look into it. */
  readonly confidential: boolean;
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

/** What a letter proves; where the record holds one of these faults against it, no more than the second. */
interface Proof {
  readonly proves: string;
  readonly unless?: readonly string[];
  readonly then?: string;
}

const provenByLetter: Partial<Record<LetterKind, Proof>> = {
  registrationReceipt: { proves: '已登记申请，并告知答复期限' },
  correctionNotice: {
    proves: '在法定期限内一次性告知补正',
    unless: ['correctionLate', 'correctionTwice'],
    then: '已告知补正的事项和期限',
  },
  reasonsRequest: { proves: '已要求申请人说明理由' },
  deferralNotice: {
    proves: '已确定并告知延迟答复的合理期限',
    unless: ['deferralLate'],
    then: '已告知延迟答复的期限',
  },
  extensionNotice: {
    proves: '延长答复期限经工作机构负责人同意，并在期限届满前告知申请人',
    unless: ['extensionLate', 'extensionTwice', 'extensionTooLong', 'periodSetFromOutside'],
    then: '已告知申请人延长答复期限',
  },
  thirdPartyOpinionRequest: { proves: '已书面征求第三方意见' },
  agencyOpinionRequest: { proves: '已征求有关机关意见' },
  consultationNotice: { proves: '已告知申请人征求意见所需时间不计入答复期限' },
  feeNotice: { proves: '已依法通知缴费', unless: ['feeNoticeLate', 'feeTwice'], then: '已通知缴费' },
  disclosureNotice: { proves: '已书面告知第三方决定公开的内容和理由' },
  rectificationReply: { proves: '对更正要求的审核结果' },
  supplement: { proves: '补充或者更正答复的内容和理由' },
  serviceReceipt: { proves: '答复已送达' },
  'reply.withdrawn': { proves: '申请人撤回申请，已告知终止办理' },
};

const provenByReply: Proof = {
  proves: '所作答复的内容、依据和理由，已告知救济途径和期限',
  unless: ['untold'],
  then: '所作答复的内容、依据和理由',
};

/** The directory claims no more than the record bears. */
function provesOf({ kind, actSeq }: LetterRecord, { irregularities, acts }: CaseFile): string {
  const isReply = kind.startsWith('reply.');
  const proof = provenByLetter[kind] ?? (isReply ? provenByReply : { proves: '办理过程' });
  const faults = irregularities.filter(({ seq }) => seq === actSeq).map(({ finding: { code } }) => code);
  const untold = isReply && acts.some(({ type, seq }) => type === 'remedy.omitted' && seq > actSeq);
  const { proves, unless = [], then = proves } = proof;
  return (untold && unless.includes('untold')) || faults.some((code) => unless.includes(code))
    ? then
    : proves;
}

/** A line with the day and place by which papers stand in the order of the case. */
interface Placed {
  readonly line: EvidenceLine;
  readonly place: number;
  readonly day: string;
}

/** Every paper of the file that is evidence of how the application was handled, in the order of the case. */
function linesOfFile(file: CaseFile): EvidenceLine[] {
  const { attachments, letters, reading } = file;
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
          proves: provesOf(letter, file),
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
    // 内部审议不是证据: out unless legal staff put it in (docs/decisions/0039).
    {
      of: 'recordInFull',
      id: '',
      name: '办理记录（全文，含内部审核意见和体检发现）',
      from: '本机关办理系统',
      proves: '审核、签发的经过',
      included: false,
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
    confidential: file.case.attachments.some(({ id, purpose }) => id === line.id && purpose === 'opinion'),
    unseen: saved !== undefined && line.included && !known.has(keyOf(line)),
  }));
}
