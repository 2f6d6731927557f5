import type { LocalDate } from '../domain/time/local-date.js';
import type { BundledPaper } from '../records/paper/evidence-bundle.js';
import type { FormState } from '../web/forms.js';
import { defineFragment, definePage, type PageContract } from '../web/page.js';
import type { DirectoryLine } from './evidence-lines.js';

interface EvidencePage extends PageContract {
  readonly number: string;
  readonly back: string;
  readonly caseHref: string;
  readonly action: string;
  readonly mayWrite: boolean;
  readonly version: number;
  readonly saved?: { readonly at: Date; readonly by: string };
  /** The bundle made last. */
  readonly bundle?: string;
  readonly lines: readonly DirectoryLine[];
  readonly form: FormState;
  readonly on: LocalDate;
}

export const evidencePage = definePage<EvidencePage>('remedies/evidence');

/** How far a bundle has come; shown again and again while it is being made. */
export interface BundleProgress {
  readonly progressHref: string;
  readonly status: 'making' | 'ready' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly words: string;
  readonly pdf: string;
  readonly docx: string;
  readonly pages: number;
  readonly hash: string;
  readonly papers: readonly BundledPaper[];
}

interface BundlePage extends PageContract {
  readonly number: string;
  readonly back: string;
  readonly evidence: string;
  readonly action: string;
  readonly mayWrite: boolean;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly progress: BundleProgress;
}

export const bundlePage = definePage<BundlePage>('remedies/bundle');
export const bundleProgress = defineFragment<BundleProgress>('pages/remedies/bundle-progress');
