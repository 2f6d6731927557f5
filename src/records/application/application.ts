import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Channel } from '../../domain/acts/intake-acts.js';
import type { AgentPaper, ApplicantKind, Recipient } from '../../domain/application/applicant.js';
import type { IdentityDocument, SupplyWay, WantedForm } from '../../domain/application/provision.js';
import type { Stage } from '../../domain/application/stages.js';
import type { LimitId } from '../../domain/clock/limits.js';
import type { OutcomeId } from '../../domain/outcome/outcomes.js';
import type { ResultRow } from '../../domain/outcome/rows.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { sealed } from '../../infrastructure/sealing.js';
import { OfficeRecord } from '../office/office.js';
import { AccountRecord } from '../person/account.js';

/**
 * A 政府信息公开申请: who asks for what, and where the case stands. What was done with it is in its acts.
 * Personal columns are encrypted and left out of reads unless asked for by name: see `particulars.ts`.
 */
@Entity('applications')
@Index('applications_number', ['officeId', 'number'], { unique: true })
@Index('applications_due', ['officeId', 'stage', 'nextDueOn'])
@Index('applications_received', ['officeId', 'receivedOn', 'number'])
@Index('applications_next_due', ['officeId', 'nextDueOn', 'number'])
@Index('applications_replied', ['officeId', 'replyEndedOn', 'receivedOn', 'replyDueOn', 'replySpared'])
@Index('applications_handler', ['officeId', 'handlerAccountId'])
@Index('applications_id_number', ['officeId', 'idNumberFingerprint'])
@Index('applications_phone', ['officeId', 'phoneFingerprint'])
@Index('applications_applicant', ['officeId', 'applicantName', 'receivedOn'])
@Index('applications_phone_tail', ['officeId', 'phoneTailFingerprint'])
// Over expressions, a part of the rows or backwards, which the schema builder cannot read: they are in migrations alone.
@Index('applications_concluded', { synchronize: false })
@Index('applications_results', { synchronize: false })
@Index('applications_open', { synchronize: false })
@Index('applications_reply_late', { synchronize: false })
@Index('applications_left_by_ledger', { synchronize: false })
@Index('applications_bigrams', { synchronize: false })
@Index('applications_fragments', { synchronize: false })
@Index('applications_core', { synchronize: false })
@Index('applications_joint', { synchronize: false })
@Index('applications_joint_bigrams', { synchronize: false })
@Index('applications_joint_fragments', { synchronize: false })
@Index('applications_agent', { synchronize: false })
@Check(
  'applications_applicant_kind',
  `"applicantKind" IN ('naturalPerson', 'business', 'research', 'publicWelfare', 'legalService', 'otherOrganisation')`,
)
@Check(
  'applications_stage',
  `"stage" IN ('received', 'registered', 'handling', 'replied', 'reconsideration', 'litigation', 'closed')`,
)
export class ApplicationRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'applications_pkey' })
  id: string;

  @ForeignKey(() => OfficeRecord, { name: 'applications_office_fkey' })
  @Column({ type: 'uuid' })
  officeId: string;

  /** 登记编号, unique in its office: 2026-00012, or the ledger's own. */
  @Column({ type: 'text' })
  number: string;

  @Column({ type: 'text' })
  applicantKind: ApplicantKind;

  /** 姓名 or 名称. */
  @Column({ type: 'text' })
  applicantName: string;

  @Column({ type: 'text', nullable: true })
  idDocument: IdentityDocument | null;

  @Column({ type: 'text', nullable: true, select: false, transformer: sealed })
  idNumber: string | null;

  /** For equality search of the sealed number. */
  @Column({ type: 'text', nullable: true })
  idNumberFingerprint: string | null;

  @Column({ type: 'text', nullable: true, select: false, transformer: sealed })
  phone: string | null;

  @Column({ type: 'text', nullable: true })
  phoneFingerprint: string | null;

  /** Of its last four digits. */
  @Column({ type: 'text', nullable: true })
  phoneTailFingerprint: string | null;

  @Column({ type: 'text', nullable: true, select: false, transformer: sealed })
  address: string | null;

  @Column({ type: 'text', nullable: true, select: false, transformer: sealed })
  postcode: string | null;

  @Column({ type: 'text', nullable: true, select: false, transformer: sealed })
  email: string | null;

  /** 联系人 of an organisation. */
  @Column({ type: 'text', nullable: true, select: false, transformer: sealed })
  contactName: string | null;

  /** 代理人. */
  @Column({ type: 'text', nullable: true, select: false, transformer: sealed })
  agentName: string | null;

  /** For search of the sealed name by any fragment: see `pairFingerprints`. */
  @Column({ type: 'text', array: true, default: '{}' })
  agentPairs: string[];

  @Column({ type: 'text', nullable: true, select: false, transformer: sealed })
  agentPhone: string | null;

  /** 授权委托书 and the like, as far as the agent has brought them. */
  @Column({ type: 'text', array: true, default: '{}' })
  agentPapers: AgentPaper[];

  /** To whom its letters are served; the first applicant unless said. */
  @Column({ type: 'text', nullable: true })
  serviceTo: Recipient | null;

  /** 共同申请人 beside the first, in their order; the case counts by the first. */
  @Column({ type: 'text', array: true, default: '{}' })
  jointNames: string[];

  /** What they are known again by; '' for one without a number. */
  @Column({ type: 'text', array: true, default: '{}' })
  jointFingerprints: string[];

  /** Their documents and telephones, as JSON. */
  @Column({ type: 'text', nullable: true, select: false, transformer: sealed })
  jointParticulars: string | null;

  /** 所需信息: what is asked for, in the applicant's words. */
  @Column({ type: 'text' })
  content: string;

  @Column({ type: 'text', nullable: true })
  wantedForm: WantedForm | null;

  @Column({ type: 'text', nullable: true })
  supplyWay: SupplyWay | null;

  @ForeignKey(() => AccountRecord, { name: 'applications_handler_fkey' })
  @Column({ type: 'uuid', nullable: true })
  handlerAccountId: string | null;

  // From here on a cache of what the acts say; `npm run verify` proves it.

  @Column({ type: 'text' })
  channel: Channel;

  @Column({ type: 'text' })
  stage: Stage;

  /** The state of the lifecycle, as `Standing.state` writes it. */
  @Column({ type: 'text' })
  state: string;

  /** The outcome of the last reply. */
  @Column({ type: 'text', nullable: true })
  outcome: OutcomeId | null;

  /** The row of table three that it counts in. */
  @Column({ type: 'text', nullable: true })
  resultRow: ResultRow | null;

  @Column({ type: 'date' })
  receivedOn: LocalDate;

  /** The first conclusion: decides the year of table three. */
  @Column({ type: 'date', nullable: true })
  concludedOn: LocalDate | null;

  /** The last reply was served. */
  @Column({ type: 'date', nullable: true })
  repliedOn: LocalDate | null;

  /** By this day the first reply is or was owed (条例第三十三条), as extended; a redo has its own clock. */
  @Column({ type: 'date', nullable: true })
  replyDueOn: LocalDate | null;

  /** The day on which that duty ended; null while it runs. */
  @Column({ type: 'date', nullable: true })
  replyEndedOn: LocalDate | null;

  /** It ended without a reply: 撤回、逾期不补正、逾期不缴费. */
  @Column({ type: 'boolean' })
  replySpared: boolean;

  /** The running duty of the office that falls due first; none when nothing is owed. */
  @Column({ type: 'date', nullable: true })
  nextDueOn: LocalDate | null;

  @Column({ type: 'text', nullable: true })
  nextDueKind: LimitId | null;

  /** 暂定: `nextDueOn` crosses a year without its holiday notice. */
  @Column({ type: 'boolean' })
  provisional: boolean;

  /** 台账导入、尚待补记: see `isLeftByLedger`. */
  @Column({ type: 'boolean' })
  leftByLedger: boolean;

  /** 程序瑕疵 in the record as it stands. */
  @Column({ type: 'int' })
  irregularityCount: number;

  /** Hash of the last act. */
  @Column({ type: 'text' })
  chainHead: string;

  /** Number of acts in the log: a form carries it, so that nobody overwrites what he has not seen. */
  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}
