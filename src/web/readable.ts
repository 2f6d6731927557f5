import type { RequestHandler } from 'express';
import { ProblemException } from './problems.js';

/**
 * Refuses addresses that nobody can have typed: parts that are no UTF-8, and U+0000 anywhere, which PostgreSQL stores
 * nowhere. Mounted before everything that decodes the address.
 */
export const refuseUnreadableAddresses: RequestHandler = (request, _response, next) => {
  next(isReadable(request.originalUrl) ? undefined : new ProblemException('bad-request'));
};

function isReadable(address: string): boolean {
  if (address.includes('%00')) return false;
  try {
    decodeURIComponent(address.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** What neither PostgreSQL nor Word and Excel files may hold. Tab and line feeds stay. */
// eslint-disable-next-line no-control-regex -- They are what is taken out.
const UNKEEPABLE = /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/g;

/** What turns the direction of writing: a name with one in it would read otherwise than it is, here and in letters. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** Word breaks lines and pages with these; a pasted text keeps its lines. */
// eslint-disable-next-line no-control-regex -- They are what is replaced.
const WORD_BREAKS = /[\u000b\u000c]/g;

/**
 * Leaves of a posted body what a form can hold: texts and lists of texts. Signs that cannot be kept are taken out,
 * rather than the form refused: they come unseen with what is pasted. Mounted after everything that reads a body.
 */
export const tidyBody: RequestHandler = (request, _response, next) => {
  const body: unknown = request.body;
  if (typeof body === 'object' && body !== null) {
    request.body = Object.fromEntries(
      Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
        const kept = Array.isArray(value)
          ? value.filter(isText).map(keepable)
          : isText(value) && keepable(value);
        return kept === false ? [] : [[keepable(name), kept]];
      }),
    );
  }
  next();
};

const isText = (value: unknown): value is string => typeof value === 'string';

/** A text as it can be kept and printed wherever it comes from: a form, a ledger. */
export const keepable = (text: string): string =>
  text
    .replace(WORD_BREAKS, '\n')
    .replace(UNKEEPABLE, '')
    .replace(TURNING, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
