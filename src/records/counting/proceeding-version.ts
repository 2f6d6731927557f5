import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { SuitRoute } from '../../domain/acts/appeal-acts.js';
import type { ResultRow } from '../../domain/outcome/rows.js';
import type { ProceedingKind } from '../../domain/remedy/proceeding.js';
import type { ConcludedColumn, ReconsiderationResult, SuitResult } from '../../domain/remedy/results.js';
import type { CountedProceeding } from '../../domain/statistics/movements.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { ApplicationRecord } from '../application/application.js';
import { OfficeRecord } from '../office/office.js';

/** How a proceeding was counted from the end of one day until it was known otherwise, as `ApplicationVersion` is. */
@Entity('proceeding_versions')
@Index('proceeding_versions_opened', ['officeId', 'openedOn', 'applicationId', 'number'])
@Index('proceeding_versions_concluded', [
  'officeId',
  'appealColumn',
  'concludedOn',
  'applicationId',
  'number',
])
@Index('proceeding_versions_pending', { synchronize: false })
export class ProceedingVersion implements CountedProceeding {
  @ForeignKey(() => ApplicationRecord, { name: 'proceeding_versions_application_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proceeding_versions_pkey' })
  applicationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'proceeding_versions_pkey' })
  number: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'proceeding_versions_pkey' })
  knownFrom: LocalDate;

  @Column({ type: 'date', nullable: true })
  knownUntil: LocalDate | null;

  @ForeignKey(() => OfficeRecord, { name: 'proceeding_versions_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @Column({ type: 'text' })
  kind: ProceedingKind;

  @Column({ type: 'text', nullable: true })
  route: SuitRoute | null;

  @Column({ type: 'text' })
  state: string;

  @Column({ type: 'date' })
  openedOn: LocalDate;

  @Column({ type: 'date', nullable: true })
  concludedOn: LocalDate | null;

  @Column({ type: 'text', nullable: true })
  appealColumn: ConcludedColumn | null;

  @Column({ type: 'text', nullable: true })
  result: ReconsiderationResult | SuitResult | null;

  @Column({ type: 'text', nullable: true })
  organ: string | null;

  @Column({ type: 'text', nullable: true })
  replyRow: ResultRow | null;

  @Column({ type: 'boolean' })
  counted: boolean;
}
