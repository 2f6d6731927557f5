import type { LetterFacts } from '../domain/letter/facts.js';
import { sampleFacts } from '../domain/letter/samples.js';
import type { LetterDocument } from '../infrastructure/printing/blocks.js';
import type { OfficeRecord } from '../records/office/office.js';
import { composeLetter } from './letter-text.js';
import { verifyRemedies } from './remedies-check.js';
import type { CurrentWording } from './wordings.js';

/**
 * The letter that a wording makes of invented facts, under the office's own name. Throws RemediesMismatch when the
 * wording tells remedies in words of its own: no letter could be issued in it.
 */
export function sampleLetter(
  wording: CurrentWording,
  { name, address, phone }: Pick<OfficeRecord, 'name' | 'address' | 'phone'>,
): LetterDocument {
  const sample = sampleFacts(wording.kind);
  const own: LetterFacts = {
    officeName: name,
    ...(address ? { officeAddress: address } : {}),
    ...(phone ? { officePhone: phone } : {}),
  };
  const document = composeLetter(wording.kind, { ...sample, ...own }, wording);
  const { remedies } = sample;
  verifyRemedies(document, typeof remedies === 'string' ? remedies : undefined);
  return { ...document, draftMark: '样张，事实均为虚构' };
}
