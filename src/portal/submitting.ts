import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { keepUnsent } from '../infrastructure/storage.js';
import { now } from '../infrastructure/today.js';
import type { Payload } from '../records/application/application-fields.js';
import type { OfficeRecord } from '../records/office/office.js';
import { SubmissionRecord } from '../records/application/submission.js';
import { codeFingerprint } from '../records/application/submissions.js';
import type { Filled } from './apply-forms.js';
import { type Draft, type Sent, newDraft } from './draft.js';

/** Takes in what applicants send. */
@Injectable()
export class Submitting {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Keeps a filled draft as a submission. The same draft sent twice is one submission; when it was changed after it
   * had been sent, it is a new one under another code. Throws FileMissing where papers were uploaded too long ago.
   */
  async send(office: OfficeRecord, draft: Draft, filled: Filled): Promise<Sent> {
    for (const { hash } of draft.papers) await keepUnsent(hash);
    const payload = JSON.stringify({ filled, papers: draft.papers } satisfies Payload);
    if (await this.insert(office, draft, payload)) return draft;
    const { manager } = this.dataSource;
    const earlier = await manager.findOneByOrFail(SubmissionRecord, { id: draft.id });
    if (earlier.payload === payload && earlier.officeId === office.id) return draft;
    const anew: Draft = { ...newDraft(), papers: draft.papers };
    await this.insert(office, anew, payload);
    return anew;
  }

  private async insert(office: OfficeRecord, draft: Draft, payload: string): Promise<boolean> {
    const inserted = await this.dataSource.manager
      .createQueryBuilder()
      .insert()
      .into(SubmissionRecord)
      .values({
        id: draft.id,
        officeId: office.id,
        channel: 'internet',
        codeFingerprint: codeFingerprint(draft.queryCode),
        payload,
        fileHashes: draft.papers.map(({ hash }) => hash),
        arrivedAt: now(),
        state: 'pending',
      })
      .orIgnore()
      .returning('id')
      .execute();
    const rows: unknown = inserted.raw;
    return Array.isArray(rows) && rows.length > 0;
  }
}
