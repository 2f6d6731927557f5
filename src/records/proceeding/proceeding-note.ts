import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { NoteKind } from '../../domain/remedy/proceeding-notes.js';
import { ApplicationRecord } from '../application/application.js';
import { OfficeRecord } from '../office/office.js';

/**
 * What a proceeding's page keeps besides the acts: papers in and out, hearings, contacts, counsel, costs, reasons lost.
 * Only ever added: a change is a further row of the same entry, so that the earlier words stay.
 */
@Entity('proceeding_notes')
@Index('proceeding_notes_proceeding', ['applicationId', 'number', 'recordedAt'])
@Index('proceeding_notes_office', ['officeId', 'kind'])
@Index('proceeding_notes_version', ['entry', 'version'], { unique: true })
export class ProceedingNote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proceeding_notes_pkey' })
  id: string;

  @ForeignKey(() => ApplicationRecord, { name: 'proceeding_notes_application_fkey' })
  @Column({ type: 'uuid' })
  applicationId: string;

  @ForeignKey(() => OfficeRecord, { name: 'proceeding_notes_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  /** 案号, the `id` in its acts. */
  @Column({ type: 'text' })
  number: string;

  /** What the row is a version of: the same in each change of one entry. */
  @Column({ type: 'uuid' })
  entry: string;

  /** Counts from 1 in each entry. */
  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'text' })
  kind: NoteKind;

  /** By the fields of its kind. */
  @Column({ type: 'jsonb' })
  facts: Record<string, unknown>;

  /** The entry was struck out with this row. */
  @Column({ type: 'boolean' })
  struck: boolean;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'text' })
  byName: string;

  @Column({ type: 'uuid', nullable: true })
  byAccountId: string | null;
}
