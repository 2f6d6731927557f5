import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { type ReplyTiming, replyTimings } from '../domain/statistics/reply-timing.js';
import { ApplicationRecord } from './application.js';
import { type CountedYear, ofOffices, yearParameters } from './counted-cases.js';

/** The first reply was owed at some time of the year: an application counts until the duty has ended. */
const owedInYear =
  '(application.receivedOn <= :lastDay AND (application.replyEndedOn IS NULL OR application.replyEndedOn >= :firstDay))';

/** {@link ReplyTiming} at the end of the day asked for, as `timingOf` of the domain reads it. */
const timingExpression = `CASE
  WHEN application.replyEndedOn IS NULL OR application.replyEndedOn > :lastDay
    THEN CASE WHEN application.replyDueOn < :lastDay THEN 'overdue' ELSE 'runningInTime' END
  WHEN application.replySpared THEN 'spared'
  WHEN application.replyEndedOn <= application.replyDueOn THEN 'inTime'
  ELSE 'late' END`;

export interface CountedTiming {
  readonly officeId: string;
  readonly timing: ReplyTiming;
  readonly count: number;
}

/** The two parts of {@link owedInYear}: apart, each is one stretch of an index that holds all it needs. */
const byEnding = ['application.replyEndedOn >= :firstDay', 'application.replyEndedOn IS NULL'];

/** How the applications of each office stand to the day by which they were to be answered. */
export async function countReplyTimings(
  manager: EntityManager,
  counted: CountedYear,
): Promise<CountedTiming[]> {
  const parts = byEnding.map((part) =>
    manager
      .createQueryBuilder()
      .from(ApplicationRecord, 'application')
      .select('application.officeId', 'officeId')
      .addSelect(timingExpression, 'timing')
      .addSelect('COUNT(*)::int', 'count')
      .where(ofOffices('application'))
      .andWhere(part)
      .andWhere('application.receivedOn <= :lastDay')
      .groupBy('1, 2')
      .setParameters(yearParameters(counted))
      .getRawMany<CountedTiming>(),
  );
  return (await Promise.all(parts)).flat();
}

/** Narrows a list of applications to those of one timing. */
export function ofTiming<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  counted: CountedYear,
  timing: ReplyTiming,
): SelectQueryBuilder<T> {
  return query
    .andWhere(ofOffices('application'))
    .andWhere(owedInYear)
    .andWhere(`${timingExpression} = :timing`, { timing })
    .setParameters(yearParameters(counted));
}

export const isReplyTiming = (text: unknown): text is ReplyTiming =>
  typeof text === 'string' && Object.hasOwn(replyTimings, text);
