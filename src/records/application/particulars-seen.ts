import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficeRecord } from '../office/office.js';
import { ApplicationRecord } from './application.js';

/** One line for each time that somebody saw personal data unmasked. Only ever added. */
@Entity('particulars_seen')
@Index('particulars_seen_application', ['applicationId', 'at'])
@Index('particulars_seen_office', ['officeId', 'at'])
export class ParticularsSeen {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'particulars_seen_pkey' })
  id: string;

  @ForeignKey(() => OfficeRecord, { name: 'particulars_seen_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @ForeignKey(() => ApplicationRecord, { name: 'particulars_seen_application_fkey' })
  @Column({ type: 'uuid' })
  applicationId: string;

  @Column({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'text' })
  accountName: string;

  /** What was seen, in words: 证件号码、联系电话. */
  @Column({ type: 'text' })
  what: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
