import type { FormState } from '../web/forms.js';
import { definePage, type PageContract } from '../web/page.js';
import type { Input } from './pages.js';

/** A case that the notice may be about. */
export interface FoundCase {
  readonly href: string;
  readonly number: string;
  readonly applicant: string;
  readonly content: string;
  readonly received: string;
}

/** First the case is looked for; then, once it is chosen, the notice is written down. */
interface NoticePage extends PageContract {
  readonly search: string;
  readonly found: readonly FoundCase[];
  readonly chosen?: {
    readonly id: string;
    readonly number: string;
    readonly applicant: string;
    readonly content: string;
    readonly state: string;
    readonly version: number;
  };
  readonly kind?: string;
  readonly kinds?: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  /** 复议前置; '' where nothing is to be said of it. */
  readonly passedOver?: string;
  readonly form?: FormState;
  readonly inputs?: readonly Input[];
}

export const noticePage = definePage<NoticePage>('remedies/notice');
