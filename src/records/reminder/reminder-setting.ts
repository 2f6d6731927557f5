import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { sealed } from '../../infrastructure/sealing.js';
import { AccountRecord } from '../person/account.js';

/** How a person wants to be reminded besides the inbox: by mail, by a calendar feed. */
@Entity('reminder_settings')
@Index('reminder_settings_feed', ['feedFingerprint'], { unique: true })
export class ReminderSetting {
  @ForeignKey(() => AccountRecord, { name: 'reminder_settings_account_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reminder_settings_pkey' })
  accountId: string;

  /** Null: no mail. */
  @Column({ type: 'text', nullable: true, transformer: sealed })
  email: string | null;

  /** The secret part of the feed's address; null without a feed. */
  @Column({ type: 'text', nullable: true, transformer: sealed })
  feedToken: string | null;

  /** What the feed is found by. */
  @Column({ type: 'text', nullable: true })
  feedFingerprint: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  feedMadeAt: Date | null;
}
