import type { ActOf } from '../domain/acts/acts.js';
import { type Consultee, consultees, silenceOf } from '../domain/acts/handling-acts.js';
import { opinionLimit } from '../domain/clock/consultations.js';
import { unitNames } from '../domain/clock/limits.js';
import { cite, printCitationInFull } from '../domain/law/citation.js';
import type { LetterFacts } from '../domain/letter/facts.js';

/** On what ground the opinion of an agency is asked. */
function basisOf(consultee: Consultee): string {
  const other = printCitationInFull(cite('disclosure', 33, 3));
  if (consultee === 'coProducer') return printCitationInFull(cite('disclosure', 34));
  // 划出机关 has received the application and asks 划入机关, which now does that work.
  return consultee === 'successor'
    ? `${printCitationInFull(cite('reorganisationReply'))}关于机构改革后“谁收到、谁处理”的答复和${other}`
    : other;
}

/**
 * What a letter about a consultation says: 条例第三十二条 for third parties, 第三十四条 for co-producers, else 第三十三条第三款;
 * after a reorganisation 国办公开办函〔2019〕14号 as well.
 */
export function consultationFacts(act: ActOf<'opinion.sought'>): LetterFacts {
  const { consultee, name, on } = act;
  const { amount, unit } = opinionLimit(act);
  const silence = silenceOf[consultee];
  return {
    ...(name ? { consultee: name } : {}),
    consulteeKind: consultees[consultee],
    consultedOn: on,
    opinionLimit: `${amount}${unitNames[unit]}`,
    consultationBasis: basisOf(consultee),
    lapseEffect:
      silence.means === 'consent'
        ? '逾期未提出意见的，视为同意公开。'
        : `逾期未提出意见的，由本机关依照${printCitationInFull(cite('disclosure'))}的规定决定是否公开。`,
  };
}
