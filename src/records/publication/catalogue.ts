import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { fragmentCondition } from '../fragments.js';
import { CatalogueEntry } from './catalogue-entry.js';

const TEXT = `catalogue_text(entry."title", entry."number")`;

type Entries = SelectQueryBuilder<CatalogueEntry>;

const entriesOf = (manager: EntityManager, officeId: string): Entries =>
  manager.createQueryBuilder(CatalogueEntry, 'entry').where('entry.officeId = :officeId', { officeId });

function holding(query: Entries, fragment: string): Entries {
  const condition = fragmentCondition(fragment);
  return condition ? query.andWhere(condition.on(TEXT), condition.parameters) : query;
}

/** What the catalogue of an office is narrowed down to. */
export interface CatalogueAsked {
  readonly q: string;
  readonly state?: 'waiting' | 'published' | undefined;
}

/** The lines that hold, what is still to be published first, the first due in front. */
export function currentEntries(
  manager: EntityManager,
  officeId: string,
  { q, state }: CatalogueAsked,
): Entries {
  const query = holding(entriesOf(manager, officeId), q).andWhere(
    'NOT EXISTS (SELECT FROM catalogue_entries AS later WHERE later.supersedes = entry.id)',
  );
  if (state === 'waiting') query.andWhere('entry.publishedOn IS NULL');
  if (state === 'published') query.andWhere('entry.publishedOn IS NOT NULL');
  return query
    .orderBy('entry.publishedOn', 'DESC', 'NULLS FIRST')
    .addOrderBy('entry.basisOn', 'ASC')
    .addOrderBy('entry.id', 'ASC');
}

/** What can be read: published, and no later version of it is. */
export function publishedEntries(manager: EntityManager, officeId: string, q: string): Entries {
  return holding(entriesOf(manager, officeId), q)
    .andWhere('entry.publishedOn IS NOT NULL')
    .andWhere(
      `NOT EXISTS (SELECT FROM catalogue_entries AS later
        WHERE later.supersedes = entry.id AND later."publishedOn" IS NOT NULL)`,
    )
    .orderBy('entry.publishedOn', 'DESC')
    .addOrderBy('entry.id', 'ASC');
}

const LEAST_ALIKE = 0.2;

/** Of what can be read, that whose name comes nearest to a request. */
export function entriesLike(
  manager: EntityManager,
  officeId: string,
  request: string,
  most: number,
): Promise<CatalogueEntry[]> {
  const likeness = 'word_similarity(request_core(entry.title), request_core(:request))';
  return publishedEntries(manager, officeId, '')
    .andWhere(`${likeness} >= :least`, { request, least: LEAST_ALIKE })
    .orderBy(likeness, 'DESC')
    .addOrderBy('entry.id', 'ASC')
    .take(most)
    .getMany();
}

/** What an office has yet to publish: how much, and the line that falls due first. */
export async function firstToPublish(
  manager: EntityManager,
  officeId: string,
): Promise<{ readonly count: number; readonly first: CatalogueEntry } | undefined> {
  const query = currentEntries(manager, officeId, { q: '', state: 'waiting' });
  const [[first], count] = await query.take(1).getManyAndCount();
  return first ? { count, first } : undefined;
}
