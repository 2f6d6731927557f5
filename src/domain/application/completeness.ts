import { type Citation, cite } from '../law/citation.js';
import { type AgentPaper, agentPaperIds, agentPapers } from './applicant.js';

/** What an application holds, as far as 条例第二十九条第二款 asks for it: whether, never what. */
export interface Held {
  /** 身份证明 of each applicant, the first in front. */
  readonly identified: readonly { readonly name: string; readonly shown: boolean }[];
  /** Any way to reach the first applicant: telephone, address or e-mail. */
  readonly reachable: boolean;
  /** 获取方式、途径 were named. */
  readonly supplyNamed: boolean;
  /** Papers of the agent; left out where nobody acts for the applicants. */
  readonly agentPapers?: readonly AgentPaper[];
}

/** Something that the application lacks, and how a notice of correction asks for it (条例第三十条). */
export interface Lack {
  readonly code: 'identity' | 'contact' | 'supply' | AgentPaper;
  /** What is missing, for people of the office. */
  readonly says: string;
  /** What the applicant is asked for, as an item of 补正告知书. */
  readonly item: string;
  readonly article: Citation;
}

const form = (item: number): Citation => cite('disclosure', 29, 2, item);

/**
 * What is missing of 条例第二十九条第二款, each a ground of 补正 (第三十条 speaks of unclear content alone; the missing
 * particulars are treated alike, 本系统口径). Whether the content is clear is for people to say.
 */
export function lacksOf({ identified, reachable, supplyNamed, agentPapers: brought }: Held): Lack[] {
  const unknown = identified.filter(({ shown }) => !shown).map(({ name }) => name);
  const lacks: Lack[] = [];
  if (unknown.length > 0) {
    const whose = identified.length > 1 || brought ? unknown.join('、') : '';
    lacks.push({
      code: 'identity',
      says: `没有${whose}身份证明`,
      item: `请提供${whose}身份证明的复印件。`,
      article: form(1),
    });
  }
  if (!reachable)
    lacks.push({ code: 'contact', says: '没有联系方式', item: '请提供联系方式。', article: form(1) });
  if (!supplyNamed) {
    const item = '请写明所需信息的获取方式、途径。';
    lacks.push({ code: 'supply', says: '没有写明获取方式', item, article: form(3) });
  }
  if (brought) {
    for (const paper of agentPaperIds.filter((id) => !brought.includes(id))) {
      const says = `没有${agentPapers[paper]}`;
      lacks.push({ code: paper, says, item: `请提供${agentPapers[paper]}。`, article: form(1) });
    }
  }
  return lacks;
}

/** The items of 补正告知书, numbered where there are several. */
export const correctionItems = (lacks: readonly Lack[]): string =>
  lacks.map(({ item }, i) => (lacks.length > 1 ? `${i + 1}. ${item}` : item)).join('\n');
