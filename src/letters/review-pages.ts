import type { FormState } from '../web/forms.js';
import { type PageContract, definePage } from '../web/page.js';
import type { DifferenceLine } from './differences.js';
import type { BringShown, CaseLink, FinishedShown } from './pages.js';

/** A version of the draft with what it changed in the one before. */
export interface VersionShown {
  readonly name: string;
  readonly by: string;
  readonly at: Date;
  /** Empty for the first. */
  readonly differences: readonly DifferenceLine[];
}

interface ReviewPage extends PageContract {
  case: CaseLink;
  letterHref: string;
  signed: boolean;
  versions: readonly VersionShown[];
  /** 核稿意见 and what reviewers have decided, in order. */
  comments: readonly { by: string; at: Date; about: string; text: string }[];
  comment?: { action: string; form: FormState };
  /** Where whoever has read the draft says whether it may go on. */
  verdict?: string;
  finished?: FinishedShown;
  bring?: BringShown;
  takeBack?: string;
}

export const reviewPage = definePage<ReviewPage>('letters/review');
