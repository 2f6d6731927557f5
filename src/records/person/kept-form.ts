import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { sealed } from '../../infrastructure/sealing.js';
import { OfficeRecord } from '../office/office.js';
import { AccountRecord } from './account.js';

/** A form that a person began and has not sent: one of each kind. */
@Entity('kept_forms')
export class KeptForm {
  @ForeignKey(() => AccountRecord, { name: 'kept_forms_account_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'kept_forms_pkey' })
  accountId: string;

  /** Which form, by a name of its page: `intake`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'kept_forms_pkey' })
  form: string;

  @ForeignKey(() => OfficeRecord, { name: 'kept_forms_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  /** The fields as JSON, sealed: they may hold personal data. */
  @Column({ type: 'text', transformer: sealed })
  fields: string;

  @Column({ type: 'timestamptz' })
  keptAt: Date;
}
