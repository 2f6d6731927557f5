import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../domain/time/local-date.js';
import { OfficeRecord } from '../office/office.js';
import { PublicationRecord } from './publication.js';

/** What makes a publication due: 制作、变更（条例第二十六条）, or that it was taken up (第四十四条, 本系统口径). */
export const publicationBases = { made: '制作', changed: '变更', included: '纳入主动公开' } as const;
export type PublicationBasis = keyof typeof publicationBases;

/**
 * A line of 公开目录: information that is to be public within twenty working days of being made or changed. Each change
 * is a line of its own, with its own period; what it was before stays to be read.
 */
@Entity('catalogue_entries')
@Index('catalogue_entries_office', ['officeId', 'publishedOn', 'basisOn'])
@Index('catalogue_entries_supersedes', ['supersedes'], { unique: true })
@Index('catalogue_entries_publication', ['publicationId'], { unique: true })
// Over expressions, which the schema builder cannot read: they are in migrations alone.
@Index('catalogue_entries_bigrams', { synchronize: false })
@Index('catalogue_entries_fragments', { synchronize: false })
@Check('catalogue_entries_basis', `"basis" IN ('made', 'changed', 'included')`)
@Check('catalogue_entries_place', `("publishedOn" IS NULL) = ("address" IS NULL)`)
export class CatalogueEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'catalogue_entries_pkey' })
  id: string;

  @ForeignKey(() => OfficeRecord, { name: 'catalogue_entries_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  /** 信息名称. */
  @Column({ type: 'text' })
  title: string;

  /** 文号; '' without one. */
  @Column({ type: 'text' })
  number: string;

  @Column({ type: 'text' })
  basis: PublicationBasis;

  /** The day on which it was made or changed; the period begins the day after. */
  @Column({ type: 'date' })
  basisOn: LocalDate;

  @Column({ type: 'date', nullable: true })
  publishedOn: LocalDate | null;

  /** Where it can be read: an address on the internet, or a place. */
  @Column({ type: 'text', nullable: true })
  address: string | null;

  /** The line that this one changes. */
  @ForeignKey(() => CatalogueEntry, { name: 'catalogue_entries_supersedes_fkey' })
  @Column({ type: 'uuid', nullable: true })
  supersedes: string | null;

  /** The suggestion (第四十四条) that it came of. */
  @ForeignKey(() => PublicationRecord, { name: 'catalogue_entries_publication_fkey' })
  @Column({ type: 'uuid', nullable: true })
  publicationId: string | null;

  @Column({ type: 'text' })
  addedByName: string;

  @Column({ type: 'timestamptz' })
  addedAt: Date;
}
