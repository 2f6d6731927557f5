import type { EntityManager } from 'typeorm';
import { fingerprint } from '../infrastructure/sealing.js';
import { SubmissionRecord } from './submission.js';

/** How many submissions wait for an office's confirmation. */
export function pendingSubmissions(manager: EntityManager, officeId: string): Promise<number> {
  return manager.countBy(SubmissionRecord, { officeId, state: 'pending' });
}

/** What a query code is found by. The code is to be in its one spelling. */
export const codeFingerprint = (code: string): string => fingerprint(`query-code:${code}`);

/** The submission of a code; null for every other text. */
export function submissionByCode(manager: EntityManager, code: string): Promise<SubmissionRecord | null> {
  return manager.findOneBy(SubmissionRecord, { codeFingerprint: codeFingerprint(code) });
}
