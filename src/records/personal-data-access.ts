import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationRecord } from './application.js';
import { OfficeRecord } from './office.js';

/** One line for each time that somebody saw personal data unmasked. Only ever added. */
@Entity('personal_data_accesses')
@Index('personal_data_accesses_application', ['applicationId', 'at'])
@Index('personal_data_accesses_office', ['officeId', 'at'])
export class PersonalDataAccess {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'personal_data_accesses_pkey' })
  id: string;

  @ForeignKey(() => OfficeRecord, { name: 'personal_data_accesses_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @ForeignKey(() => ApplicationRecord, { name: 'personal_data_accesses_application_fkey' })
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
