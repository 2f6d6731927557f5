import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Paper } from '../application/application-fields.js';
import type { ApplicationRecord } from '../application/application.js';
import { insertAll } from '../inserting.js';
import { AttachmentRecord, type AttachmentPurpose } from './attachment.js';

/** How the record names an applicant who sends papers through the portal. */
export const ONLINE_APPLICANT = '申请人（网上）';

/** Puts papers that an applicant has sent among the materials of a case. */
export async function attachPapers(
  manager: EntityManager,
  { id, officeId }: Pick<ApplicationRecord, 'id' | 'officeId'>,
  papers: readonly Paper[],
  purpose: AttachmentPurpose,
  at: Date,
): Promise<void> {
  await insertAll(
    manager,
    AttachmentRecord,
    papers.map(({ hash, name, mime, bytes }) => ({
      ...{ id: randomUUID(), applicationId: id, officeId, purpose },
      ...{ fileHash: hash, name, mime, bytes },
      ...{ uploadedAt: at, uploadedByName: ONLINE_APPLICANT, uploadedByAccountId: null },
    })),
  );
}
