import type { LocalDate } from '../domain/time/local-date.js';
import type { DeadlineReading } from '../web/words.js';
import type { FormState } from '../web/forms.js';
import type { Option } from '../web/options.js';
import { definePage, type PageContract } from '../web/page.js';
import type { Pagination } from '../web/pagination.js';

/** A line of the board as it is shown. */
export interface BoardRow {
  readonly href: string;
  readonly number: string;
  readonly caseHref: string;
  readonly caseNumber: string;
  readonly kind: string;
  readonly procedure: string;
  readonly about: string;
  readonly organ: string;
  readonly state: string;
  readonly office: string;
  readonly deadline?: DeadlineReading;
  /** What the deadline is for, and by which article it is lost. */
  readonly deadlineFor: string;
  readonly law: string;
  /** 复议逾期: until when the applicant may go to court over it; '' otherwise. */
  readonly overdue: string;
  readonly missing: readonly string[];
  readonly late: boolean;
}

/** A hearing or session that is to come. */
export interface HearingRow {
  readonly day: LocalDate;
  /** The hour as it was written; '' where nobody has said. */
  readonly at: string;
  readonly office: string;
  readonly what: string;
  readonly where: string;
  readonly href: string;
  readonly number: string;
}

/** What falls on a day: a hearing, what the office must or may hand in by then, what it awaits. */
export interface ScheduledRow {
  readonly kind: 'hearing' | 'owed' | 'awaited';
  readonly what: string;
  readonly href: string;
  readonly number: string;
  readonly office: string;
  readonly deadline?: DeadlineReading;
}

/** A case whose applicant may turn against silence, or against a reply that told no remedies. */
export interface WindowRow {
  readonly caseHref: string;
  readonly caseNumber: string;
  readonly why: string;
  readonly ways: readonly { readonly href: string; readonly name: string; readonly dueOn: string }[];
  readonly unsettled: string;
  readonly office: string;
}

interface BoardPage extends PageContract {
  readonly hearings: readonly HearingRow[];
  readonly windows: readonly WindowRow[];
  readonly owed: readonly BoardRow[];
  readonly awaited: readonly BoardRow[];
  /** What a ledger told of and nobody has followed since: it may long be over. */
  readonly leftByLedger: readonly BoardRow[];
  readonly concluded: readonly ConcludedRow[];
  readonly pagination: Pagination;
  readonly mayWrite: boolean;
  readonly laws: readonly { readonly name: string; readonly says: string }[];
}

export interface ConcludedRow {
  readonly href: string;
  readonly number: string;
  readonly caseHref: string;
  readonly caseNumber: string;
  readonly kind: string;
  readonly organ: string;
  readonly concludedOn: string;
  readonly result: string;
  readonly column: string;
  readonly corrected: boolean;
  readonly office: string;
}

export const boardPage = definePage<BoardPage>('remedies/board');

interface SchedulePage extends PageContract {
  /** Each day once, in order. */
  readonly days: readonly { readonly on: string; readonly rows: readonly ScheduledRow[] }[];
}

export const schedulePage = definePage<SchedulePage>('remedies/schedule');

/** One input of a form made from the fields of an act or a note. */
export interface Input {
  readonly kind: 'text' | 'longText' | 'date' | 'integer' | 'radios' | 'select' | 'yes';
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  readonly hint?: string;
  readonly options?: readonly Option[];
}

interface NotePage extends PageContract {
  readonly action: string;
  readonly back: string;
  readonly form: FormState;
  readonly inputs: readonly Input[];
  /** The entry can be struck. */
  readonly known: boolean;
  /** Which proceeding, and by which article where one asks for the entry. */
  readonly about: string;
  readonly history: readonly { readonly at: Date; readonly by: string; readonly text: string }[];
}

export const notePage = definePage<NotePage>('remedies/note');

/** Something that is said of a proceeding: a term and its text. */
export interface Fact {
  readonly term: string;
  readonly text?: string;
  readonly href?: string;
}

/** A period as the page of a proceeding lists it. */
interface PeriodShown {
  readonly name: string;
  readonly href: string;
  readonly because: string;
  readonly dueOn: string;
  readonly words: string;
  readonly article: string;
  readonly late: boolean;
  readonly unsettled: string;
}

export interface ProceedingPageContract extends PageContract {
  readonly sub: string;
  readonly caseHref: string;
  readonly caseNumber: string;
  readonly state: { readonly name: string; readonly article: string };
  readonly stages: readonly {
    readonly name: string;
    readonly state: 'done' | 'current' | 'ahead' | 'skipped';
    readonly note?: string;
  }[];
  readonly deadline?: DeadlineReading;
  readonly deadlineWords: string;
  /** What organ or court is to do by when, or until when either side may appeal. */
  readonly awaited?: { readonly name: string; readonly deadline: DeadlineReading };
  readonly lose: { readonly name: string; readonly says: string; readonly articles: string };
  readonly owes: boolean;
  readonly filings: readonly {
    readonly name: string;
    readonly article: string;
    readonly word: string;
    readonly ready: boolean;
    readonly href: string;
    readonly action: string;
  }[];
  readonly bundleAction: string;
  readonly bundle?: { readonly href: string; readonly words: string };
  readonly steps: readonly { readonly href: string; readonly label: string; readonly article: string }[];
  readonly mayWrite: boolean;
  readonly facts: readonly Fact[];
  readonly result: readonly Fact[];
  readonly periods: readonly PeriodShown[];
  readonly windows: readonly PeriodShown[];
  readonly acts: readonly {
    readonly on: string;
    readonly name: string;
    readonly says: string;
    readonly by: string;
  }[];
  readonly notes: readonly NoteSection[];
  readonly seal?: SealShown;
  readonly collecting: { readonly says: string; readonly article: string };
  readonly redo?: { readonly says: string; readonly mend: string; readonly article: string };
  /** 抗辩: what may be pleaded, while the proceeding is open. */
  readonly defences: readonly string[];
  readonly suggested: readonly string[];
}

export interface NoteSection {
  readonly name: string;
  readonly article: string;
  readonly empty: string;
  readonly add: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly href: string;
    readonly cells: readonly string[];
    readonly changed: boolean;
  }[];
}

/** The seal of a file, and what came after it. */
export interface SealShown {
  readonly at: Date;
  readonly digest: string;
  readonly chainHead: string;
  readonly unbroken: boolean;
  readonly acts: number;
  readonly letters: number;
  readonly attachments: number;
  readonly later: readonly { readonly name: string; readonly kind: string; readonly at: string }[];
}

export const proceedingPage = definePage<ProceedingPageContract>('remedies/proceeding');
