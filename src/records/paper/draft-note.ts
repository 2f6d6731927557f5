import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationRecord } from '../application/application.js';
import { OfficeRecord } from '../office/office.js';

/**
 * What was said of a draft of the reply, or brought to it: a comment (核稿意见), or the finished text read out of a
 * Word file. Only ever added; the last text of a draft holds, and a text without blocks takes the one before back.
 */
@Entity('draft_notes')
@Index('draft_notes_draft', ['applicationId', 'draftSeq', 'recordedAt'])
@Check('draft_notes_sort_known', `"sort" IN ('comment', 'finished')`)
export class DraftNote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'draft_notes_pkey' })
  id: string;

  @ForeignKey(() => ApplicationRecord, { name: 'draft_notes_application_fkey' })
  @Column({ type: 'uuid' })
  applicationId: string;

  @ForeignKey(() => OfficeRecord, { name: 'draft_notes_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  /** The act 拟制答复 that made the draft. */
  @Column({ type: 'int' })
  draftSeq: number;

  @Column({ type: 'text' })
  sort: 'comment' | 'finished';

  /** The comment; the name of the Word file. */
  @Column({ type: 'text' })
  text: string;

  /** Blocks of the finished text. */
  @Column({ type: 'jsonb', nullable: true })
  blocks: unknown;

  /** The Word file in the store. */
  @Column({ type: 'text', nullable: true })
  fileHash: string | null;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'uuid', nullable: true })
  byAccountId: string | null;

  @Column({ type: 'text' })
  byName: string;
}
