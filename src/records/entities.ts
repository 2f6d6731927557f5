import { AccountRecord } from './person/account.js';
import { AccountSession } from './person/account-session.js';
import { ActRecord } from './application/act.js';
import { AdministrationLine } from './office/administration-line.js';
import { AnnualFiling } from './report/annual-filing.js';
import { AnnualReportRecord } from './report/annual-report.js';
import { ApplicationRecord } from './application/application.js';
import { ApplicationVersion } from './counting/application-version.js';
import { AttachmentRecord } from './paper/attachment.js';
import { AttachmentFinding } from './paper/attachment-finding.js';
import { CatalogueEntry } from './publication/catalogue-entry.js';
import { ContactAttempt } from './application/contact-attempt.js';
import { CountChange, CountRecord } from './counting/count.js';
import { DraftNote } from './paper/draft-note.js';
import { DueDateMove } from './calendar/due-date-move.js';
import { EvidenceBundle } from './paper/evidence-bundle.js';
import { FileSeal } from './paper/file-seal.js';
import { HolidayNoticeRecord } from './calendar/holiday-notice.js';
import { KeptForm } from './person/kept-form.js';
import { LedgerImportRecord } from './application/ledger-import.js';
import { LetterRecord } from './paper/letter.js';
import { LetterWording } from './paper/letter-wording.js';
import { NoticeProposal } from './calendar/notice-proposal.js';
import { ApplicationSeries, LetterSeries } from './paper/number-series.js';
import { OfficeRecord } from './office/office.js';
import { ParticularsCorrection } from './application/particulars-correction.js';
import { ParticularsSeen } from './application/particulars-seen.js';
import { ProceedingRecord } from './proceeding/proceeding.js';
import { ProceedingNote } from './proceeding/proceeding-note.js';
import { ProceedingPaper } from './proceeding/proceeding-paper.js';
import { ProceedingVersion } from './counting/proceeding-version.js';
import { PublicationRecord } from './publication/publication.js';
import { PublishedReportRecord } from './report/published-report.js';
import { ReminderRecord } from './reminder/reminder.js';
import { ReminderSetting } from './reminder/reminder-setting.js';
import { SavedView } from './person/saved-view.js';
import { SelfCheckFile, SelfCheckRecord } from './report/self-check.js';
import { SignInFailure } from './person/sign-in-failure.js';
import { SubmissionRecord } from './application/submission.js';
import { WakeRecord } from './application/wake.js';

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
