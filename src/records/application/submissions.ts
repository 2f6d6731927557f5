import { type EntityManager, In } from 'typeorm';
import type { LocalDate } from '../../domain/time/local-date.js';
import { fingerprint } from '../../infrastructure/sealing.js';
import { ContactAttempt } from './contact-attempt.js';
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

/** The tries to reach the applicant of a submission, the first in front. */
export function attemptsOf(manager: EntityManager, submissionId: string): Promise<ContactAttempt[]> {
  return manager.find(ContactAttempt, {
    where: { submissionId },
    order: { triedOn: 'ASC', recordedAt: 'ASC' },
  });
}

/** How often the applicant of a submission was tried to be reached, and when last. */
export interface Tries {
  readonly count: number;
  readonly lastOn: LocalDate;
}

/** The tries of several submissions, by submission; those without any have no entry. */
export async function triesOf(
  manager: EntityManager,
  submissionIds: readonly string[],
): Promise<Map<string, Tries>> {
  const attempts = await manager.find(ContactAttempt, {
    select: { id: true, submissionId: true, triedOn: true },
    where: { submissionId: In([...submissionIds]) },
    order: { triedOn: 'ASC' },
  });
  const tries = new Map<string, Tries>();
  for (const { submissionId, triedOn } of attempts) {
    const count = (tries.get(submissionId)?.count ?? 0) + 1;
    tries.set(submissionId, { count, lastOn: triedOn });
  }
  return tries;
}

/** When the submissions arrived that wait for an office's confirmation. */
export async function pendingArrivals(manager: EntityManager, officeId: string): Promise<Date[]> {
  const waiting = await manager.find(SubmissionRecord, {
    select: { id: true, arrivedAt: true },
    where: { officeId, state: 'pending' },
  });
  return waiting.map(({ arrivedAt }) => arrivedAt);
}
