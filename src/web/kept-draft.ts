import type { Request } from 'express';
import { open, seal } from '../infrastructure/sealing.js';
import { ACCOUNT_FIELD, TOKEN_FIELD } from './csrf.js';
import type { Viewer } from './viewer.js';

/** Hidden field that tells a resumed form from a new one. */
export const RESUMED_FIELD = '_resumed';

/** A form that was posted after its session had run out. */
export interface KeptDraft {
  accountId: string;
  /** Address that it was posted to. */
  action: string;
  fields: readonly { name: string; value: string }[];
}

const LARGEST = 200_000;

/** Keeps what was typed in the new, anonymous session: encrypted, and only for the person it belongs to. */
export function keepDraft(request: Request): boolean {
  const body = (request.body ?? {}) as Record<string, unknown>;
  const accountId = body[ACCOUNT_FIELD];
  if (typeof accountId !== 'string') return false;
  const fields = Object.entries(body)
    .filter(
      ([name]) => ![TOKEN_FIELD, ACCOUNT_FIELD, RESUMED_FIELD].includes(name) && !/password/i.test(name),
    )
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one: unknown) => ({ name, value: one })),
    )
    .filter((field): field is { name: string; value: string } => typeof field.value === 'string');
  const draft: KeptDraft = { accountId, action: request.originalUrl, fields };
  const text = JSON.stringify(draft);
  if (text.length > LARGEST) return false;
  request.session.keptDraft = seal(text);
  return true;
}

/** The draft that waits for this person, if any. Another person's draft is thrown away. */
export function keptDraft(request: Request, viewer: Viewer): KeptDraft | undefined {
  const sealed = request.session.keptDraft;
  if (!sealed) return undefined;
  const draft = JSON.parse(open(sealed)) as KeptDraft;
  if (draft.accountId === viewer.accountId) return draft;
  dropDraft(request);
  return undefined;
}

export function dropDraft(request: Request): void {
  delete request.session.keptDraft;
}
