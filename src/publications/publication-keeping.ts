import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { publicationDueOn } from '../domain/clock/publication.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import { applicationById } from '../records/applications.js';
import { loadCalendar } from '../records/calendars.js';
import { PublicationRecord } from '../records/publication.js';
import { ProblemException } from '../web/problems.js';
import type { Viewer } from '../web/viewer.js';

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

  /** Takes it up, with its day by which it is to be public. False when it was decided meanwhile. */
  async include(viewer: Viewer, id: string): Promise<boolean> {
    const dueOn = publicationDueOn(await loadCalendar(this.dataSource.manager), today());
    return this.step(viewer, id, 'suggested', { state: 'included', dueOn, ...decidedBy(viewer) });
  }

  decline(viewer: Viewer, id: string, decision: string): Promise<boolean> {
    return this.step(viewer, id, 'suggested', { state: 'declined', decision, ...decidedBy(viewer) });
  }

  published(
    viewer: Viewer,
    id: string,
    { publishedOn, address }: { publishedOn: LocalDate; address: string },
  ): Promise<boolean> {
    return this.step(viewer, id, 'included', { state: 'published', publishedOn, address });
  }

  /** One statement: of two who press at once, one is told that the other was quicker. */
  private async step(
    { officeId }: Viewer,
    id: string,
    state: PublicationRecord['state'],
    change: Partial<PublicationRecord>,
  ): Promise<boolean> {
    const { manager } = this.dataSource;
    const { affected } = await manager.update(PublicationRecord, { id, officeId, state }, change);
    if (affected === 1) return true;
    if (!(await manager.existsBy(PublicationRecord, { id, officeId })))
      throw new ProblemException('not-found');
    return false;
  }
}

const decidedBy = ({ name }: Viewer): Pick<PublicationRecord, 'decidedOn' | 'decidedByName'> => ({
  decidedOn: today(),
  decidedByName: name,
});
