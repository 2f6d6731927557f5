import { ProblemException } from '../web/problems.js';

/** The version that a form was filled from. Throws a 400 problem when the form carries none. */
export function versionFrom(posted: Readonly<Record<string, unknown>>): number {
  const { version } = posted;
  if (typeof version !== 'string' || !/^\d{1,9}$/.test(version)) throw new ProblemException('bad-request');
  return Number(version);
}
