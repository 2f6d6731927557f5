import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { sealed } from '../../infrastructure/sealing.js';
import { AccountRecord } from './account.js';

/** A filtered ledger that a person has given a name, for himself alone. */
@Entity('saved_views')
@Index('saved_views_name', ['accountId', 'name'], { unique: true })
export class SavedView {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_views_pkey' })
  id: string;

  @ForeignKey(() => AccountRecord, { name: 'saved_views_account_fkey' })
  @Column({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'text' })
  name: string;

  /** The query of the ledger's address, sealed: what is looked for may be a person. */
  @Column({ type: 'text', transformer: sealed })
  query: string;

  @Column({ type: 'timestamptz' })
  savedAt: Date;
}
