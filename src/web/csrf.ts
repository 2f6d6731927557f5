import { type CustomDecorator, SetMetadata } from '@nestjs/common';
import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';

/** Name of the hidden field that carries the token; htmx sends the header instead. */
export const TOKEN_FIELD = '_csrf';

/** Hidden field: the account that the form was shown to, so that a kept draft returns to nobody else. */
export const ACCOUNT_FIELD = '_account';

/** Hidden field: the page that the form stands on, for a draft to be shown there again. */
export const PAGE_FIELD = '_page';

const { generateToken, isRequestValid } = csrfSync({
  size: 32,
  getTokenFromRequest: (request) => {
    const body = request.body as Record<string, unknown> | undefined;
    const token = body?.[TOKEN_FIELD] ?? request.headers['x-csrf-token'];
    return typeof token === 'string' ? token : undefined;
  },
});

/** The token of this session; makes one, and with it a session, at the first call. */
export function csrfToken(request: Request): string {
  return generateToken(request);
}

export function carriesValidToken(request: Request): boolean {
  return isRequestValid(request);
}

/** Methods that change nothing need no token. */
export function isUnsafe(request: Request): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
}

/** Metadata key of {@link ReshowsStaleForms}. */
export const RESHOWS = Symbol('reshows stale forms');

/**
 * A form whose session has run out is handed to the route all the same, so that what was typed is shown again with a
 * new token. The route asks {@link isStale} first and then changes nothing.
 */
export function ReshowsStaleForms(): CustomDecorator<symbol> {
  return SetMetadata(RESHOWS, true);
}

const stale = new WeakSet<Request>();

export const markStale = (request: Request): void => void stale.add(request);

/** Whether the posted form came without a valid token. */
export const isStale = (request: Request): boolean => stale.has(request);
