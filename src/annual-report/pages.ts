import type { FormState } from '../web/forms.js';
import { definePage, type PageContract } from '../web/page.js';
import type { DeadlineReading } from '../web/words.js';
import type { Adjustment } from './adjustments.js';
import type { Form } from './form.js';
import type { PostedCase } from './posted-cases.js';

/** One identity as the page shows it. */
export interface Check {
  readonly rule: string;
  readonly says: string;
  readonly holds: boolean;
  readonly faults: readonly string[];
}

/** Whether the year is filed, by whom, and whether the viewer may file it now. */
export interface FilingView {
  readonly says: string;
  readonly filed: boolean;
  readonly mayFile: boolean;
}

/** Where the report stands on its way to the public. */
export interface SubmissionView {
  readonly says: string;
  readonly submitted: boolean;
  readonly published: boolean;
  readonly deadline?: DeadlineReading & { readonly what: string; readonly article: string };
  /** What must be done before it can be handed in; empty when nothing stands against it. */
  readonly lacks: readonly string[];
  readonly maySubmit: boolean;
  readonly mayPublish: boolean;
  /** What handing in is called: 报送, or 定稿 of the government's own. */
  readonly verb: string;
  /** Offices whose year is not filed yet, where the report is of several. */
  readonly unfiled: string;
}

/** A section of words; numbers in it open their cases. */
export interface SectionView {
  readonly label: string;
  readonly lines: readonly (readonly { readonly text: string; readonly href?: string }[])[];
}

interface AnnualReportPage extends PageContract {
  office: string;
  year: number;
  query: { readonly year: number; readonly office: string };
  /** Nothing was received and nothing was pending in the year. */
  empty: boolean;
  /** Selects of year and office, with what is chosen. */
  form: FormState;
  yearOptions: readonly { value: string; label: string }[];
  officeOptions: readonly { value: string; label: string }[];
  /** Which national form it is. */
  formName: string;
  overview: readonly SectionView[];
  forms: readonly Form[];
  /** Table two is the sum of what the offices have typed. */
  summed: boolean;
  closing: readonly SectionView[];
  checks: readonly Check[];
  countingRules: readonly { readonly rule: string; readonly says: string }[];
  actions: readonly { href: string; label: string; primary?: boolean }[];
  exports: readonly { href: string; label: string }[];
  adjustments: readonly Adjustment[];
  posted: readonly PostedCase[];
  /** What is said of 封存; undefined where the year is not over. */
  filing?: FilingView;
  submission?: SubmissionView;
  publication: FormState;
}

/** A row of table two with a field for each number. */
export interface TypedRow {
  readonly label: string;
  readonly fields: readonly { readonly name: string; readonly label: string; readonly inputmode: string }[];
}

interface DraftPage extends PageContract {
  readonly office: string;
  readonly query: { readonly year: number; readonly office: string };
  readonly form: FormState;
  readonly version: string;
  readonly sections: readonly { name: string; label: string; hint: string; overview: boolean }[];
  readonly blocks: readonly { place: string; columns: readonly string[]; rows: readonly TypedRow[] }[];
  readonly summed: boolean;
  /** Numbers that the text may name. */
  readonly figures: readonly { name: string; value: number }[];
}

interface FeesPage extends PageContract {
  readonly sub: string;
  readonly back: string;
  readonly rows: readonly {
    readonly id: string;
    readonly number: string;
    readonly office: string;
    readonly noticed: number;
    readonly paid: number;
  }[];
}

interface OfficesPage extends PageContract {
  readonly sub: string;
  readonly back: string;
  readonly form: FormState;
  readonly yearOptions: readonly { value: string; label: string }[];
  readonly rows: readonly {
    readonly cells: readonly (string | { readonly text: string; readonly href: string })[];
    /** Not handed in, though the day has passed. */
    readonly late: boolean;
  }[];
}

/** A cell in which a published report and the record differ. */
export interface DifferenceView {
  readonly where: string;
  readonly published: number;
  readonly ours: number;
  readonly href: string | undefined;
}

interface PublishedPage extends PageContract {
  readonly office: string;
  readonly form: FormState;
  readonly yearOptions: readonly { value: string; label: string }[];
  readonly officeOptions: readonly { value: string; label: string }[];
  readonly query: { readonly office: string };
  readonly maySend: boolean;
  readonly kept: readonly {
    readonly year: string;
    readonly href: string;
    readonly fileName: string;
    readonly kept: string;
    readonly checks: string;
  }[];
}

interface ComparisonPage extends PageContract {
  readonly office: string;
  readonly year: number;
  readonly query: { readonly year: number; readonly office: string };
  readonly file: string;
  readonly summary: string;
  readonly differences: readonly DifferenceView[];
  readonly forms: readonly Form[];
  readonly hasTableFour: boolean;
  /** Empty cells that were read as nought. */
  readonly blanks: readonly string[];
  /** The years that the file names, where that of the report is not among them. */
  readonly otherYears: readonly number[];
  readonly checks: readonly Check[];
  /** Whether the report of the year before is kept too. */
  readonly before: boolean;
  /** R4 of the published report of the next year, where it is kept. */
  readonly carriedOn: readonly Check[];
  readonly mayRemove: boolean;
}

export const annualReportPage = definePage<AnnualReportPage>('annual-report/report');
export const draftPage = definePage<DraftPage>('annual-report/draft');
export const feesPage = definePage<FeesPage>('annual-report/fees');
export const officesPage = definePage<OfficesPage>('annual-report/offices');
export const publishedPage = definePage<PublishedPage>('annual-report/published');
export const comparisonPage = definePage<ComparisonPage>('annual-report/comparison');
