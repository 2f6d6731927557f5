import type { FoundInFile } from '../domain/review/file-review.js';
import type { SelfCheckRecord } from '../records/report/self-check.js';
import type { FormState } from '../web/forms.js';
import type { Option } from '../web/options.js';
import { definePage, type PageContract } from '../web/page.js';

type Cell = string | number | { readonly text: string; readonly href?: string };

interface ListPage extends PageContract {
  readonly form: FormState;
  readonly yearOptions: readonly Option[];
  readonly mayDraw: boolean;
  readonly own: readonly (readonly Cell[])[];
  /** Offices below, by quarter: who has handed in. */
  readonly below: readonly (readonly Cell[])[];
}

interface NewPage extends PageContract {
  readonly form: FormState;
  readonly periodOptions: readonly Option[];
  readonly ruleOptions: readonly Option[];
}

interface CheckPage extends PageContract {
  readonly check: SelfCheckRecord;
  readonly office: string;
  readonly how: string;
  readonly progress: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly form: FormState;
  readonly mayWork: boolean;
  readonly maySubmit: boolean;
  readonly mayReceive: boolean;
  readonly standing: string;
  readonly summary: readonly (readonly Cell[])[];
}

interface FilePage extends PageContract {
  readonly back: string;
  readonly action: string;
  readonly caseHref: string;
  readonly content: string;
  readonly form: FormState;
  readonly items: readonly { readonly name: string; readonly asks: string; readonly article: string }[];
  readonly answerOptions: readonly Option[];
  readonly resultOptions: readonly Option[];
  readonly found: readonly FoundInFile[];
  readonly mayWork: boolean;
}

export const listPage = definePage<ListPage>('self-check/list');
export const newPage = definePage<NewPage>('self-check/new');
export const checkPage = definePage<CheckPage>('self-check/check');
export const filePage = definePage<FilePage>('self-check/file');
