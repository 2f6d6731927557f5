import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LetterKind } from '../../domain/letter/register.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { OfficeRecord } from '../office/office.js';

/**
 * One version of an office's own wording of a kind of letter. Only ever added: the next one takes its place from its
 * day on, and every letter stays under the one that it was issued with.
 */
@Entity('letter_wordings')
@Index('letter_wordings_version', ['officeId', 'kind', 'version'], { unique: true })
export class LetterWording {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'letter_wordings_pkey' })
  id: string;

  /** The office that it was written for. It holds for the offices below that have none of their own. */
  @ForeignKey(() => OfficeRecord, { name: 'letter_wordings_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @Column({ type: 'text' })
  kind: LetterKind;

  /** Counts from 1 in office and kind. Of two for the same day the later one holds. */
  @Column({ type: 'int' })
  version: number;

  /** The first 成文日期 that it holds for. */
  @Column({ type: 'date' })
  effectiveFrom: LocalDate;

  /** Null: from that day the office has no wording of its own any more. */
  @Column({ type: 'text', nullable: true })
  text: string | null;

  /** What was changed and why. */
  @Column({ type: 'text' })
  note: string;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'uuid', nullable: true })
  byAccountId: string | null;

  @Column({ type: 'text' })
  byName: string;
}
