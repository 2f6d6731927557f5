import { AccountRecord } from './account.js';
import { AccountSession } from './account-session.js';
import { ActRecord } from './act.js';
import { AdministrationLine } from './administration-line.js';
import { AnnualFiling } from './annual-filing.js';
import { AnnualReportRecord } from './annual-report.js';
import { ApplicationRecord } from './application.js';
import { ApplicationVersion } from './application-version.js';
import { AttachmentRecord } from './attachment.js';
import { AttachmentFinding } from './attachment-finding.js';
import { CatalogueEntry } from './catalogue-entry.js';
import { ContactAttempt } from './contact-attempt.js';
import { CountChange, CountRecord } from './count.js';
import { DraftNote } from './draft-note.js';
import { DueDateMove } from './due-date-move.js';
import { EvidenceBundle } from './evidence-bundle.js';
import { FileSeal } from './file-seal.js';
import { HolidayNoticeRecord } from './holiday-notice.js';
import { KeptForm } from './kept-form.js';
import { LedgerImportRecord } from './ledger-import.js';
import { LetterRecord } from './letter.js';
import { LetterWording } from './letter-wording.js';
import { NoticeProposal } from './notice-proposal.js';
import { ApplicationSeries, LetterSeries } from './number-series.js';
import { OfficeRecord } from './office.js';
import { ParticularsCorrection } from './particulars-correction.js';
import { ParticularsSeen } from './particulars-seen.js';
import { ProceedingRecord } from './proceeding.js';
import { ProceedingNote } from './proceeding-note.js';
import { ProceedingPaper } from './proceeding-paper.js';
import { ProceedingVersion } from './proceeding-version.js';
import { PublicationRecord } from './publication.js';
import { PublishedReportRecord } from './published-report.js';
import { ReminderRecord } from './reminder.js';
import { ReminderSetting } from './reminder-setting.js';
import { SavedView } from './saved-view.js';
import { SelfCheckFile, SelfCheckRecord } from './self-check.js';
import { SignInFailure } from './sign-in-failure.js';
import { SubmissionRecord } from './submission.js';
import { WakeRecord } from './wake.js';

/** Every table, for the data source. */
export const entities = [
  OfficeRecord,
  AccountRecord,
  AccountSession,
  SignInFailure,
  AdministrationLine,
  ApplicationRecord,
  ActRecord,
  ProceedingRecord,
  ApplicationVersion,
  ProceedingVersion,
  CountRecord,
  CountChange,
  AnnualFiling,
  AnnualReportRecord,
  PublishedReportRecord,
  WakeRecord,
  ApplicationSeries,
  LedgerImportRecord,
  LetterWording,
  LetterRecord,
  LetterSeries,
  AttachmentRecord,
  AttachmentFinding,
  DraftNote,
  HolidayNoticeRecord,
  NoticeProposal,
  DueDateMove,
  ParticularsSeen,
  ParticularsCorrection,
  KeptForm,
  ReminderRecord,
  ReminderSetting,
  ProceedingNote,
  ProceedingPaper,
  FileSeal,
  EvidenceBundle,
  SubmissionRecord,
  ContactAttempt,
  PublicationRecord,
  CatalogueEntry,
  SavedView,
  SelfCheckRecord,
  SelfCheckFile,
];
