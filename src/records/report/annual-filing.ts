import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { TableFour } from '../../domain/statistics/table-four.js';
import type { TableThree } from '../../domain/statistics/table-three.js';
import { OfficeRecord } from '../office/office.js';

/** 封存: tables three and four of an office's year as they were reported. Only ever added. */
@Entity('annual_filings')
export class AnnualFiling {
  @ForeignKey(() => OfficeRecord, { name: 'annual_filings_office_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'annual_filings_pkey' })
  officeId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'annual_filings_pkey' })
  year: number;

  @Column({ type: 'jsonb' })
  tableThree: TableThree;

  @Column({ type: 'jsonb' })
  tableFour: TableFour;

  @Column({ type: 'timestamptz' })
  filedAt: Date;

  @Column({ type: 'text' })
  byName: string;

  @Column({ type: 'uuid' })
  byAccountId: string;
}
