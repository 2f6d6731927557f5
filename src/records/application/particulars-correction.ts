import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { sealed } from '../../infrastructure/sealing.js';
import { OfficeRecord } from '../office/office.js';
import { ApplicationRecord } from './application.js';

/**
 * What a 更正申请人信息 has put in the place of what, sealed. The act in the log tells that, when, by whom and why, and
 * carries the fingerprint of this text. Only ever added.
 */
@Entity('particulars_corrections')
export class ParticularsCorrection {
  @ForeignKey(() => ApplicationRecord, { name: 'particulars_corrections_application_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'particulars_corrections_pkey' })
  applicationId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'particulars_corrections_pkey' })
  actSeq: number;

  @ForeignKey(() => OfficeRecord, { name: 'particulars_corrections_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  /** `MendedParts` as JSON. */
  @Column({ type: 'text', transformer: sealed })
  contents: string;
}
