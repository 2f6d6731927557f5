import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line of what was done to an account or an office, by whom and when. Only ever added. */
@Entity('administration_lines')
@Index('administration_lines_subject', ['subjectId', 'recordedAt'])
export class AdministrationLine {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'administration_lines_pkey' })
  id: string;

  /** The account or office it was done to. */
  @Column({ type: 'uuid' })
  subjectId: string;

  /** A sentence for the record page: 重置了登录密码. */
  @Column({ type: 'text' })
  text: string;

  /** Who did it; null when the program itself did. */
  @Column({ type: 'uuid', nullable: true })
  byAccountId: string | null;

  @Column({ type: 'text' })
  byName: string;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;
}
