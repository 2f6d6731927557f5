import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { publicationDueOn } from '../domain/clock/publication.js';
import { today } from '../infrastructure/today.js';
import { applicationById } from '../records/application/applications.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { CatalogueEntry } from '../records/publication/catalogue-entry.js';
import { PublicationRecord } from '../records/publication/publication.js';
import { ProblemException } from '../web/problems.js';
import type { Viewer } from '../web/viewer.js';
import { type Published, addEntry } from './catalogue-keeping.js';

/** The register of what is suggested to be made public (条例第四十四条). Every step is taken once, in its order. */
@Injectable()
export class PublicationKeeping {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** False when the case has given rise to a suggestion already. Throws a 404 problem for a case of another office. */
  async suggest(
    viewer: Viewer,
    applicationId: string,
    { title, reason }: { title: string; reason: string },
  ): Promise<boolean> {
    const { manager } = this.dataSource;
    if (!(await applicationById(manager, applicationId, [viewer.officeId])))
      throw new ProblemException('not-found');
    const inserted = await manager
      .createQueryBuilder()
      .insert()
      .into(PublicationRecord)
      .values({
        id: randomUUID(),
        officeId: viewer.officeId,
        applicationId,
        title,
        reason,
        state: 'suggested',
        suggestedOn: today(),
        suggestedByName: viewer.name,
      })
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  /** Takes it up, with its day by which it is to be public, and a line in the catalogue. False when it was decided meanwhile. */
  include(viewer: Viewer, id: string): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const dueOn = publicationDueOn(await loadCalendar(manager), today());
      const change = { state: 'included', dueOn, ...decidedBy(viewer) } as const;
      if (!(await step(manager, viewer, id, 'suggested', change))) return false;
      const { title } = await manager.findOneByOrFail(PublicationRecord, { id });
      const entry = { title, number: '', basis: 'included', basisOn: today(), publicationId: id } as const;
      await addEntry(manager, viewer, entry);
      return true;
    });
  }

  decline(viewer: Viewer, id: string, decision: string): Promise<boolean> {
    const change = { state: 'declined', decision, ...decidedBy(viewer) } as const;
    return step(this.dataSource.manager, viewer, id, 'suggested', change);
  }

  published(viewer: Viewer, id: string, { publishedOn, address }: Published): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const change = { state: 'published', publishedOn, address } as const;
      if (!(await step(manager, viewer, id, 'included', change))) return false;
      await manager.update(CatalogueEntry, { publicationId: id }, { publishedOn, address });
      return true;
    });
  }
}

/** One statement: of two who press at once, one is told that the other was quicker. */
async function step(
  manager: EntityManager,
  { officeId }: Viewer,
  id: string,
  state: PublicationRecord['state'],
  change: Partial<PublicationRecord>,
): Promise<boolean> {
  const { affected } = await manager.update(PublicationRecord, { id, officeId, state }, change);
  if (affected === 1) return true;
  if (!(await manager.existsBy(PublicationRecord, { id, officeId }))) throw new ProblemException('not-found');
  return false;
}

const decidedBy = ({ name }: Viewer): Pick<PublicationRecord, 'decidedOn' | 'decidedByName'> => ({
  decidedOn: today(),
  decidedByName: name,
});
