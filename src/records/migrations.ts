import { OfficesAndAccounts0000000000001 } from './migrations/0001-offices-and-accounts.js';
import { ApplicationsAndActs0000000000002 } from './migrations/0002-applications-and-acts.js';
import { LettersAndAttachments0000000000003 } from './migrations/0003-letters-and-attachments.js';
import { NoticesAndKeptLines0000000000004 } from './migrations/0004-notices-and-kept-lines.js';
import { ProposalsMovesAndReminders0000000000005 } from './migrations/0005-proposals-moves-and-reminders.js';
import { FirstReply0000000000008 } from './migrations/0008-first-reply.js';
import { ProceedingsFiles0000000000010 } from './migrations/0010-proceedings-files.js';
import { CountedProceedings0000000000011 } from './migrations/0011-counted-proceedings.js';
import { LedgerImports0000000000012 } from './migrations/0012-ledger-imports.js';
import { Submissions0000000000013 } from './migrations/0013-submissions.js';
import { OpenCases0000000000016 } from './migrations/0016-open-cases.js';
import { Counting0000000000020 } from './migrations/0020-counting.js';
import { AnnualFilings0000000000021 } from './migrations/0021-annual-filings.js';
import { FrontDoor0000000000022 } from './migrations/0022-front-door.js';
import { Publications0000000000023 } from './migrations/0023-publications.js';
import { VersionsOfNotes0000000000024 } from './migrations/0024-versions-of-notes.js';
import { PhoneTails0000000000026 } from './migrations/0026-phone-tails.js';
import { SavedViews0000000000027 } from './migrations/0027-saved-views.js';
import { LetterWordings0000000000029 } from './migrations/0029-letter-wordings.js';
import { RecalledLetters0000000000030 } from './migrations/0030-recalled-letters.js';
import { AttachmentFindings0000000000031 } from './migrations/0031-attachment-findings.js';
import { DraftNotes0000000000032 } from './migrations/0032-draft-notes.js';
import { WindowsOfApplicants0000000000033 } from './migrations/0033-windows-of-applicants.js';
import { AnnualReports0000000000035 } from './migrations/0035-annual-reports.js';
import { SelfChecks0000000000036 } from './migrations/0036-self-checks.js';
import { CountedVersions0000000000038 } from './migrations/0038-counted-versions.js';
import { Counts0000000000039 } from './migrations/0039-counts.js';
import { ParticularsCorrections0000000000040 } from './migrations/0040-particulars-corrections.js';
import { SearchOfNames0000000000041 } from './migrations/0041-search-of-names.js';
import { Catalogue0000000000042 } from './migrations/0042-catalogue.js';
import { PublishedReports0000000000045 } from './migrations/0045-published-reports.js';
import { RemindersOfReports0000000000046 } from './migrations/0046-reminders-of-reports.js';
import { CountsByYear0000000000047 } from './migrations/0047-counts-by-year.js';
import { FinishedLetters0000000000048 } from './migrations/0048-finished-letters.js';
import { InHand0000000000049 } from './migrations/0049-in-hand.js';
import { ListsInOrder0000000000050 } from './migrations/0050-lists-in-order.js';
import { ImportClaims0000000000051 } from './migrations/0051-import-claims.js';
import { OwedOnce0000000000052 } from './migrations/0052-owed-once.js';
import { LeftByLedger0000000000053 } from './migrations/0053-left-by-ledger.js';
import { NumbersByHand0000000000054 } from './migrations/0054-numbers-by-hand.js';

/** Every migration, by number. Forward only; TypeORM runs them in the order of the digits at the end of their names. */
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
  OpenCases0000000000016,
  Counting0000000000020,
  AnnualFilings0000000000021,
  FrontDoor0000000000022,
  Publications0000000000023,
  VersionsOfNotes0000000000024,
  PhoneTails0000000000026,
  SavedViews0000000000027,
  LetterWordings0000000000029,
  RecalledLetters0000000000030,
  AttachmentFindings0000000000031,
  DraftNotes0000000000032,
  WindowsOfApplicants0000000000033,
  AnnualReports0000000000035,
  SelfChecks0000000000036,
  CountedVersions0000000000038,
  Counts0000000000039,
  ParticularsCorrections0000000000040,
  SearchOfNames0000000000041,
  Catalogue0000000000042,
  PublishedReports0000000000045,
  RemindersOfReports0000000000046,
  CountsByYear0000000000047,
  FinishedLetters0000000000048,
  InHand0000000000049,
  ListsInOrder0000000000050,
  ImportClaims0000000000051,
  OwedOnce0000000000052,
  LeftByLedger0000000000053,
  NumbersByHand0000000000054,
];
