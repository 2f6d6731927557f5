import { definePage, type PageContract } from '../web/page.js';
import type { FormState } from '../web/forms.js';
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

interface AnnualReportPage extends PageContract {
  office: string;
  year: number;
  /** Nothing was received and nothing was pending in the year. */
  empty: boolean;
  /** Selects of year and office, with what is chosen. */
  form: FormState;
  yearOptions: readonly { value: string; label: string }[];
  officeOptions: readonly { value: string; label: string }[];
  forms: readonly Form[];
  checks: readonly Check[];
  exports: readonly { href: string; label: string }[];
  adjustments: readonly Adjustment[];
  posted: readonly PostedCase[];
  /** What is said of 封存; undefined where the year is not over. */
  filing?: FilingView;
}

export const annualReportPage = definePage<AnnualReportPage>('annual-report/report');
