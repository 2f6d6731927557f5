import type { EntityManager } from 'typeorm';
import { AttachmentFinding } from './attachment-finding.js';

/** Names of the files that are to go out with the reply and may not yet: not looked into, or with a finding uncleared. */
export async function heldBack(manager: EntityManager, applicationId: string): Promise<string[]> {
  const rows: { name: string }[] = await manager.query(
    `SELECT attachment."name" FROM attachments attachment
     WHERE attachment."applicationId" = $1 AND attachment."purpose" = 'provided'
       AND (attachment."inspectedAt" IS NULL OR EXISTS (
         SELECT 1 FROM attachment_findings finding
         WHERE finding."attachmentId" = attachment."id" AND finding."clearedAt" IS NULL))
     ORDER BY attachment."uploadedAt"`,
    [applicationId],
  );
  return rows.map(({ name }) => name);
}

/** Everything ever found in the files of a case, in the order of finding. */
export function findingsOfCase(manager: EntityManager, applicationId: string): Promise<AttachmentFinding[]> {
  return manager.find(AttachmentFinding, {
    where: { applicationId },
    order: { foundAt: 'ASC', sort: 'ASC', place: 'ASC' },
  });
}

/** Numbers of other applications that hold the same file as something that is theirs: 申请材料、身份证明、补正材料 … */
export async function otherOwners(
  manager: EntityManager,
  { applicationId, officeId, fileHash }: { applicationId: string; officeId: string; fileHash: string },
): Promise<string[]> {
  const rows: { number: string }[] = await manager.query(
    `SELECT DISTINCT application."number" FROM attachments attachment
     JOIN applications application ON application."id" = attachment."applicationId"
     WHERE attachment."fileHash" = $1 AND attachment."officeId" = $2 AND attachment."applicationId" <> $3
       AND attachment."purpose" NOT IN ('provided', 'other')
     ORDER BY 1`,
    [fileHash, officeId, applicationId],
  );
  return rows.map(({ number }) => number);
}
