import type { RecordedAct } from '../acts/acts.js';
import { type Citation, cite } from '../law/citation.js';
import type { Finding } from '../law/finding.js';

/** 苗头: what the record of a reply shows today and organs and courts hold against it later. */
export const earlySigns = {
  overridden: {
    name: '带瑕疵签发',
    says: '签发或制发答复时，案卷已经记下程序瑕疵（超期除外），仍然发出。',
    article: cite('disclosure', 36),
  },
  replyLate: {
    name: '超期答复',
    says: '答复超过法定期限，或者延期告知超过期限。',
    article: cite('disclosure', 33),
  },
  searchMissing: {
    name: '检索记录缺失',
    says: '以“经检索没有”答复，案卷里没有检索记录，或者检索记录不完整。台账导入的旧案没有文书内容，不计。',
    article: cite('disclosure', 36, undefined, 4),
  },
} as const satisfies Record<string, { name: string; says: string; article: Citation }>;
export type EarlySign = keyof typeof earlySigns;
export const earlySignIds = Object.keys(earlySigns) as EarlySign[];

/** 程序瑕疵 by which a reply is late. */
const lateCodes = ['replyLate', 'late', 'extensionLate'];
const searchCodes = ['searchLacking'];

/**
 * The signs that a case shows. `acts` as corrections leave them, `flaws` those that still stand, each with the place
 * of its act.
 */
export function earlySignsOf(
  acts: readonly RecordedAct[],
  flaws: readonly { readonly seq: number; readonly finding: Finding }[],
): EarlySign[] {
  const replies = acts.filter(({ type }) => type === 'reply.signed' || type === 'reply.issued');
  const places = new Set(replies.map(({ seq }) => seq));
  const codes = flaws.filter(({ seq }) => places.has(seq)).map(({ finding }) => finding.code);
  const late = flaws.some(({ finding }) => lateCodes.includes(finding.code));
  const searchless = acts.some(
    (act) =>
      act.type === 'reply.issued' &&
      act.source !== 'ledger' &&
      act.outcome === 'notHeld' &&
      (act.searched ?? '').trim() === '',
  );
  const shown: Readonly<Record<EarlySign, boolean>> = {
    overridden: codes.some((code) => !lateCodes.includes(code)),
    replyLate: late,
    searchMissing: searchless || codes.some((code) => searchCodes.includes(code)),
  };
  return earlySignIds.filter((sign) => shown[sign]);
}
