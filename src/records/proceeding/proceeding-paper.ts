import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { FilingKind } from '../../domain/remedy/filings.js';
import { ApplicationRecord } from '../application/application.js';
import { OfficeRecord } from '../office/office.js';

/** One version of a paper that the office files: a text, or the lines of a directory. Only ever added. */
@Entity('proceeding_papers')
export class ProceedingPaper {
  @ForeignKey(() => ApplicationRecord, { name: 'proceeding_papers_application_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proceeding_papers_pkey' })
  applicationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'proceeding_papers_pkey' })
  number: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'proceeding_papers_pkey' })
  kind: Exclude<FilingKind, 'evidence'>;

  /** Counts from 1 in each paper. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'proceeding_papers_pkey' })
  version: number;

  @ForeignKey(() => OfficeRecord, { name: 'proceeding_papers_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  /** Text of a draft; JSON lines of a directory. */
  @Column({ type: 'text' })
  body: string;

  /** 定稿: ready to be filed. */
  @Column({ type: 'boolean' })
  final: boolean;

  @Column({ type: 'timestamptz' })
  savedAt: Date;

  @Column({ type: 'text' })
  byName: string;

  @Column({ type: 'uuid', nullable: true })
  byAccountId: string | null;
}
