import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed sign-ins in a row, for one login name or one network address. Cleared by a success. */
@Entity('sign_in_failures')
export class SignInFailure {
  /** A keyed fingerprint of the login name or the address, so that neither is kept in the clear. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_failures_pkey' })
  fingerprint: string;

  @Column({ type: 'int' })
  failures: number;

  @Column({ type: 'timestamptz' })
  lastFailedAt: Date;
}
