import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type LetterKind, letterOf } from '../domain/letter/register.js';
import { chinese, type LocalDate } from '../domain/time/local-date.js';
import { now } from '../infrastructure/today.js';
import { writeAdministrationLine } from '../records/office/administration.js';
import { insertAll } from '../records/inserting.js';
import { LetterWording } from '../records/paper/letter-wording.js';
import { OfficeRecord } from '../records/office/office.js';
import type { Viewer } from '../web/viewer.js';

/** A wording to be kept; `text: null` ends the office's own from that day. */
interface NewWording {
  readonly kind: LetterKind;
  readonly text: string | null;
  readonly effectiveFrom: LocalDate;
  readonly note: string;
}

/** Keeps wordings: each a version of its own, none ever changed. */
@Injectable()
export class WordingKeeping {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Adds a version behind the `last` one that the person has seen; false when somebody else has been quicker. The
   * wording is sound and the office is one that the viewer administers: ask before.
   */
  add(viewer: Viewer, officeId: string, wording: NewWording, last: number): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await holdOffice(manager, officeId);
      const newest = await manager.maximum(LetterWording, 'version', { officeId, kind: wording.kind });
      if ((newest ?? 0) !== last) return false;
      const row: LetterWording = {
        id: randomUUID(),
        officeId,
        ...wording,
        version: last + 1,
        recordedAt: now(),
        byAccountId: viewer.accountId,
        byName: viewer.name,
      };
      await insertAll(manager, LetterWording, [row]);
      const { title } = letterOf(wording.kind);
      const told =
        wording.text === null
          ? `《${title}》的措辞自${chinese(wording.effectiveFrom)}起恢复沿用`
          : `《${title}》的措辞改为第 ${row.version} 版，自${chinese(wording.effectiveFrom)}起使用`;
      await writeAdministrationLine(manager, viewer, officeId, told);
      return true;
    });
  }
}

/** Two people who write versions of one office at once come one after the other. */
async function holdOffice(manager: EntityManager, id: string): Promise<void> {
  await manager.findOneOrFail(OfficeRecord, {
    select: { id: true },
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
}
