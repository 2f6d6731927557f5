import type { Request } from 'express';
import { open, seal } from '../infrastructure/sealing.js';
import { ACCOUNT_FIELD, isUnsafe, PAGE_FIELD, TOKEN_FIELD } from './csrf.js';
import { ownPath, paths } from './paths.js';
import { type Viewer, viewerOf } from './viewer.js';

/** Hidden field that tells a resumed form from a new one. */
export const RESUMED_FIELD = '_resumed';

/** A form that was posted after its session had run out. */
export interface KeptDraft {
  accountId: string;
  /** Address that it was posted to. */
  action: string;
  /** Address of the page that the form stood on; left out where that is not known. */
  page?: string;
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
      ([name]) =>
        ![TOKEN_FIELD, ACCOUNT_FIELD, RESUMED_FIELD, PAGE_FIELD].includes(name) && !/password/i.test(name),
    )
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one: unknown) => ({ name, value: one })),
    )
    .filter((field): field is { name: string; value: string } => typeof field.value === 'string');
  const page = ownPath(body[PAGE_FIELD]);
  const known = page !== paths.home && !page.startsWith(paths.keptDraft);
  const draft: KeptDraft = { accountId, action: request.originalUrl, ...(known ? { page } : {}), fields };
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

const formPages = new WeakMap<Request, string>();

/** Where the posted form stands: a page that shows it again, refused, is still that page. */
export function noteFormPage(request: Request, page: unknown): void {
  if (typeof page === 'string') formPages.set(request, page);
}

export const formPageOf = (request: Request): string =>
  isUnsafe(request) ? (formPages.get(request) ?? '') : request.originalUrl;

/** The draft that belongs to the page asked for. */
export function draftOfPage(request: Request): KeptDraft | undefined {
  const viewer = viewerOf(request);
  if (!viewer || isUnsafe(request)) return undefined;
  const draft = keptDraft(request, viewer);
  return draft?.page === request.originalUrl ? draft : undefined;
}

/** What was typed, as a form holds it; names that came several times as lists. */
export function typedInDraft({ fields }: KeptDraft): Record<string, string | readonly string[]> {
  const values = new Map<string, string | readonly string[]>();
  for (const { name, value } of fields) {
    const known = values.get(name);
    values.set(name, known === undefined ? value : [known, value].flat());
  }
  return Object.fromEntries(values);
}

/** What was typed into the page asked for before the session ran out, for forms whose fields hang on it. */
export function typedBefore(request: Request): Record<string, string | readonly string[]> | undefined {
  const draft = draftOfPage(request);
  return draft && typedInDraft(draft);
}
