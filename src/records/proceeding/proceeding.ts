import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { SuitRoute } from '../../domain/acts/appeal-acts.js';
import type { ResultRow } from '../../domain/outcome/rows.js';
import type { Procedure } from '../../domain/remedy/procedure.js';
import type { ProceedingKind } from '../../domain/remedy/proceeding.js';
import type { ConcludedColumn, ReconsiderationResult, SuitResult } from '../../domain/remedy/results.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { ApplicationRecord } from '../application/application.js';
import { OfficeRecord } from '../office/office.js';

/** A 复议 or 诉讼 of an application, read off its acts: for boards and counts, never written by hand. */
@Entity('proceedings')
@Index('proceedings_office_kind', ['officeId', 'kind', 'openedOn'])
@Index('proceedings_concluded', ['officeId', 'concludedOn'])
export class ProceedingRecord {
  @ForeignKey(() => ApplicationRecord, { name: 'proceedings_application_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proceedings_pkey' })
  applicationId: string;

  /** 案号, the `id` in its acts. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'proceedings_pkey' })
  number: string;

  @ForeignKey(() => OfficeRecord, { name: 'proceedings_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @Column({ type: 'text' })
  kind: ProceedingKind;

  /** Of a suit alone. */
  @Column({ type: 'text', nullable: true })
  route: SuitRoute | null;

  /** Once it is known. */
  @Column({ type: 'text', nullable: true })
  procedure: Procedure | null;

  /** The state of its own machine: `awaitingAnswer`. */
  @Column({ type: 'text' })
  state: string;

  @Column({ type: 'date' })
  openedOn: LocalDate;

  @Column({ type: 'date', nullable: true })
  concludedOn: LocalDate | null;

  @Column({ type: 'text', nullable: true })
  result: ReconsiderationResult | SuitResult | null;

  /** The column of table four; null while it is pending. */
  @Column({ type: 'text', nullable: true })
  appealColumn: ConcludedColumn | null;

  /** In table four: false where the office took part as a third party only. */
  @Column({ type: 'boolean' })
  counted: boolean;

  /** The row of table three of the reply that it attacks, as it stood then; null over a silence. */
  @Column({ type: 'text', nullable: true })
  replyRow: ResultRow | null;

  /** 复议机关 or 法院. */
  @Column({ type: 'text', nullable: true })
  organ: string | null;

  /** 答复举证 or 答辩举证 is owed by this day; null when it is not owed. */
  @Column({ type: 'date', nullable: true })
  answerDueOn: LocalDate | null;
}
