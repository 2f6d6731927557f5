import type { FormState } from '../web/forms.js';
import { definePage, type PageContract } from '../web/page.js';

interface DraftPage extends PageContract {
  readonly number: string;
  readonly back: string;
  readonly action: string;
  /** Which text stands in the form. */
  readonly standing: string;
  readonly pdf: string;
  readonly docx: string;
  readonly mayWrite: boolean;
  /** The latest version; 0 before the first. */
  readonly version: number;
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
