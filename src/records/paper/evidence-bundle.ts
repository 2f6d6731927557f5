import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationRecord } from '../application/application.js';
import { OfficeRecord } from '../office/office.js';

/** One paper of a bundle: where it stands, and the digest of its original. */
export interface BundledPaper {
  readonly place: number;
  readonly name: string;
  /** SM3 of the original file, or of the printed page where the program made it. */
  readonly sm3: string;
  readonly firstPage: number;
  readonly pages: number;
  /** Why the original is enclosed as it is instead of being turned into pages. */
  readonly enclosed?: string;
}

/** 证据材料: a bundle that is being made or has been made. */
@Entity('evidence_bundles')
@Index('evidence_bundles_proceeding', ['applicationId', 'number', 'requestedAt'])
@Index('evidence_bundles_pdf', ['pdfHash'])
export class EvidenceBundle {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_bundles_pkey' })
  id: string;

  @ForeignKey(() => ApplicationRecord, { name: 'evidence_bundles_application_fkey' })
  @Column({ type: 'uuid' })
  applicationId: string;

  @ForeignKey(() => OfficeRecord, { name: 'evidence_bundles_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @Column({ type: 'text' })
  number: string;

  @Column({ type: 'text' })
  status: 'making' | 'ready' | 'failed';

  /** Papers done, of how many. */
  @Column({ type: 'int' })
  done: number;

  @Column({ type: 'int' })
  total: number;

  @Column({ type: 'timestamptz' })
  requestedAt: Date;

  @Column({ type: 'text' })
  requestedByName: string;

  /** Last sign of life while it is being made. */
  @Column({ type: 'timestamptz' })
  beatAt: Date;

  /** Why it failed, in a sentence. */
  @Column({ type: 'text', nullable: true })
  fault: string | null;

  @Column({ type: 'int', nullable: true })
  pages: number | null;

  /** The merged file and the directory in Word, in the store. */
  @Column({ type: 'text', nullable: true })
  pdfHash: string | null;

  @Column({ type: 'text', nullable: true })
  docxHash: string | null;

  @Column({ type: 'jsonb', nullable: true })
  papers: readonly BundledPaper[] | null;
}
