import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HolidayNotice, NoticedDay } from '../../domain/time/holiday-notice.js';
import { AccountRecord } from '../person/account.js';

/**
 * A holiday notice that one administrator has loaded and another has to confirm. It holds for every office.
 * Once confirmed, the notice stands in `holiday_notices` under the same id.
 */
@Entity('notice_proposals')
@Index('notice_proposals_settled', ['settledAt'])
@Check('notice_proposals_outcome', `"settledAs" IN ('confirmed', 'withdrawn')`)
export class NoticeProposal implements HolidayNotice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_proposals_pkey' })
  id: string;

  @Column({ type: 'int' })
  year: number;

  /** 文号 and official address. */
  @Column({ type: 'text' })
  source: string;

  @Column({ type: 'jsonb' })
  days: NoticedDay[];

  /** Sentences of the notice that name days but arrange nothing, for the person who confirms. */
  @Column({ type: 'text', array: true })
  leftOut: string[];

  @Column({ type: 'timestamptz' })
  loadedAt: Date;

  @Column({ type: 'text' })
  loadedByName: string;

  @ForeignKey(() => AccountRecord, { name: 'notice_proposals_loader_fkey' })
  @Column({ type: 'uuid' })
  loadedByAccountId: string;

  /** Null while it waits. */
  @Column({ type: 'timestamptz', nullable: true })
  settledAt: Date | null;

  @Column({ type: 'text', nullable: true })
  settledAs: 'confirmed' | 'withdrawn' | null;

  @Column({ type: 'text', nullable: true })
  settledByName: string | null;
}
