import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ActType } from '../../domain/acts/acts.js';
import type { Finding } from '../../domain/law/finding.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { OfficeRecord } from '../office/office.js';
import { ApplicationRecord } from './application.js';

/** One act in the log of an application. Only ever added: the database refuses to change or delete it. */
@Entity('acts')
@Index('acts_office_recorded', ['officeId', 'recordedAt'])
// Over a part of the rows, which the schema builder cannot read: they are in migrations alone.
@Index('acts_fees', { synchronize: false })
@Index('acts_numbered', { synchronize: false })
@Index('acts_recorded_late', { synchronize: false })
@Index('acts_remedies_omitted', { synchronize: false })
export class ActRecord {
  @ForeignKey(() => ApplicationRecord, { name: 'acts_application_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'acts_pkey' })
  applicationId: string;

  /** Counts from 1 in each application. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'acts_pkey' })
  seq: number;

  @ForeignKey(() => OfficeRecord, { name: 'acts_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @Column({ type: 'text' })
  type: ActType;

  /** The day that counts in law. */
  @Column({ type: 'date' })
  on: LocalDate;

  /** What else the act says, by the fields of its type. */
  @Column({ type: 'jsonb' })
  facts: Record<string, unknown>;

  @Column({ type: 'text', nullable: true })
  source: 'ledger' | null;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'text' })
  byName: string;

  /** Null when time, the applicant or a file performed it. */
  @Column({ type: 'uuid', nullable: true })
  byAccountId: string | null;

  /** 程序瑕疵 as they were found when the act was recorded. */
  @Column({ type: 'jsonb' })
  findings: Finding[];

  /** Hash of the act before, or sixty-four zeros. */
  @Column({ type: 'text' })
  previousHash: string;

  /** SM3 over everything above. */
  @Column({ type: 'text' })
  hash: string;
}
