import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Quarter } from '../../domain/clock/yearly.js';
import type {
  DrawRule,
  FileResult,
  FoundInFile,
  ReviewAnswer,
  ReviewItemId,
} from '../../domain/review/file-review.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { ApplicationRecord } from '../application/application.js';
import { OfficeRecord } from '../office/office.js';

/** 季度自查, or 年内专项检查评估 where no quarter is named: which files were drawn, and what came out. */
@Entity('self_checks')
@Index('self_checks_quarter', ['officeId', 'year', 'quarter'], { unique: true })
@Check('self_checks_quarter_known', `"quarter" BETWEEN 1 AND 4`)
@Check('self_checks_received', `"receivedAt" IS NULL OR "submittedAt" IS NOT NULL`)
export class SelfCheckRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'self_checks_pkey' })
  id: string;

  @ForeignKey(() => OfficeRecord, { name: 'self_checks_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @Column({ type: 'int' })
  year: number;

  /** Null: a check within the year, of which there may be several. */
  @Column({ type: 'int', nullable: true })
  quarter: Quarter | null;

  /** Files concluded in these days were drawn from. */
  @Column({ type: 'date' })
  from: LocalDate;

  @Column({ type: 'date' })
  through: LocalDate;

  @Column({ type: 'text' })
  rule: DrawRule;

  /** Files are taken in the order of md5(seed || id): whoever knows the seed can draw again. */
  @Column({ type: 'text' })
  seed: string;

  /** How many files the rule let through when they were drawn. */
  @Column({ type: 'int' })
  population: number;

  @Column({ type: 'timestamptz' })
  drawnAt: Date;

  @Column({ type: 'text' })
  drawnByName: string;

  @Column({ type: 'uuid' })
  drawnByAccountId: string;

  /** 发现的问题 and 整改措施, in the office's words. */
  @Column({ type: 'text', default: '' })
  problems: string;

  @Column({ type: 'text', default: '' })
  measures: string;

  /** 报送, and 备案 by the office above. */
  @Column({ type: 'timestamptz', nullable: true })
  submittedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  submittedByName: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  receivedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  receivedByName: string | null;

  @VersionColumn({ type: 'int' })
  version: number;
}

/** One file of a self-check, with what the program found when it was drawn and what the reviewer made of it. */
@Entity('self_check_files')
export class SelfCheckFile {
  @ForeignKey(() => SelfCheckRecord, { name: 'self_check_files_check_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'self_check_files_pkey' })
  selfCheckId: string;

  @ForeignKey(() => ApplicationRecord, { name: 'self_check_files_application_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'self_check_files_pkey' })
  applicationId: string;

  /** From 1, in the order drawn. */
  @Column({ type: 'int' })
  place: number;

  @Column({ type: 'jsonb' })
  found: FoundInFile[];

  @Column({ type: 'jsonb', default: {} })
  answers: Partial<Record<ReviewItemId, ReviewAnswer>>;

  /** Codes of findings that the reviewer does not share. */
  @Column({ type: 'text', array: true, default: [] })
  dismissed: string[];

  @Column({ type: 'text', nullable: true })
  result: FileResult | null;

  @Column({ type: 'text', default: '' })
  note: string;

  @Column({ type: 'timestamptz', nullable: true })
  reviewedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  reviewedByName: string | null;
}
