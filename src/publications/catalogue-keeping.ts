import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import type { LocalDate } from '../domain/time/local-date.js';
import { now } from '../infrastructure/today.js';
import { CatalogueEntry, type PublicationBasis } from '../records/publication/catalogue-entry.js';
import { PublicationRecord } from '../records/publication/publication.js';
import { ProblemException } from '../web/problems.js';
import type { Viewer } from '../web/viewer.js';

/** A new line of the catalogue. */
export interface NewEntry {
  readonly title: string;
  readonly number: string;
  readonly basis: PublicationBasis;
  readonly basisOn: LocalDate;
  readonly publishedOn?: LocalDate | null;
  readonly address?: string | null;
  readonly supersedes?: string;
  readonly publicationId?: string;
}

export interface Published {
  readonly publishedOn: LocalDate;
  readonly address: string;
}

/** Adds a line; undefined where the line that it changes has been changed already. */
export async function addEntry(
  manager: EntityManager,
  { officeId, name }: Pick<Viewer, 'officeId' | 'name'>,
  entry: NewEntry,
): Promise<string | undefined> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(CatalogueEntry)
    .values({
      publishedOn: null,
      address: null,
      supersedes: null,
      publicationId: null,
      ...entry,
      ...{ id: randomUUID(), officeId, addedByName: name, addedAt: now() },
    })
    .orIgnore()
    .returning('id')
    .execute();
  const [row] = inserted.raw as { id: string }[];
  return row?.id;
}

/** 公开目录 of an office (条例第二十六条): lines are added and published; a change is a line of its own. */
@Injectable()
export class CatalogueKeeping {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  add(viewer: Viewer, entry: NewEntry): Promise<string | undefined> {
    return addEntry(this.dataSource.manager, viewer, entry);
  }

  /** A line of the own office. Throws a 404 problem. */
  async entry({ officeId }: Viewer, id: string): Promise<CatalogueEntry> {
    const entry = await this.dataSource.manager.findOneBy(CatalogueEntry, { id, officeId });
    if (!entry) throw new ProblemException('not-found');
    return entry;
  }

  /** The same information as it was before, the newest first, and the line that has changed it since. */
  async course(entry: CatalogueEntry): Promise<{ before: CatalogueEntry[]; later: CatalogueEntry | null }> {
    const { manager } = this.dataSource;
    const before: CatalogueEntry[] = await manager.query(
      `WITH RECURSIVE earlier AS (
         SELECT * FROM catalogue_entries WHERE id = $1
         UNION ALL
         SELECT one.* FROM catalogue_entries AS one JOIN earlier ON one.id = earlier.supersedes)
       SELECT * FROM earlier ORDER BY "basisOn" DESC, "addedAt" DESC`,
      [entry.supersedes],
    );
    return { before, later: await manager.findOneBy(CatalogueEntry, { supersedes: entry.id }) };
  }

  /** Says where it can be read; a suggestion that it came of is carried out by it. False when another was quicker. */
  published({ officeId }: Viewer, id: string, { publishedOn, address }: Published): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const which = { id, officeId, publishedOn: IsNull() };
      const { affected } = await manager.update(CatalogueEntry, which, { publishedOn, address });
      if (affected !== 1) return false;
      const { publicationId } = await manager.findOneByOrFail(CatalogueEntry, { id });
      if (publicationId) {
        const change = { state: 'published', publishedOn, address } as const;
        await manager.update(PublicationRecord, { id: publicationId, officeId, state: 'included' }, change);
      }
      return true;
    });
  }
}
