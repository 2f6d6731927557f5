import { type EntityManager, In, MoreThan, type SelectQueryBuilder } from 'typeorm';
import type { LocalDate } from '../../domain/time/local-date.js';
import { fragmentCondition, fragmentWanted } from '../fragments.js';
import { ApplicationRecord } from './application.js';
import { numberFingerprint, pairFingerprints, tailFingerprint } from './particulars.js';

/**
 * Neither closed nor at rest: served, and nobody has turned against it, so that nothing is owed until the remedies have
 * lapsed. The index `applications_open` holds just these, so the words stay as they are there.
 */
export const OPEN = `"stage" <> 'closed' AND "state" <> 'replied.served|none'`;

/** An application of one of these offices; null for any other, as if it were not there. */
export function applicationById(
  manager: EntityManager,
  id: string,
  officeIds: readonly string[],
): Promise<ApplicationRecord | null> {
  return manager.findOneBy(ApplicationRecord, { id, officeId: In([...officeIds]) });
}

/** No application has an id before this one: where a walk through all of them begins. */
export const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** The next applications of all offices in the order of their ids, for walks through all of them. */
export function applicationsAfter(
  manager: EntityManager,
  after: string,
  most: number,
  how: 'locked' | 'unlocked',
): Promise<ApplicationRecord[]> {
  return manager.find(ApplicationRecord, {
    where: { id: MoreThan(after) },
    order: { id: 'ASC' },
    take: most,
    ...(how === 'locked' ? { lock: { mode: 'pessimistic_write' } } : {}),
  });
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

const UNASSIGNED = `"officeId" = $1 AND ${OPEN} AND "handlerAccountId" IS NULL AND "stage" IN ('registered', 'handling')`;

/**
 * 待领取的下一件: of the applications of an office that nobody handles and that may be assigned, the one that falls due
 * first; those that an old ledger left come last. Those that another has in hand are passed over. Its row is locked
 * until the transaction ends.
 */
export async function nextUnassigned(manager: EntityManager, officeId: string): Promise<string | undefined> {
  const [found]: { id: string }[] = await manager.query(
    `SELECT "id" FROM applications
     WHERE ${UNASSIGNED}
     ORDER BY "leftByLedger", "nextDueOn" ASC NULLS LAST, "receivedOn", "number"
     LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [officeId],
  );
  return found?.id;
}

/** How many wait for {@link nextUnassigned}. */
export async function countUnassigned(manager: EntityManager, officeId: string): Promise<number> {
  const [found]: { count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM applications WHERE ${UNASSIGNED}`,
    [officeId],
  );
  return found?.count ?? 0;
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

const JOINT = `names_text(application."jointNames")`;

/**
 * Narrows down to applications whose number, applicants, agent or request holds the fragment; two characters suffice.
 * A whole identity or telephone number finds its applications too, and so do the last four digits of a telephone.
 */
export function havingFragment(
  query: SelectQueryBuilder<ApplicationRecord>,
  fragment: string,
): SelectQueryBuilder<ApplicationRecord> {
  const condition = fragmentCondition(fragment);
  if (!condition) return query;
  const { on, parameters } = condition;
  const wanted = fragmentWanted(fragment);
  const number = numberFingerprint(wanted);
  const tail = tailFingerprint(wanted);
  const agent = pairFingerprints(wanted);
  return query.andWhere(
    `(${on(TEXT)} OR application."idNumberFingerprint" = :number OR application."phoneFingerprint" = :number
      OR (application."jointNames" <> '{}' AND ${on(JOINT)})
      ${agent.length > 0 ? `OR (application."agentPairs" <> '{}' AND application."agentPairs" @> :agent)` : ''}
      ${tail ? 'OR application."phoneTailFingerprint" = :tail' : ''})`,
    { ...parameters, number, tail, agent },
  );
}

/**
 * Of the applications whose first reply is owed and was due before the day, those that an old ledger left and nobody
 * has gone on with.
 */
export async function countOverdueLeftByLedger(
  manager: EntityManager,
  officeIds: readonly string[],
  day: LocalDate,
): Promise<number> {
  const [found]: { count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM applications
     WHERE "officeId" = ANY ($1) AND NOT "replySpared" AND "replyEndedOn" IS NULL AND "replyDueOn" < $2 AND "leftByLedger"`,
    [[...officeIds], day],
  );
  return found?.count ?? 0;
}
