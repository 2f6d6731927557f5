import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ApplicantKind } from '../../domain/application/applicant.js';
import type { ResultRow } from '../../domain/outcome/rows.js';
import type { EarlySign } from '../../domain/statistics/early-signs.js';
import type { CountedApplication } from '../../domain/statistics/movements.js';
import type { EndedTiming } from '../../domain/statistics/reply-timing.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { ApplicationRecord } from '../application/application.js';
import { OfficeRecord } from '../office/office.js';

/**
 * How an application was counted from the end of one day until it was known otherwise: by the acts recorded by then.
 * Written in the transaction of the act; `npm run recount` proves it by replay.
 */
@Entity('application_versions')
@Index('application_versions_received', ['officeId', 'receivedOn', 'applicationId'])
@Index('application_versions_concluded', ['officeId', 'resultRow', 'concludedOn', 'applicationId'])
@Index('application_versions_replied', ['officeId', 'timing', 'replyEndedOn', 'applicationId'])
@Index('application_versions_taken', ['officeId', 'workdaysTaken', 'replyEndedOn', 'applicationId'])
// Over a part of the rows, which the schema builder cannot read: they are in migrations alone.
@Index('application_versions_in_hand', { synchronize: false })
@Index('application_versions_signs', { synchronize: false })
export class ApplicationVersion implements CountedApplication {
  @ForeignKey(() => ApplicationRecord, { name: 'application_versions_application_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_versions_pkey' })
  applicationId: string;

  /** Known so at the end of this day. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'application_versions_pkey' })
  knownFrom: LocalDate;

  /** Known otherwise at the end of this day; null while it holds. */
  @Column({ type: 'date', nullable: true })
  knownUntil: LocalDate | null;

  @ForeignKey(() => OfficeRecord, { name: 'application_versions_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @Column({ type: 'text' })
  applicantKind: ApplicantKind;

  @Column({ type: 'date' })
  receivedOn: LocalDate;

  @Column({ type: 'date', nullable: true })
  concludedOn: LocalDate | null;

  @Column({ type: 'text', nullable: true })
  resultRow: ResultRow | null;

  @Column({ type: 'date', nullable: true })
  replyDueOn: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  replyEndedOn: LocalDate | null;

  @Column({ type: 'boolean' })
  replySpared: boolean;

  /** How the first reply ended; null while it is owed. */
  @Column({ type: 'text', nullable: true })
  timing: EndedTiming | null;

  /** Working days from receipt until then; null where nothing was owed in the end. */
  @Column({ type: 'int', nullable: true })
  workdaysTaken: number | null;

  @Column({ type: 'text', array: true })
  signs: EarlySign[];

  @Column({ type: 'uuid', nullable: true })
  handlerAccountId: string | null;
}
