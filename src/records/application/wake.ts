import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Wake } from '../../domain/application/wakes.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { OfficeRecord } from '../office/office.js';
import { ApplicationRecord } from './application.js';

/** An act that time will perform once `on` is over. Made equal to the case at every act. */
@Entity('wakes')
@Index('wakes_on', ['on'])
export class WakeRecord {
  @ForeignKey(() => ApplicationRecord, { name: 'wakes_application_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wakes_pkey' })
  applicationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'wakes_pkey' })
  act: Wake['act'];

  /** The number of the consultation or proceeding; empty where there is but one. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'wakes_pkey' })
  matter: string;

  @ForeignKey(() => OfficeRecord, { name: 'wakes_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @Column({ type: 'date' })
  on: LocalDate;
}
