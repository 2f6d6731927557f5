import type { ActOf } from '../domain/acts/acts.js';
import { consultees, silenceOf } from '../domain/acts/handling-acts.js';
import { requiredLimit, unitNames } from '../domain/clock/limits.js';
import { cite, printCitationInFull } from '../domain/law/citation.js';
import type { LetterFacts } from '../domain/letter/facts.js';

/** What a letter about a consultation says: 条例第三十二条 for third parties, 第三十四条 for co-producers, else 第三十三条第三款. */
export function consultationFacts(act: ActOf<'opinion.sought'>): LetterFacts {
  const { consultee, name, on } = act;
  const { amount, unit } = requiredLimit(
    consultee === 'thirdParty' ? 'thirdParty.opinion' : 'agency.opinion',
    on,
  );
  const silence = silenceOf[consultee];
  return {
    ...(name ? { consultee: name } : {}),
    consulteeKind: consultees[consultee],
    consultedOn: on,
    opinionLimit: `${amount}${unitNames[unit]}`,
    consultationBasis: printCitationInFull(
      consultee === 'coProducer' ? cite('disclosure', 34) : cite('disclosure', 33, 3),
    ),
    lapseEffect:
      silence.means === 'consent'
        ? '逾期未提出意见的，视为同意公开。'
        : `逾期未提出意见的，由本机关依照${printCitationInFull(cite('disclosure'))}的规定决定是否公开。`,
  };
}
