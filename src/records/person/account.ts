import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Role } from '../../domain/office/role.js';
import { OfficeRecord } from '../office/office.js';

/** A person who signs in. */
@Entity('accounts')
export class AccountRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'accounts_pkey' })
  id: string;

  /** 登录名, unique, lower case. */
  @Index('accounts_login_name', { unique: true })
  @Column({ type: 'text' })
  loginName: string;

  /** 姓名. */
  @Column({ type: 'text' })
  name: string;

  @Index('accounts_office')
  @Column({ type: 'uuid' })
  officeId: string;

  @ManyToOne(() => OfficeRecord)
  @JoinColumn({ name: 'officeId', foreignKeyConstraintName: 'accounts_office_fkey' })
  office?: OfficeRecord;

  @Column({ type: 'text', array: true })
  roles: Role[];

  /** Argon2id, in its own text form. */
  @Column({ type: 'text' })
  passwordHash: string;

  /** The password was given by someone else: it opens only the page that changes it. */
  @Column({ type: 'boolean', default: false })
  mustChangePassword: boolean;

  @Column({ type: 'boolean', default: true })
  active: boolean;

  /** A session opened under an older number no longer counts: raised when the password or the standing changes. */
  @Column({ type: 'int', default: 1 })
  signInEpoch: number;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  lastSignedInAt: Date | null;

  @VersionColumn({ type: 'int' })
  version: number;
}
