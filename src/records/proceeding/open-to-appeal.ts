import type { EntityManager } from 'typeorm';
import type { LocalDate } from '../../domain/time/local-date.js';
import { ApplicationRecord } from '../application/application.js';
import { applicationsIn } from '../application/applications.js';

/** The words of the indexes `applications_reply_late` and `acts_remedies_omitted`, which hold just these. */
const REPLY_LATE = `NOT application."replySpared" AND (application."replyEndedOn" IS NULL OR application."replyEndedOn" > application."replyDueOn")`;
const REMEDIES_OMITTED = `act."type" = 'remedy.omitted'`;

/**
 * Cases whose reply fell due from `since` on and came late or has not come, and cases whose applicant was not told of
 * the remedies since `untoldSince`; what fell due last comes first, no more than `most`.
 */
export function openToAppeal(
  manager: EntityManager,
  officeIds: readonly string[],
  { on, since, untoldSince, most }: { on: LocalDate; since: LocalDate; untoldSince: LocalDate; most: number },
): Promise<ApplicationRecord[]> {
  return applicationsIn(manager, officeIds)
    .andWhere(
      `application.id IN (
         SELECT application.id FROM applications AS application
         WHERE application."officeId" = ANY (:openOffices) AND application."replyDueOn" >= :since
           AND application."replyDueOn" < :on AND ${REPLY_LATE}
         UNION
         SELECT act."applicationId" FROM acts AS act
         WHERE act."officeId" = ANY (:openOffices) AND act."on" >= :untoldSince AND ${REMEDIES_OMITTED})`,
      { openOffices: [...officeIds], since, on, untoldSince },
    )
    .orderBy('application.replyDueOn', 'DESC')
    .addOrderBy('application.number')
    .take(most)
    .getMany();
}
