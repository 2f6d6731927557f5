import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OfficeRecord } from '../office/office.js';

/** The last 登记编号 given in an office and year. */
@Entity('application_series')
export class ApplicationSeries {
  @ForeignKey(() => OfficeRecord, { name: 'application_series_office_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_series_pkey' })
  officeId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'application_series_pkey' })
  year: number;

  @Column({ type: 'int' })
  last: number;
}

/** The last 文号 given in an office, year and series (`LetterDefinition.series`). */
@Entity('letter_series')
export class LetterSeries {
  @ForeignKey(() => OfficeRecord, { name: 'letter_series_office_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'letter_series_pkey' })
  officeId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'letter_series_pkey' })
  year: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'letter_series_pkey' })
  series: string;

  @Column({ type: 'int' })
  last: number;
}
