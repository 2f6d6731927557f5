import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { PublishedReport } from '../../domain/statistics/published/published-report.js';
import { OfficeRecord } from '../office/office.js';
import { type Coverage } from './annual-report.js';

/** A report that was published, kept by an office to be held against its own figures. */
@Entity('published_reports')
@Check('published_reports_coverage', `"coverage" IN ('own', 'withSubordinates')`)
export class PublishedReportRecord {
  /** The office that compares: it alone sees what it keeps. */
  @ForeignKey(() => OfficeRecord, { name: 'published_reports_keeper_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'published_reports_pkey' })
  keeperId: string;

  /** Whose report it is. */
  @ForeignKey(() => OfficeRecord, { name: 'published_reports_office_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'published_reports_pkey' })
  officeId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'published_reports_pkey' })
  coverage: Coverage;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'published_reports_pkey' })
  year: number;

  @Column({ type: 'jsonb' })
  report: PublishedReport;

  @Column({ type: 'text' })
  fileName: string;

  /** The years of which the file says it is. */
  @Column({ type: 'int', array: true })
  yearsNamed: number[];

  @Column({ type: 'timestamptz' })
  keptAt: Date;

  @Column({ type: 'text' })
  keptByName: string;

  @Column({ type: 'uuid' })
  keptByAccountId: string;
}
