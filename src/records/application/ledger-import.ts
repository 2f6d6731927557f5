import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficeRecord } from '../office/office.js';
import { AccountRecord } from '../person/account.js';

/** Where the import of a ledger through the pages stands. */
export const ledgerImportStates = {
  checking: '正在检查',
  checked: '已检查，等待确认',
  unreadable: '不能读取',
  importing: '正在导入',
  imported: '已导入',
  failed: '没有完成',
} as const;
export type LedgerImportState = keyof typeof ledgerImportStates;

/** A ledger that somebody has sent: checked first, imported when it is confirmed. */
@Entity('ledger_imports')
@Index('ledger_imports_office', ['officeId', 'sentAt'])
@Check(
  'ledger_imports_state',
  `"state" IN ('checking', 'checked', 'unreadable', 'importing', 'imported', 'failed')`,
)
export class LedgerImportRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ledger_imports_pkey' })
  id: string;

  @ForeignKey(() => OfficeRecord, { name: 'ledger_imports_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @ForeignKey(() => AccountRecord, { name: 'ledger_imports_account_fkey' })
  @Column({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'text' })
  accountName: string;

  @Column({ type: 'text' })
  fileName: string;

  @Column({ type: 'text' })
  state: LedgerImportState;

  /** Rows dealt with so far, of the check or of the import. */
  @Column({ type: 'int' })
  rowsDone: number;

  /** What the check or the import has found; the ledger knows its shape. */
  @Column({ type: 'jsonb', nullable: true })
  report: object | null;

  /** Why the file cannot be read, or why the import was not completed. */
  @Column({ type: 'text', nullable: true })
  fault: string | null;

  @Column({ type: 'timestamptz' })
  sentAt: Date;

  /** The piece of work that may write to this row: whoever takes it up gives it another. */
  @Column({ type: 'uuid', nullable: true })
  claim: string | null;

  /** When that work began; null while it waits for another to end. */
  @Column({ type: 'timestamptz', nullable: true })
  begunAt: Date | null;

  /** When the work on it was last heard of: long ago in a working state means that it broke off. */
  @Column({ type: 'timestamptz' })
  heardAt: Date;
}
