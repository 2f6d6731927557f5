import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { HolidayNotice, NoticedDay } from '../../domain/time/holiday-notice.js';

/** A holiday notice that an administrator loaded, beside those that the program knows. It holds for every office. */
@Entity('holiday_notices')
@Index('holiday_notices_confirmed', ['confirmedAt'])
export class HolidayNoticeRecord implements HolidayNotice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'holiday_notices_pkey' })
  id: string;

  @Column({ type: 'int' })
  year: number;

  /** 文号 and official address. */
  @Column({ type: 'text' })
  source: string;

  @Column({ type: 'jsonb' })
  days: NoticedDay[];

  @Column({ type: 'timestamptz' })
  confirmedAt: Date;

  @Column({ type: 'text' })
  confirmedByName: string;

  @Column({ type: 'uuid', nullable: true })
  confirmedByAccountId: string | null;
}
