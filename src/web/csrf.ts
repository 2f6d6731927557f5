import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';

/** Name of the hidden field that carries the token; htmx sends the header instead. */
export const TOKEN_FIELD = '_csrf';

/** Hidden field: the account that the form was shown to, so that a kept draft returns to nobody else. */
export const ACCOUNT_FIELD = '_account';

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
