import { randomUUID } from 'node:crypto';
import { type EntityManager, In } from 'typeorm';
import { letterOf } from '../../domain/letter/register.js';
import { sm3 } from '../../infrastructure/sm3.js';
import { canonicalJson } from '../application/chain.js';
import { LetterRecord } from './letter.js';

/** A letter that is drafted and holds nothing yet but what called for it. */
export const draftedLetter = (
  drafted: Pick<LetterRecord, 'applicationId' | 'officeId' | 'kind' | 'actSeq' | 'facts' | 'draftedAt'>,
): LetterRecord => ({
  id: randomUUID(),
  ...drafted,
  status: 'drafted',
  number: null,
  title: letterOf(drafted.kind).title,
  blocks: null,
  finished: null,
  templateVersion: null,
  wordingId: null,
  issuedOn: null,
  pdfHash: null,
  sm3: null,
  recalledOn: null,
  recallReason: null,
  recalledBy: null,
});

/** What a letter is frozen under when it is issued: SM3 over what it says, what that was filled from, and the wording. */
export const letterDigest = ({
  blocks,
  facts,
  templateVersion,
}: Pick<LetterRecord, 'blocks' | 'facts' | 'templateVersion'>): string =>
  sm3(canonicalJson({ blocks, facts, templateVersion }));

/** The issued letters that an act called for; those already recalled are not among them. */
export function issuedLetters(
  manager: EntityManager,
  applicationId: string,
  actSeq: number,
): Promise<LetterRecord[]> {
  return manager.findBy(LetterRecord, { applicationId, actSeq, status: 'issued' });
}

/** 作废: marks issued letters as recalled. Everything else of them stays as it was issued. */
export async function recallLetters(
  manager: EntityManager,
  ids: readonly string[],
  told: Pick<LetterRecord, 'recalledOn' | 'recallReason' | 'recalledBy'>,
): Promise<void> {
  if (ids.length === 0) return;
  await manager.update(LetterRecord, { id: In([...ids]), status: 'issued' }, { status: 'recalled', ...told });
}
