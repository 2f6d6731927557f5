import type { CheckShown } from '../web/check-findings.js';
import type { FormState } from '../web/forms.js';
import { type PageContract, defineFragment, definePage } from '../web/page.js';
import type { Input } from './act-form.js';
import type { PreviewShown } from './act-preview.js';
import type { FactInWords } from './facts-in-words.js';
import type { RecordLine } from './record-lines.js';

/** The form of any act. */
export interface ActPage extends PageContract {
  readonly article: string;
  readonly id: string;
  readonly number: string;
  readonly applicant: string;
  readonly standing: string;
  readonly type: string;
  readonly version: number;
  readonly inputs: readonly Input[];
  readonly form: FormState;
  /** Why the act is not possible now; empty when it is. */
  readonly notNow: string;
  readonly action: string;
  readonly previewAction: string;
  readonly preview: PreviewShown;
  /** Asked once: what happens for good. Empty when nothing needs asking. */
  readonly reasons: readonly string[];
  /** Whether another act of the kind may follow at once. */
  readonly again: boolean;
  /** The draft that is reviewed, signed or issued. */
  readonly draft?: readonly FactInWords[];
  /** 答复体检, where a draft is reviewed or signed. */
  readonly check?: CheckShown;
  /** What others have recorded since the form was opened. */
  readonly conflict?: readonly RecordLine[];
}

/** The form that puts an act of the record right. */
export interface CorrectionPage extends PageContract {
  readonly id: string;
  readonly number: string;
  readonly seq: number;
  readonly name: string;
  readonly version: number;
  readonly inputs: readonly Input[];
  readonly form: FormState;
  readonly action: string;
  readonly line: RecordLine;
  readonly preview?: PreviewShown;
  readonly conflict?: readonly RecordLine[];
}

export const actPage = definePage<ActPage>('cases/act');
export const correctionPage = definePage<CorrectionPage>('cases/correction');
export const previewFragment = defineFragment<{ preview: PreviewShown }>('pages/cases/preview');
