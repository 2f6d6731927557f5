import type { CheckShown } from '../web/check-findings.js';
import type { FormState } from '../web/forms.js';
import { type PageContract, defineFragment, definePage } from '../web/page.js';
import type { Input } from './input.js';
import type { PreviewShown } from './act-preview.js';
import type { FactInWords } from '../web/facts-in-words.js';
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
  /** Asked beside a form that was just opened, not in answer to it. */
  readonly askedFirst: boolean;
  /** Where an answer is chosen. */
  readonly answer?: {
    readonly request: string;
    /** What was quashed and may not be said again; empty where nothing was. */
    readonly notAgain: string;
    /** Where what is public already can be looked up. */
    readonly catalogueAction: string;
  };
  /** Where the inputs come from that a choice asks for. */
  readonly inputsAction?: string;
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

/** The inputs alone, as the outcome chosen asks for them. */
interface InputsFragment extends Pick<ActPage, 'inputs' | 'form'> {
  readonly inputsAction?: string;
  readonly catalogueAction?: string;
}

/** What is public already, to be named in an answer of 已主动公开 (条例第三十六条第一项). */
export interface CataloguePickPage extends PageContract {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly request: string;
  /** Which of several matters is answered; '' for the application as a whole. */
  readonly of: string;
  readonly q: string;
  readonly entries: readonly {
    readonly id: string;
    readonly title: string;
    readonly number: string;
    readonly published: string;
    readonly address: string;
  }[];
  readonly action: string;
  /** What was typed into the form, to be found there again. */
  readonly kept: Readonly<Record<string, string>>;
}

/** One question on the way to an answer. */
export interface GuidePage extends PageContract {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly request: string;
  /** Which of several matters is asked about; '' for the application as a whole. */
  readonly of: string;
  readonly matter: string;
  readonly way: string;
  readonly steps: readonly { readonly name: string; readonly state: 'done' | 'now' | 'open' }[];
  readonly answered: readonly { readonly asks: string; readonly says: string }[];
  readonly asks: string;
  readonly article: string;
  readonly first: string;
  readonly choices: readonly {
    readonly id: string;
    readonly says: string;
    readonly hint: string;
    /** 予以公开，《条例》第三十六条第（二）项，《政府信息公开答复书》 — where the choice is the answer. */
    readonly ends: string;
  }[];
  readonly action: string;
  /** What was typed into the form, to be found there again. */
  readonly kept: Readonly<Record<string, string>>;
}

export const actPage = definePage<ActPage>('cases/act');
export const cataloguePickPage = definePage<CataloguePickPage>('cases/catalogue-pick');
export const guidePage = definePage<GuidePage>('cases/guide');
export const correctionPage = definePage<CorrectionPage>('cases/correction');
export const inputsFragment = defineFragment<InputsFragment>('pages/cases/inputs');
export const previewFragment = defineFragment<{ preview: PreviewShown }>('pages/cases/preview');
