import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Channel } from '../../domain/acts/intake-acts.js';
import { sealed } from '../../infrastructure/sealing.js';
import { OfficeRecord } from '../office/office.js';
import { AccountRecord } from '../person/account.js';
import { ApplicationRecord } from './application.js';

/** What has become of a submission. */
export const submissionStates = {
  pending: '待双方确认',
  confirmed: '已确认',
  declined: '未受理',
  withdrawn: '已撤回',
} as const;
export type SubmissionState = keyof typeof submissionStates;

/**
 * 待确认的来件: an application as it came through the portal, by letter without signature, by fax or by way of another.
 * It is received on the day on which both sides confirm it (条例第三十一条第二项、第三项); until then there is no case, no
 * number and no clock.
 */
@Entity('submissions')
@Index('submissions_code', ['codeFingerprint'], { unique: true })
@Index('submissions_state', ['officeId', 'state', 'arrivedAt'])
@Index('submissions_application', ['applicationId'], { unique: true })
@Check('submissions_state_known', `"state" IN ('pending', 'confirmed', 'declined', 'withdrawn')`)
export class SubmissionRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'submissions_pkey' })
  id: string;

  @ForeignKey(() => OfficeRecord, { name: 'submissions_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  /** How it came; its confirmation is received in that channel. */
  @Column({ type: 'text' })
  channel: Channel;

  /** Keyed hash of the query code (查询码); the code itself is kept nowhere. None for what a clerk has noted down. */
  @Column({ type: 'text', nullable: true })
  codeFingerprint: string | null;

  /** What was filled in, as JSON, sealed. */
  @Column({ type: 'text', transformer: sealed })
  payload: string;

  /** Its files in the store, so that they are not swept away. */
  @Column({ type: 'text', array: true })
  fileHashes: string[];

  @Column({ type: 'timestamptz' })
  arrivedAt: Date;

  @Column({ type: 'text' })
  state: SubmissionState;

  /** The case that it was confirmed as. */
  @ForeignKey(() => ApplicationRecord, { name: 'submissions_application_fkey' })
  @Column({ type: 'uuid', nullable: true })
  applicationId: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt: Date | null;

  /** Who confirmed or declined it; null when the applicant withdrew. */
  @ForeignKey(() => AccountRecord, { name: 'submissions_account_fkey' })
  @Column({ type: 'uuid', nullable: true })
  settledByAccountId: string | null;

  @Column({ type: 'text', nullable: true })
  settledByName: string | null;

  /** Proof of the confirmation, or why it was declined, as the applicant reads it. */
  @Column({ type: 'text', nullable: true })
  settledNote: string | null;
}
