import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A signed-in browser. Read and written by connect-pg-simple, which fixes the shape. */
@Entity('account_sessions')
export class AccountSession {
  @PrimaryColumn('varchar', { primaryKeyConstraintName: 'account_sessions_pkey' })
  sid: string;

  @Column({ type: 'json' })
  sess: object;

  @Index('account_sessions_expire')
  @Column({ type: 'timestamp', precision: 6 })
  expire: Date;
}
