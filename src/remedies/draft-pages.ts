import type { FormState } from '../web/forms.js';
import { definePage, type PageContract } from '../web/page.js';

interface DraftPage extends PageContract {
  readonly number: string;
  readonly back: string;
  readonly action: string;
  /** Drafts anew from the record. */
  readonly fresh: string;
  readonly pdf: string;
  readonly docx: string;
  readonly mayWrite: boolean;
  /** The version that the form is filled from; 0 before the first. */
  readonly version: number;
  readonly final: boolean;
  readonly form: FormState;
  /** What is still to be filled in. */
  readonly open: readonly string[];
  readonly versions: readonly {
    readonly href: string;
    readonly label: string;
    readonly at: Date;
    readonly by: string;
  }[];
}

export const draftPage = definePage<DraftPage>('remedies/draft');
