import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RecordedAct } from '../../domain/acts/acts.js';
import type { LetterKind } from '../../domain/letter/register.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { ApplicationRecord } from '../application/application.js';
import { OfficeRecord } from '../office/office.js';
import { LetterWording } from './letter-wording.js';

/** `recalled`: 作废, taken back before it was served; its number is not given again. */
const letterStatuses = { drafted: '草稿', issued: '已制发', recalled: '已撤回，作废' } as const;
export type LetterStatus = keyof typeof letterStatuses;

type Stands = Pick<LetterRecord, 'kind' | 'status'>;

/** A 登记回执 is for whoever asks for it: its draft waits for nobody. */
export const isKeptReady = ({ kind, status }: Stands): boolean =>
  kind === 'registrationReceipt' && status === 'drafted';

/** How a letter stands, in words. */
export const letterStanding = (letter: Stands): string =>
  isKeptReady(letter) ? '备用，要交付时制发' : letterStatuses[letter.status];

/** 政府信息公开征求意见书（区财政局）: its title, with whom it concerns, since one case may ask many. */
export function letterName(
  { title, actSeq }: Pick<LetterRecord, 'title' | 'actSeq'>,
  acts: readonly RecordedAct[],
): string {
  const act = acts.find(({ seq }) => seq === actSeq);
  return act?.type === 'opinion.sought' ? `${title}（${act.name ?? `编号 ${act.id}`}）` : title;
}

/** The text of a drafted letter as it came back from Word: who read it in, and the file in the store. */
export interface FinishedWord {
  readonly name: string;
  readonly fileHash: string;
  readonly by: string;
  readonly at: string;
  /** Blocks of the body; this program wrote them. */
  readonly blocks: readonly object[];
}

/** A letter that an act called for. Once issued it is frozen: the database refuses to change it. */
@Entity('letters')
@Index('letters_application', ['applicationId', 'actSeq'])
@Index('letters_number', ['officeId', 'number'], { unique: true, where: '"number" IS NOT NULL' })
@Index('letters_status', ['officeId', 'status'])
@Check('letters_status_known', `"status" IN ('drafted', 'issued', 'recalled')`)
@Check(
  'letters_recall_told',
  `("status" = 'recalled') = ("recalledOn" IS NOT NULL) AND ("status" = 'recalled') = ("recallReason" IS NOT NULL) AND ("status" = 'recalled') = ("recalledBy" IS NOT NULL)`,
)
export class LetterRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'letters_pkey' })
  id: string;

  @ForeignKey(() => ApplicationRecord, { name: 'letters_application_fkey' })
  @Column({ type: 'uuid' })
  applicationId: string;

  @ForeignKey(() => OfficeRecord, { name: 'letters_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  @Column({ type: 'text' })
  kind: LetterKind;

  /** The act that called for it. */
  @Column({ type: 'int' })
  actSeq: number;

  @Column({ type: 'text' })
  status: LetterStatus;

  /** 文号; none for a draft and for slips that carry no number. */
  @Column({ type: 'text', nullable: true })
  number: string | null;

  @Column({ type: 'text' })
  title: string;

  /** Blocks as they were printed; null while they are still to be made from the facts. */
  @Column({ type: 'jsonb', nullable: true })
  blocks: unknown;

  /** Facts that its wording was filled from. */
  @Column({ type: 'jsonb' })
  facts: Record<string, unknown>;

  /** 定稿: the body that is printed in place of the wording; null for the wording. */
  @Column({ type: 'jsonb', nullable: true })
  finished: FinishedWord | null;

  @Column({ type: 'text', nullable: true })
  templateVersion: string | null;

  /** The version of the office's own wording; null for the one that the program brings along. */
  @ForeignKey(() => LetterWording, { name: 'letters_wording_fkey' })
  @Column({ type: 'uuid', nullable: true })
  wordingId: string | null;

  @Column({ type: 'timestamptz' })
  draftedAt: Date;

  @Column({ type: 'date', nullable: true })
  issuedOn: LocalDate | null;

  /** The printed file in the store. */
  @Column({ type: 'text', nullable: true })
  pdfHash: string | null;

  /** SM3 over blocks, facts and template version. */
  @Column({ type: 'text', nullable: true })
  sm3: string | null;

  /** 撤回: on which day, why, by whom; null for all that stand. */
  @Column({ type: 'date', nullable: true })
  recalledOn: LocalDate | null;

  @Column({ type: 'text', nullable: true })
  recallReason: string | null;

  @Column({ type: 'text', nullable: true })
  recalledBy: string | null;
}
