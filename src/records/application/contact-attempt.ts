import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../domain/time/local-date.js';
import { AccountRecord } from '../person/account.js';
import { SubmissionRecord } from './submission.js';

/** One try to reach an applicant before his application is confirmed (国办公开办函〔2015〕207号). Only ever added. */
@Entity('contact_attempts')
@Index('contact_attempts_submission', ['submissionId', 'triedOn'])
export class ContactAttempt {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contact_attempts_pkey' })
  id: string;

  @ForeignKey(() => SubmissionRecord, { name: 'contact_attempts_submission_fkey' })
  @Column({ type: 'uuid' })
  submissionId: string;

  @Column({ type: 'date' })
  triedOn: LocalDate;

  /** At what time, by which number, what came of it. */
  @Column({ type: 'text' })
  note: string;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'text' })
  byName: string;

  @ForeignKey(() => AccountRecord, { name: 'contact_attempts_account_fkey' })
  @Column({ type: 'uuid' })
  byAccountId: string;
}
