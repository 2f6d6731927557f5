import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LeakSort } from '../../infrastructure/inspection/leak.js';
import { ApplicationRecord } from '../application/application.js';
import { OfficeRecord } from '../office/office.js';
import { AttachmentRecord } from './attachment.js';

/**
 * Something found in a file before it leaves (发出前检查). It stays in the record: the file does not go out until the
 * finding is cleared, with the reason of the person who cleared it, once.
 */
@Entity('attachment_findings')
@Index('attachment_findings_attachment', ['attachmentId'])
@Check(
  'attachment_findings_cleared',
  `("clearedAt" IS NULL) = ("clearedWhy" IS NULL) AND ("clearedAt" IS NULL) = ("clearedByName" IS NULL)`,
)
export class AttachmentFinding {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attachment_findings_pkey' })
  id: string;

  @ForeignKey(() => AttachmentRecord, { name: 'attachment_findings_attachment_fkey' })
  @Column({ type: 'uuid' })
  attachmentId: string;

  @ForeignKey(() => ApplicationRecord, { name: 'attachment_findings_application_fkey' })
  @Column({ type: 'uuid' })
  applicationId: string;

  @ForeignKey(() => OfficeRecord, { name: 'attachment_findings_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @Column({ type: 'text' })
  sort: LeakSort;

  /** 第 3 页; '' for the file as a whole. */
  @Column({ type: 'text' })
  place: string;

  /** Numbers of people are masked in it. */
  @Column({ type: 'text' })
  detail: string;

  @Column({ type: 'timestamptz' })
  foundAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  clearedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  clearedByAccountId: string | null;

  @Column({ type: 'text', nullable: true })
  clearedByName: string | null;

  /** Why the file may go out with it, or that it does not go out. */
  @Column({ type: 'text', nullable: true })
  clearedWhy: string | null;
}
