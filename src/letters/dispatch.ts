import { buffer } from 'node:stream/consumers';
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { findApplication } from '../casework/taking.js';
import { inspectBeside } from '../infrastructure/inspection/inspecting.js';
import type { Leak } from '../infrastructure/inspection/leak.js';
import { readStored } from '../infrastructure/storage.js';
import { now } from '../infrastructure/today.js';
import { AttachmentFinding } from '../records/paper/attachment-finding.js';
import { findingsOfCase, otherOwners } from '../records/paper/attachment-findings.js';
import { AttachmentRecord } from '../records/paper/attachment.js';
import { insertAll } from '../records/inserting.js';
import { normalNumber, particularsOf } from '../records/application/particulars.js';
import type { Viewer } from '../web/viewer.js';
import { LetterNotFound } from './letter-refusals.js';

/** A file that goes out with the reply, or once did, and everything found in it. */
export interface CheckedFile {
  readonly attachment: AttachmentRecord;
  readonly findings: readonly AttachmentFinding[];
}

/** 发出前检查: looks into the files that go with a reply, and keeps what people answer for. */
@Injectable()
export class Dispatch {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Looks into what has not been looked into yet, and answers every file that goes out. */
  async check(applicationId: string, officeIds: readonly string[]): Promise<CheckedFile[]> {
    const { manager } = this.dataSource;
    await findApplication(manager, applicationId, officeIds, 'unlocked');
    const files = await manager.find(AttachmentRecord, {
      where: { applicationId, purpose: 'provided' },
      order: { uploadedAt: 'ASC' },
    });
    for (const file of files.filter(({ inspectedAt }) => !inspectedAt)) await this.inspect(file);
    const findings = await findingsOfCase(manager, applicationId);
    return files.map((attachment) => ({
      attachment,
      findings: findings.filter(({ attachmentId }) => attachmentId === attachment.id),
    }));
  }

  /** The file goes out as it is: whoever says so says why, and it stays in the record. */
  clear(viewer: Viewer, applicationId: string, attachmentId: string, why: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await providedFile(manager, viewer, applicationId, attachmentId);
      await clearAll(manager, viewer, attachmentId, why);
    });
  }

  /** The file stays in the case and does not go out with the reply. */
  withhold(viewer: Viewer, applicationId: string, attachmentId: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await providedFile(manager, viewer, applicationId, attachmentId);
      await clearAll(manager, viewer, attachmentId, '移出附件，不随答复发出');
      await manager.update(AttachmentRecord, { id: attachmentId }, { purpose: 'other' });
    });
  }

  /** Reads outside the transaction, and keeps what was found once, however many ask at the same time. */
  private async inspect(file: AttachmentRecord): Promise<void> {
    const { manager } = this.dataSource;
    const { applicationId, officeId } = file;
    const others = await otherOwners(manager, file);
    const own = await ownNumbers(manager, applicationId);
    const found: Leak[] = [
      ...others.map((number): Leak => ({ sort: 'otherCase', place: '', detail: `申请 ${number} 的材料` })),
      ...(await inspectBeside({
        bytes: await buffer(await readStored(file.fileHash)),
        mime: file.mime,
        own,
      })),
    ];
    await this.dataSource.transaction(async (within) => {
      const kept = await within.update(
        AttachmentRecord,
        { id: file.id, inspectedAt: IsNull() },
        { inspectedAt: now() },
      );
      if (kept.affected !== 1) return;
      const row = { attachmentId: file.id, applicationId, officeId, foundAt: now() };
      const open = { clearedAt: null, clearedByAccountId: null, clearedByName: null, clearedWhy: null };
      await insertAll(
        within,
        AttachmentFinding,
        found.map((leak) => ({ id: randomUUID(), ...row, ...leak, ...open })),
      );
    });
  }
}

/** What belongs to the applicant may go to the applicant. */
async function ownNumbers(manager: EntityManager, applicationId: string): Promise<ReadonlySet<string>> {
  const { idNumber, phone, agentPhone } = await particularsOf(manager, applicationId);
  return new Set([idNumber, phone, agentPhone].flatMap((number) => (number ? [normalNumber(number)] : [])));
}

async function providedFile(
  manager: EntityManager,
  viewer: Viewer,
  applicationId: string,
  id: string,
): Promise<void> {
  await findApplication(manager, applicationId, [viewer.officeId], 'locked');
  const found = await manager.existsBy(AttachmentRecord, { id, applicationId, purpose: 'provided' });
  if (!found) throw new LetterNotFound('这份文件不随答复发出，或者不属于这件申请。');
}

async function clearAll(
  manager: EntityManager,
  { accountId, name }: Viewer,
  attachmentId: string,
  clearedWhy: string,
): Promise<void> {
  await manager.update(
    AttachmentFinding,
    { attachmentId, clearedAt: IsNull() },
    { clearedAt: now(), clearedByAccountId: accountId, clearedByName: name, clearedWhy },
  );
}
