import { AccountRecord } from './account.js';
import { AccountSession } from './account-session.js';
import { ActRecord } from './act.js';
import { AdministrationLine } from './administration-line.js';
import { AnnualFiling } from './annual-filing.js';
import { AnnualReportRecord } from './annual-report.js';
import { ApplicationRecord } from './application.js';
import { ApplicationVersion } from './application-version.js';
import { AttachmentFinding } from './attachment-finding.js';
import { AttachmentRecord } from './attachment.js';
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
import { OfficesAndAccounts0000000000001 } from './migrations/0001-offices-and-accounts.js';
import { ApplicationsAndActs0000000000002 } from './migrations/0002-applications-and-acts.js';
import { LettersAndAttachments0000000000003 } from './migrations/0003-letters-and-attachments.js';
import { FirstReply0000000000008 } from './migrations/0008-first-reply.js';
import { NoticesAndKeptLines0000000000004 } from './migrations/0004-notices-and-kept-lines.js';
import { ProposalsMovesAndReminders0000000000005 } from './migrations/0005-proposals-moves-and-reminders.js';
import { CountedProceedings0000000000011 } from './migrations/0011-counted-proceedings.js';
import { LedgerImports0000000000012 } from './migrations/0012-ledger-imports.js';
import { VersionsOfNotes0000000000024 } from './migrations/0024-versions-of-notes.js';
import { ProceedingsFiles0000000000010 } from './migrations/0010-proceedings-files.js';
import { Submissions0000000000013 } from './migrations/0013-submissions.js';
import { Counting0000000000020 } from './migrations/0020-counting.js';
import { AnnualFilings0000000000021 } from './migrations/0021-annual-filings.js';
import { PhoneTails0000000000026 } from './migrations/0026-phone-tails.js';
import { SavedViews0000000000027 } from './migrations/0027-saved-views.js';
import { LetterWordings0000000000029 } from './migrations/0029-letter-wordings.js';
import { DraftNotes0000000000032 } from './migrations/0032-draft-notes.js';
import { AttachmentFindings0000000000031 } from './migrations/0031-attachment-findings.js';
import { RecalledLetters0000000000030 } from './migrations/0030-recalled-letters.js';
import { OpenCases0000000000016 } from './migrations/0016-open-cases.js';
import { FrontDoor0000000000022 } from './migrations/0022-front-door.js';
import { AnnualReports0000000000035 } from './migrations/0035-annual-reports.js';
import { CountedVersions0000000000038 } from './migrations/0038-counted-versions.js';
import { Counts0000000000039 } from './migrations/0039-counts.js';
import { WindowsOfApplicants0000000000033 } from './migrations/0033-windows-of-applicants.js';
import { Publications0000000000023 } from './migrations/0023-publications.js';
import { NoticeProposal } from './notice-proposal.js';
import { ApplicationSeries, LetterSeries } from './number-series.js';
import { OfficeRecord } from './office.js';
import { ParticularsCorrection } from './particulars-correction.js';
import { ParticularsSeen } from './particulars-seen.js';
import { ProceedingNote } from './proceeding-note.js';
import { ProceedingPaper } from './proceeding-paper.js';
import { ProceedingRecord } from './proceeding.js';
import { ProceedingVersion } from './proceeding-version.js';
import { PublicationRecord } from './publication.js';
import { ReminderSetting } from './reminder-setting.js';
import { ReminderRecord } from './reminder.js';
import { SavedView } from './saved-view.js';
import { Catalogue0000000000042 } from './migrations/0042-catalogue.js';
import { SearchOfNames0000000000041 } from './migrations/0041-search-of-names.js';
import { ParticularsCorrections0000000000040 } from './migrations/0040-particulars-corrections.js';
import { SelfChecks0000000000036 } from './migrations/0036-self-checks.js';
import { CountsByYear0000000000047 } from './migrations/0047-counts-by-year.js';
import { RemindersOfReports0000000000046 } from './migrations/0046-reminders-of-reports.js';
import { PublishedReports0000000000045 } from './migrations/0045-published-reports.js';
import { PublishedReportRecord } from './published-report.js';
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

/** Every migration. Forward only; TypeORM runs them in the order of the thirteen digits at the end of their names. */
export const migrations = [
  OfficesAndAccounts0000000000001,
  ApplicationsAndActs0000000000002,
  LettersAndAttachments0000000000003,
  NoticesAndKeptLines0000000000004,
  ProposalsMovesAndReminders0000000000005,
  FirstReply0000000000008,
  ProceedingsFiles0000000000010,
  CountedProceedings0000000000011,
  LedgerImports0000000000012,
  Submissions0000000000013,
  Counting0000000000020,
  AnnualFilings0000000000021,
  OpenCases0000000000016,
  VersionsOfNotes0000000000024,
  FrontDoor0000000000022,
  Publications0000000000023,
  PhoneTails0000000000026,
  SavedViews0000000000027,
  LetterWordings0000000000029,
  AnnualReports0000000000035,
  SelfChecks0000000000036,
  RecalledLetters0000000000030,
  CountedVersions0000000000038,
  Counts0000000000039,
  PublishedReports0000000000045,
  RemindersOfReports0000000000046,
  CountsByYear0000000000047,
  WindowsOfApplicants0000000000033,
  AttachmentFindings0000000000031,
  DraftNotes0000000000032,
  ParticularsCorrections0000000000040,
  SearchOfNames0000000000041,
  Catalogue0000000000042,
];
