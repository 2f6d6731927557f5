import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';

const ids = new WeakMap<Request, string>();

/** Gives every request a number, or keeps the one a proxy gave; it is on the reply, the problem and in the log. */
export const correlate: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  const id = given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  ids.set(request, id);
  response.setHeader('X-Request-Id', id);
  next();
};

export function correlationIdOf(request: Request): string {
  return ids.get(request) ?? 'unknown';
}
