import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { ApplicationRecord } from './application.js';
import { numberFingerprint } from './particulars.js';

/** An application of one of these offices; null for any other, as if it were not there. */
export function applicationById(
  manager: EntityManager,
  id: string,
  officeIds: readonly string[],
): Promise<ApplicationRecord | null> {
  return manager.findOneBy(ApplicationRecord, { id, officeId: In([...officeIds]) });
}

/** Of these numbers, those that the office has already, with their applications. */
export async function applicationsByNumber(
  manager: EntityManager,
  officeId: string,
  numbers: readonly string[],
): Promise<Map<string, ApplicationRecord>> {
  const found = await manager.findBy(ApplicationRecord, { officeId, number: In([...numbers]) });
  return new Map(found.map((application) => [application.number, application]));
}

/** Applications of these offices under the alias `application`, to be narrowed down. */
export function applicationsIn(
  manager: EntityManager,
  officeIds: readonly string[],
): SelectQueryBuilder<ApplicationRecord> {
  return manager
    .createQueryBuilder(ApplicationRecord, 'application')
    .where(`application."officeId" = ANY (:officeIds)`, { officeIds: [...officeIds] });
}

const TEXT = `application_text(application."number", application."applicantName", application."content")`;

/**
 * Narrows down to applications whose number, applicant or request holds the fragment; two characters suffice.
 * A whole identity or telephone number finds its applications too.
 */
export function havingFragment(
  query: SelectQueryBuilder<ApplicationRecord>,
  fragment: string,
): SelectQueryBuilder<ApplicationRecord> {
  const wanted = fragment.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return query;
  const like = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`;
  const number = numberFingerprint(wanted);
  // Two characters have no trigram: the index of pairs finds them.
  const pair = `'${wanted.replace(/['\\]/g, '$&$&')}'`;
  const holds =
    [...wanted].length === 2 ? `bigrams(${TEXT}) @@ CAST(:pair AS tsquery)` : `${TEXT} LIKE :like`;
  return query.andWhere(
    `(${holds} OR application."idNumberFingerprint" = :number OR application."phoneFingerprint" = :number)`,
    { pair, like, number },
  );
}
