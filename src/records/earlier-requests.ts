import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { type LocalDate, addMonths, localDate } from '../domain/time/local-date.js';
import type { ApplicationRecord } from './application.js';
import { applicationsIn } from './applications.js';
import { numberFingerprint } from './particulars.js';

/** By what an applicant is known again: the number of a document, else the name. */
export interface KnownBy {
  readonly name: string;
  readonly idNumber?: string;
}

/** An earlier application that is like the one being logged. */
export interface EarlierRequest {
  readonly application: ApplicationRecord;
  readonly sameApplicant: boolean;
  /** Likeness of what is asked for, in percent. */
  readonly likeness: number;
}

/** From here on two requests are shown as alike, in percent (本系统口径). */
const ALIKE = 30;
const YEARS_BACK = 5;
const MOST_COMPARED = 2000;

function ofApplicant(
  query: SelectQueryBuilder<ApplicationRecord>,
  { name, idNumber }: KnownBy,
): SelectQueryBuilder<ApplicationRecord> {
  return query.andWhere(SAME_APPLICANT, { fingerprint: numberFingerprint(idNumber), name: name.trim() });
}

/** Equal numbers; or equal names where one of the two has no number. */
const SAME_APPLICANT = `(application."idNumberFingerprint" = :fingerprint OR (application."applicantName" = :name
  AND (application."idNumberFingerprint" IS NULL OR CAST(:fingerprint AS text) IS NULL)))`;

/** How many applications of that applicant the office has received in the month of the day, for 按件计费. */
export function requestsInMonth(
  manager: EntityManager,
  officeId: string,
  applicant: KnownBy,
  on: LocalDate,
): Promise<number> {
  const first = localDate(`${on.slice(0, 7)}-01`);
  return ofApplicant(applicationsIn(manager, [officeId]), applicant)
    .andWhere('application."receivedOn" >= :first AND application."receivedOn" < :next', {
      first,
      next: addMonths(first, 1),
    })
    .getCount();
}

/** Earlier applications of the office like this one, the most alike first; those of the applicant need less likeness. */
export async function earlierRequests(
  manager: EntityManager,
  officeId: string,
  applicant: KnownBy,
  content: string,
  on: LocalDate,
): Promise<EarlierRequest[]> {
  const { entities, raw } = await applicationsIn(manager, [officeId])
    .addSelect(SAME_APPLICANT, 'same')
    .addSelect(`similarity(left(application."content", ${MOST_COMPARED}), :content) * 100`, 'likeness')
    .andWhere('application."receivedOn" >= :since', { since: addMonths(on, -12 * YEARS_BACK) })
    .andWhere(
      `(${SAME_APPLICANT} OR similarity(left(application."content", ${MOST_COMPARED}), :content) * 100 >= :alike)`,
    )
    .setParameters({
      fingerprint: numberFingerprint(applicant.idNumber),
      name: applicant.name.trim(),
      content: content.slice(0, MOST_COMPARED),
      alike: ALIKE,
    })
    .orderBy('likeness', 'DESC')
    .addOrderBy('application.receivedOn', 'DESC')
    .limit(6)
    .getRawAndEntities<{ same: boolean; likeness: number }>();
  return entities.map((application, i) => ({
    application,
    sameApplicant: raw[i]?.same === true,
    likeness: Math.round(raw[i]?.likeness ?? 0),
  }));
}
