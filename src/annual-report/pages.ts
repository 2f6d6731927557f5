import { definePage, type PageContract } from '../web/page.js';
import type { FormState } from '../web/forms.js';
import type { Form } from './form.js';

/** One identity as the page shows it. */
export interface Check {
  readonly rule: string;
  readonly says: string;
  readonly holds: boolean;
  readonly faults: readonly string[];
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
}

export const annualReportPage = definePage<AnnualReportPage>('annual-report/report');
