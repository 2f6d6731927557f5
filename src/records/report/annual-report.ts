import { Check, Column, Entity, ForeignKey, PrimaryColumn, VersionColumn } from 'typeorm';
import type { ReportTexts, SectionId } from '../../domain/statistics/report-text.js';
import type { TableFour } from '../../domain/statistics/table-four.js';
import type { TableThree } from '../../domain/statistics/table-three.js';
import type { TableTwo } from '../../domain/statistics/table-two.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { OfficeRecord } from '../office/office.js';

/** Of whom a report speaks: the office alone (条例第四十九条，部门), or it and all offices below (本级政府). */
export type Coverage = 'own' | 'withSubordinates';

/** The whole report as it was handed in: words with their numbers, and every table. */
export interface SubmittedReport {
  readonly three: TableThree;
  readonly four: TableFour;
  readonly two: TableTwo;
  readonly texts: Readonly<Record<SectionId, string>>;
}

/** 年度报告: what people write of a year, and when it was handed in and published. Handed in, it no longer changes. */
@Entity('annual_reports')
@Check('annual_reports_coverage', `"coverage" IN ('own', 'withSubordinates')`)
@Check('annual_reports_submitted', `("submittedAt" IS NULL) = ("submitted" IS NULL)`)
@Check('annual_reports_published', `"publishedOn" IS NULL OR "submittedAt" IS NOT NULL`)
export class AnnualReportRecord {
  @ForeignKey(() => OfficeRecord, { name: 'annual_reports_office_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'annual_reports_pkey' })
  officeId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'annual_reports_pkey' })
  year: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'annual_reports_pkey' })
  coverage: Coverage;

  /** Sections that were written; names in braces stand for numbers of the tables. */
  @Column({ type: 'jsonb' })
  texts: ReportTexts;

  /** 表二, as far as it has been filled in. */
  @Column({ type: 'jsonb' })
  tableTwo: TableTwo;

  @Column({ type: 'timestamptz' })
  savedAt: Date;

  @Column({ type: 'text' })
  savedByName: string;

  @Column({ type: 'uuid' })
  savedByAccountId: string;

  /** 报送 (own) or 定稿 (withSubordinates). */
  @Column({ type: 'timestamptz', nullable: true })
  submittedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  submittedByName: string | null;

  @Column({ type: 'uuid', nullable: true })
  submittedByAccountId: string | null;

  @Column({ type: 'jsonb', nullable: true })
  submitted: SubmittedReport | null;

  /** 公布: on which day, and where. */
  @Column({ type: 'date', nullable: true })
  publishedOn: LocalDate | null;

  @Column({ type: 'text', nullable: true })
  publishedWhere: string | null;

  @VersionColumn({ type: 'int' })
  version: number;
}
