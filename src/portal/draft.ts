import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { CannotOpen, open, seal } from '../infrastructure/sealing.js';
import { machineTime } from '../infrastructure/today.js';
import type { FormState } from '../web/forms.js';
import type { Paper } from '../records/application/application-fields.js';
import { newQueryCode } from './query-code.js';

declare module 'express-session' {
  interface SessionData {
    /** An application that is being filled in, sealed. */
    applying: string;
    /** The code of an application just sent, sealed, until the applicant has noted it down. */
    submitted: string;
    /** The submission whose code was typed in. */
    following: string;
  }
}

/** An application that is being filled in: kept in the session, and sealed in each of its pages for when that ends. */
export interface Draft {
  /** The submission's id, so that sending twice sends once. */
  readonly id: string;
  readonly queryCode: string;
  readonly values: FormState['values'];
  readonly papers: readonly Paper[];
}

/** What the applicant is shown once: where the submission is and the code to follow it. */
export interface Sent {
  readonly id: string;
  readonly queryCode: string;
}

/** Hidden field of the pages: the draft, sealed. */
const KEPT_FIELD = 'kept';
const KEPT_MS = 24 * 3_600_000;

export const newDraft = (): Draft => ({
  id: randomUUID(),
  queryCode: newQueryCode(),
  values: {},
  papers: [],
});

/** The draft of this browser: of its session, else the one sealed in the page that was sent, else none. */
export function draftOf(request: Request, posted: Readonly<Record<string, unknown>> = {}): Draft | undefined {
  const kept = posted[KEPT_FIELD];
  return (
    opened<Draft>('draft', request.session.applying) ??
    (typeof kept === 'string' ? opened<Draft>('draft', kept) : undefined)
  );
}

export const sealDraft = (draft: Draft): string => closed('draft', draft);

export function keepDraft(request: Request, draft: Draft): void {
  request.session.applying = sealDraft(draft);
}

export function sentOf(request: Request): Sent | undefined {
  return opened<Sent>('sent', request.session.submitted);
}

/** The draft has been sent: from now on the session holds its code alone. */
export function keepSent(request: Request, { id, queryCode }: Sent): void {
  delete request.session.applying;
  request.session.submitted = closed('sent', { id, queryCode });
}

type Use = 'draft' | 'sent';

const closed = (use: Use, what: object): string => seal(JSON.stringify({ use, at: machineTime(), what }));

/** What this program has sealed for that use, not too long ago. */
function opened<T>(use: Use, text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  try {
    const kept = JSON.parse(open(text)) as { use: unknown; at: number; what: T };
    return kept.use === use && machineTime() - kept.at < KEPT_MS ? kept.what : undefined;
  } catch (fault) {
    if (fault instanceof CannotOpen || fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}
