import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../domain/time/local-date.js';
import { ApplicationRecord } from '../application/application.js';
import { OfficeRecord } from '../office/office.js';
import { HolidayNoticeRecord } from './holiday-notice.js';

/** One line for each day that a holiday notice moved in an open case. Only ever added. */
@Entity('due_date_moves')
@Index('due_date_moves_application', ['applicationId', 'at'])
@Check('due_date_moves_kind', `"kind" IN ('period', 'wake')`)
export class DueDateMove {
  @ForeignKey(() => HolidayNoticeRecord, { name: 'due_date_moves_notice_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'due_date_moves_pkey' })
  noticeId: string;

  @ForeignKey(() => ApplicationRecord, { name: 'due_date_moves_application_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'due_date_moves_pkey' })
  applicationId: string;

  /** A running period, or what time will do by itself when one is over. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'due_date_moves_pkey' })
  kind: 'period' | 'wake';

  /** The id of the period; of a wake its act and matter. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'due_date_moves_pkey' })
  subject: string;

  @ForeignKey(() => OfficeRecord, { name: 'due_date_moves_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  /** As people call it: 答复期限. */
  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'date' })
  from: LocalDate;

  @Column({ type: 'date' })
  to: LocalDate;

  @Column({ type: 'timestamptz' })
  at: Date;

  /** Who confirmed the notice. */
  @Column({ type: 'text' })
  byName: string;
}
