import type { EntityManager } from 'typeorm';
import type { Block } from '../infrastructure/printing/blocks.js';
import { DraftNote } from '../records/paper/draft-note.js';
import type { LetterRecord } from '../records/paper/letter.js';

/** The finished text of a draft, as it came from Word last; undefined when the wording is to be used. */
export async function finishedText(
  manager: EntityManager,
  applicationId: string,
  draftSeq: number | undefined,
): Promise<readonly Block[] | undefined> {
  if (draftSeq === undefined) return undefined;
  const last = await manager.findOne(DraftNote, {
    where: { applicationId, draftSeq, sort: 'finished' },
    order: { recordedAt: 'DESC' },
  });
  // This program wrote it and the database keeps it.
  return (last?.blocks as readonly Block[] | null | undefined) ?? undefined;
}

/** The finished text of a drafted letter that is no coming reply. */
export const finishedOf = ({ finished }: Pick<LetterRecord, 'finished'>): readonly Block[] | undefined =>
  // This program wrote it and the database keeps it.
  finished?.blocks as readonly Block[] | undefined;
