import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../domain/time/local-date.js';
import { ApplicationRecord } from '../application/application.js';
import { OfficeRecord } from '../office/office.js';

/** What has become of a suggestion to publish. */
export const publicationStates = {
  suggested: '待审核',
  included: '纳入主动公开，待公开',
  published: '已公开',
  declined: '不纳入',
} as const;
export type PublicationState = keyof typeof publicationStates;

/** 条例第四十四条: information that several have asked for, suggested to be made public by the office itself. */
@Entity('publications')
@Index('publications_state', ['officeId', 'state', 'dueOn'])
@Index('publications_application', ['applicationId'], { unique: true })
@Check('publications_state_known', `"state" IN ('suggested', 'included', 'published', 'declined')`)
export class PublicationRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'publications_pkey' })
  id: string;

  @ForeignKey(() => OfficeRecord, { name: 'publications_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  /** The case that gave rise to it. */
  @ForeignKey(() => ApplicationRecord, { name: 'publications_application_fkey' })
  @Column({ type: 'uuid' })
  applicationId: string;

  /** Name of the information, without a word about who asked. */
  @Column({ type: 'text' })
  title: string;

  /** Why: how many have asked, or that an applicant has suggested it. */
  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'text' })
  state: PublicationState;

  @Column({ type: 'date' })
  suggestedOn: LocalDate;

  @Column({ type: 'text' })
  suggestedByName: string;

  @Column({ type: 'date', nullable: true })
  decidedOn: LocalDate | null;

  @Column({ type: 'text', nullable: true })
  decidedByName: string | null;

  /** Why it is not included. */
  @Column({ type: 'text', nullable: true })
  decision: string | null;

  /** Twenty working days from the decision (条例第二十六条, 本系统口径). */
  @Column({ type: 'date', nullable: true })
  dueOn: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  publishedOn: LocalDate | null;

  /** Where it can be read. */
  @Column({ type: 'text', nullable: true })
  address: string | null;
}
