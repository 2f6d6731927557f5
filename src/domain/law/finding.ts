import type { Citation } from './citation.js';

/**
 * What stands against an act.
 * `impossible` — the record would contradict itself or the law gives no such act: refused.
 * `irregular` — it can happen and did, but not as the law requires: recorded as 程序瑕疵.
 */
export interface Finding {
  readonly severity: 'impossible' | 'irregular';
  readonly code: string;
  /** One sentence: what is wrong. */
  readonly says: string;
  /** One sentence: what to do instead, or what follows. */
  readonly mend: string;
  readonly article?: Citation;
  /** The fact of the act that it concerns, for the form to point at. */
  readonly field?: string;
}

export const impossible = (
  code: string,
  says: string,
  mend: string,
  more: { article?: Citation; field?: string } = {},
): Finding => ({ severity: 'impossible', code, says, mend, ...more });

export const irregular = (
  code: string,
  says: string,
  mend: string,
  more: { article?: Citation; field?: string } = {},
): Finding => ({ severity: 'irregular', code, says, mend, ...more });
