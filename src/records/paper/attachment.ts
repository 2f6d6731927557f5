import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationRecord } from '../application/application.js';
import { OfficeRecord } from '../office/office.js';

/** What an attachment is to the case. */
export const attachmentPurposes = {
  application: '申请材料',
  identity: '身份证明',
  receipt: '收到凭证',
  correction: '补正材料',
  opinion: '征求意见材料',
  provided: '提供的信息',
  service: '送达凭证',
  appeal: '复议诉讼材料',
  other: '其他材料',
} as const;
export type AttachmentPurpose = keyof typeof attachmentPurposes;

/** A file of an application. The content is in the file store under its digest. */
@Entity('attachments')
@Index('attachments_application', ['applicationId', 'uploadedAt'])
@Index('attachments_file', ['fileHash'])
export class AttachmentRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attachments_pkey' })
  id: string;

  @ForeignKey(() => ApplicationRecord, { name: 'attachments_application_fkey' })
  @Column({ type: 'uuid' })
  applicationId: string;

  @ForeignKey(() => OfficeRecord, { name: 'attachments_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @Column({ type: 'text' })
  purpose: AttachmentPurpose;

  /** SM3 of the content: its name in the store. */
  @Column({ type: 'text' })
  fileHash: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  mime: string;

  @Column({ type: 'int' })
  bytes: number;

  @Column({ type: 'timestamptz' })
  uploadedAt: Date;

  @Column({ type: 'text' })
  uploadedByName: string;

  @Column({ type: 'uuid', nullable: true })
  uploadedByAccountId: string | null;

  /** When it was last looked into before going out; null for what was not. */
  @Column({ type: 'timestamptz', nullable: true })
  inspectedAt?: Date | null;
}
