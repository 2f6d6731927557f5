import type { ActOf } from '../../acts/acts.js';
import type { Question } from '../../application/lawfulness/question.js';
import type { Citation } from '../../law/citation.js';
import type { LetterKind } from '../register.js';

/** How much a finding weighs. `mustMend`: signed all the same, it needs a written reason of whoever signs. */
export const checkSeverities = { mustMend: '必须改', lookAt: '请核对' } as const;
export type CheckSeverity = keyof typeof checkSeverities;

/** Where a finding is put right. */
export type MendPlace = 'draft' | 'opinions' | 'attachments' | 'letters' | 'deadline' | 'office' | 'record';

/** One thing that 答复体检 has found. */
export interface CheckFinding {
  readonly code: string;
  readonly severity: CheckSeverity;
  /** One sentence: what is wrong or open. */
  readonly says: string;
  /** One sentence: what to do. */
  readonly mend: string;
  readonly article?: Citation;
  readonly place: MendPlace;
}

/** What the file and the office hold besides the acts. */
export interface Papers {
  /** Names of the files that go out with it (提供的信息). */
  readonly enclosed: readonly string[];
  /** Letters of the case so far. */
  readonly letters: readonly { readonly kind: LetterKind; readonly issued: boolean }[];
  /** 本级人民政府 as the office has it: no remedies without it. */
  readonly government: string;
  /** The reply goes out on the internet, where a channel for filing must be told. */
  readonly onInternet: boolean;
  /** The channel is set in the office's data. */
  readonly internetFilingNamed: boolean;
}

/** A reply before it is signed, with all that it is held against. */
export interface CheckedReply extends Omit<Question, 'act'>, Papers {
  readonly draft: ActOf<'reply.drafted'>;
}

/** One rule of 答复体检. */
export type CheckRule = (reply: CheckedReply) => readonly CheckFinding[];

type Told = Omit<CheckFinding, 'severity'>;
export const mustMend = (told: Told): CheckFinding => ({ severity: 'mustMend', ...told });
export const lookAt = (told: Told): CheckFinding => ({ severity: 'lookAt', ...told });
