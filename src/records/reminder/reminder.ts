import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../domain/time/local-date.js';
import { ApplicationRecord } from '../application/application.js';
import { SubmissionRecord } from '../application/submission.js';
import { OfficeRecord } from '../office/office.js';
import { AccountRecord } from '../person/account.js';

/** `distance` of a reminder that the day has passed. */
export const OVERDUE = -1;

/**
 * One reminder to one person that a duty falls due: written once for each distance to the day. It is about a case,
 * about a submission that waits to be confirmed, or about a report that the office owes.
 */
@Entity('reminders')
@Index('reminders_once_submitted', ['submissionId', 'distance', 'accountId'], { unique: true })
@Index('reminders_once', ['applicationId', 'period', 'dueOn', 'distance', 'accountId'], { unique: true })
@Index('reminders_once_report', ['officeId', 'period', 'dueOn', 'distance', 'accountId'], {
  unique: true,
  where: '"applicationId" IS NULL AND "submissionId" IS NULL',
})
@Index('reminders_inbox', ['accountId', 'settledAt', 'readAt'])
@Index('reminders_mail', ['mail', 'accountId'])
@Check('reminders_mail_state', `"mail" IN ('none', 'due', 'sent', 'dropped')`)
export class ReminderRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reminders_pkey' })
  id: string;

  @ForeignKey(() => OfficeRecord, { name: 'reminders_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @ForeignKey(() => ApplicationRecord, { name: 'reminders_application_fkey' })
  @Column({ type: 'uuid', nullable: true })
  applicationId: string | null;

  @ForeignKey(() => SubmissionRecord, { name: 'reminders_submission_fkey' })
  @Column({ type: 'uuid', nullable: true })
  submissionId: string | null;

  /** Id of the period in its case; of a report the id of the duty. */
  @Column({ type: 'text' })
  period: string;

  /** As people call it: 答复期限. */
  @Column({ type: 'text' })
  periodName: string;

  @Column({ type: 'date' })
  dueOn: LocalDate;

  /** 暂定 when it was written. */
  @Column({ type: 'boolean' })
  provisional: boolean;

  /** Working days before the day at which it was owed; 0 on the day, {@link OVERDUE} after it. */
  @Column({ type: 'int' })
  distance: number;

  /** A court or reconsideration organ waits: shown before the others. */
  @Column({ type: 'boolean' })
  loud: boolean;

  @ForeignKey(() => AccountRecord, { name: 'reminders_account_fkey' })
  @Column({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readAt: Date | null;

  /** What it reminded of is done, has moved, or has a later reminder. */
  @Column({ type: 'timestamptz', nullable: true })
  settledAt: Date | null;

  /** Whether it goes out by mail too; `due` until it did, `dropped` when it was settled before. */
  @Column({ type: 'text' })
  mail: 'none' | 'due' | 'sent' | 'dropped';
}
