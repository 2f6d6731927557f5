import type { NumberedPlace } from '../records/paper/letter-numbers.js';
import type { CheckShown } from '../web/check-findings.js';
import type { FormState } from '../web/forms.js';
import { type PageContract, definePage } from '../web/page.js';
import type { Pagination } from '../web/pagination.js';
import type { DifferenceLine } from './differences.js';
import type { ServeStep, Served, SignStep } from './next-step.js';

/** The case that a letter belongs to, for the way back. */
export interface CaseLink {
  readonly number: string;
  readonly href: string;
  readonly lettersHref: string;
  /** 发出前检查, where files go out with the reply. */
  readonly dispatchHref?: string;
}

/** A fact that a letter still lacks, and where it is put right. */
export interface MissingShown {
  readonly label: string;
  readonly mend: string;
  readonly href?: string;
}

export interface LetterLine {
  readonly title: string;
  readonly href: string;
  readonly number: string;
  readonly standing: { readonly text: string; readonly kind: 'plain' | 'amber' | 'green' | 'red' };
  readonly on: string;
  readonly cause: string;
}

/** The finished text from Word that is in use, compared with the draft. */
export interface FinishedShown {
  readonly name: string;
  readonly by: string;
  readonly at: Date;
  readonly differences: readonly DifferenceLine[];
}

/** Where a finished text is brought, and the Word file to begin with. */
export interface BringShown {
  readonly action: string;
  readonly form: FormState;
  readonly word: string;
}

interface LetterList extends PageContract {
  case: CaseLink;
  letters: readonly LetterLine[];
  /** The reply that is drafted and not issued. */
  coming?: { title: string; href: string; signed: boolean };
  /** Letters to be drafted when wanted; empty where the viewer may not. */
  onDemand: readonly { value: string; label: string }[];
  form: FormState;
}

interface LetterPage extends PageContract {
  case: CaseLink;
  sub: string;
  issued: boolean;
  facts: readonly { term: string; text: string }[];
  missing: readonly MissingShown[];
  /** Why it cannot be drawn up or was not issued. */
  reason?: string;
  /** Address of the PDF; none while something is missing. */
  pdf?: string;
  download?: string;
  /** The same words as a Word file. */
  word?: string;
  lines: readonly string[];
  /** What may be written into the letter here. */
  written: readonly { name: string; label: string; hint?: string; long: boolean }[];
  writeTo?: { action: string; method: 'get' | 'post' };
  form: FormState;
  issue?: { action: string; button: string; consequences: readonly string[]; fields: Record<string, string> };
  /** 签发 and 送达, where the reply waits for them and the viewer may. */
  sign?: SignStep;
  serve?: ServeStep;
  served?: Served;
  discard?: string;
  /** 定稿 in Word of a letter that is no reply; a reply's stands on the page of its review. */
  finished?: FinishedShown;
  bring?: BringShown;
  takeBack?: string;
  /** By whom, when and why it was taken back. */
  recalled?: string;
  /** The way to take an issued letter back before it is served. */
  recall?: { action: string; form: FormState };
  /** 核稿 of a reply that is drafted. */
  review?: string;
  /** Where a reply that went out without this letter is recorded. */
  without?: string;
  notice?: string;
  /** 答复体检 of a reply that has not gone out. */
  check?: CheckShown;
}

export const letterList = definePage<LetterList>('letters/list');
export const letterPage = definePage<LetterPage>('letters/letter');
export type { LetterList, LetterPage };

interface NumbersPage extends PageContract {
  form: FormState;
  office: string;
  officeOptions: readonly { value: string; label: string }[];
  /** Empty until a first number is given. */
  seriesOptions: readonly { value: string; label: string }[];
  recalled: number;
  lost: number;
  places: readonly NumberedPlace[];
  pagination: Pagination;
}

export const numbersPage = definePage<NumbersPage>('letters/numbers');

/** A file that goes out with the reply, and what was found in it. */
export interface DispatchFile {
  readonly name: string;
  readonly href: string;
  readonly picture: boolean;
  /** Findings that nobody has answered for. */
  readonly open: number;
  readonly findings: readonly {
    readonly name: string;
    readonly place: string;
    readonly mend: string;
    readonly cleared: { readonly at: Date; readonly by: string; readonly why: string } | undefined;
  }[];
  readonly form: FormState;
  readonly clear: string;
  readonly withhold: string;
}

interface DispatchPage extends PageContract {
  case: CaseLink;
  mayClear: boolean;
  files: readonly DispatchFile[];
}

export const dispatchPage = definePage<DispatchPage>('letters/dispatch');
