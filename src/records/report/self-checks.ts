import { type EntityManager, In } from 'typeorm';
import type { DrawRule } from '../../domain/review/file-review.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { ApplicationRecord } from '../application/application.js';
import { rowCondition } from '../counting/counted-cases.js';
import { ProceedingRecord } from '../proceeding/proceeding.js';
import { SelfCheckFile, SelfCheckRecord } from './self-check.js';

/** From which files of an office is drawn, and how. */
export interface Draw {
  readonly officeId: string;
  readonly from: LocalDate;
  readonly through: LocalDate;
  readonly rule: DrawRule;
  readonly seed: string;
  readonly wanted: number;
}

/** The files concluded in the days, of the rule: how many there are, and those drawn, in the order of the seed. */
export async function drawFiles(
  manager: EntityManager,
  { officeId, from, through, rule, seed, wanted }: Draw,
): Promise<{ population: number; applicationIds: string[] }> {
  const query = manager
    .createQueryBuilder()
    .from(ApplicationRecord, 'application')
    .where('application.officeId = :officeId', { officeId })
    .andWhere('application.concludedOn BETWEEN :firstDay AND :lastDay', { firstDay: from, lastDay: through });
  const appealed = query
    .subQuery()
    .select('1')
    .from(ProceedingRecord, 'proceeding')
    .where('proceeding.applicationId = application.id');
  const conditions: Readonly<Record<DrawRule, string>> = {
    random: 'TRUE',
    late: 'NOT application.replySpared AND application.replyEndedOn > application.replyDueOn',
    refused: `(${rowCondition('group.refused')} OR ${rowCondition('partial')})`,
    unable: `(${rowCondition('group.unable')} OR ${rowCondition('group.declined')})`,
    appealed: `EXISTS ${appealed.getQuery()}`,
    irregular: 'application.irregularityCount > 0',
  };
  query.andWhere(conditions[rule]);
  const [count] = await query
    .clone()
    .select('COUNT(*)::int', 'population')
    .getRawMany<{ population: number }>();
  const drawn = await query
    .select('application.id', 'id')
    .orderBy('md5(:seed || application.id::text)')
    .setParameter('seed', seed)
    .limit(wanted)
    .getRawMany<{ id: string }>();
  return { population: count?.population ?? 0, applicationIds: drawn.map(({ id }) => id) };
}

/** The self-checks of these offices in a year. */
export const selfChecksOf = (
  manager: EntityManager,
  officeIds: readonly string[],
  year: number,
): Promise<SelfCheckRecord[]> =>
  manager.find(SelfCheckRecord, {
    where: { officeId: In([...officeIds]), year },
    order: { quarter: 'ASC', drawnAt: 'ASC' },
  });

/** How far the files of each self-check are reviewed, by its id. */
export async function reviewedCounts(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly files: number; readonly reviewed: number }>> {
  const rows = await manager.query<{ id: string; files: number; reviewed: number }[]>(
    `SELECT "selfCheckId" AS id, COUNT(*)::int AS files, COUNT("result")::int AS reviewed
     FROM self_check_files WHERE "selfCheckId" = ANY($1) GROUP BY 1`,
    [ids],
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** A file of a self-check as lists show it. */
export type ListedFile = SelfCheckFile & { readonly number: string; readonly content: string };

/** The files of a self-check in the order drawn. */
export async function filesOf(manager: EntityManager, selfCheckId: string): Promise<ListedFile[]> {
  const files = await manager.find(SelfCheckFile, { where: { selfCheckId }, order: { place: 'ASC' } });
  const applications = await manager.find(ApplicationRecord, {
    select: { id: true, number: true, content: true },
    where: { id: In(files.map(({ applicationId }) => applicationId)) },
  });
  const byId = new Map(applications.map((one) => [one.id, one]));
  return files.map((file) => {
    const { number = '', content = '' } = byId.get(file.applicationId) ?? {};
    return Object.assign(file, { number, content });
  });
}
