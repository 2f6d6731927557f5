import type { FormState } from '../web/forms.js';
import { type PageContract, definePage } from '../web/page.js';
import type { DifferenceLine } from './differences.js';

/** Whose wordings are shown; `options` is empty where there is only one office to choose. */
export interface OfficeChosen {
  readonly name: string;
  readonly code: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A kind of letter and the wording that it is written in today. */
export interface WordingLine {
  readonly title: string;
  readonly href: string;
  /** 系统措辞; 本机关第 2 版，2026年4月1日起; 沿用区政府办第 1 版… */
  readonly source: string;
  readonly own: boolean;
  /** The version that is to come, if there is one. */
  readonly coming: string;
}

interface WordingList extends PageContract {
  office: OfficeChosen;
  groups: readonly { title: string; lines: readonly WordingLine[] }[];
}

interface WordingPage extends PageContract {
  kind: string;
  office: OfficeChosen;
  /** In which wording letters of today are written. */
  source: string;
  own: boolean;
  form: FormState;
  end: FormState;
  places: readonly { label: string; from: string; needed: boolean; sample: string }[];
  pieces: readonly { name: string; text: string }[];
  versions: readonly { href: string; name: string; from: string; note: string; by: string; at: Date }[];
}

interface WordingVersionPage extends PageContract {
  sub: string;
  backHref: string;
  /** Empty for a version that ends the office's own wording. */
  sampleHref: string;
  facts: readonly { term: string; text: string }[];
  /** What it is compared with: 上一版, 系统措辞. */
  against: string;
  differences: readonly DifferenceLine[];
}

interface SampleRefused extends PageContract {
  reason: string;
}

export const wordingList = definePage<WordingList>('wordings/list');
export const wordingPage = definePage<WordingPage>('wordings/wording');
export const wordingVersionPage = definePage<WordingVersionPage>('wordings/version');
export const sampleRefused = definePage<SampleRefused>('wordings/refused');
export type { WordingPage };
