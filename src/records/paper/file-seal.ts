import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ActType } from '../../domain/acts/acts.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { ApplicationRecord } from '../application/application.js';
import { OfficeRecord } from '../office/office.js';
import type { LetterStatus } from './letter.js';

/** What the file held when it was sealed: every act with its hash, every letter and attachment with the hash of its content. */
export interface SealedContents {
  readonly acts: readonly {
    readonly seq: number;
    readonly type: ActType;
    readonly on: LocalDate;
    readonly hash: string;
  }[];
  readonly letters: readonly {
    readonly id: string;
    readonly title: string;
    readonly number: string | null;
    readonly status: LetterStatus;
    readonly pdfHash: string | null;
    readonly sm3: string | null;
  }[];
  readonly attachments: readonly {
    readonly id: string;
    readonly name: string;
    readonly fileHash: string;
    readonly bytes: number;
  }[];
}

/**
 * 封存: the file as it stood when the notice of a proceeding was recorded. Written in the transaction of that act,
 * never changed. 行政复议法第四十六条: what was not in it then, the office may not have collected since.
 */
@Entity('file_seals')
@Index('file_seals_proceeding', ['applicationId', 'number'])
export class FileSeal {
  @ForeignKey(() => ApplicationRecord, { name: 'file_seals_application_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'file_seals_pkey' })
  applicationId: string;

  /** The act that recorded the notice. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'file_seals_pkey' })
  actSeq: number;

  @ForeignKey(() => OfficeRecord, { name: 'file_seals_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @Column({ type: 'text' })
  number: string;

  @Column({ type: 'timestamptz' })
  sealedAt: Date;

  /** Hash of the last act in the seal. */
  @Column({ type: 'text' })
  chainHead: string;

  @Column({ type: 'jsonb' })
  contents: SealedContents;

  /** SM3 over all of the above. */
  @Column({ type: 'text' })
  digest: string;
}
