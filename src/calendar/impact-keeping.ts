import { type EntityManager, In } from 'typeorm';
import { ApplicationRecord } from '../records/application.js';
import { DueDateMove } from '../records/due-date-move.js';
import { insertAll } from '../records/inserting.js';
import { ProceedingRecord } from '../records/proceeding.js';
import { WakeRecord } from '../records/wake.js';
import type { CaseImpact } from './impact.js';

/** Which notice moved the days, when, and who confirmed it. */
export interface Confirmation {
  readonly noticeId: string;
  readonly at: Date;
  readonly byName: string;
}

/** Writes a line for each moved day, and makes rows, wakes and proceedings equal to the new reckoning. */
export async function keepImpacts(
  manager: EntityManager,
  impacts: readonly CaseImpact[],
  confirmation: Confirmation,
): Promise<void> {
  await insertAll(
    manager,
    DueDateMove,
    impacts.flatMap(({ applicationId, officeId, moved }) =>
      moved.map((day) => ({ ...day, applicationId, officeId, ...confirmation })),
    ),
  );
  const changed = impacts.flatMap(({ applicationId, officeId, derived }) =>
    derived ? [{ keys: { applicationId, officeId }, derived }] : [],
  );
  for (const { keys, derived } of changed) {
    await manager.update(ApplicationRecord, { id: keys.applicationId }, derived.caches);
  }
  const ids = changed.map(({ keys }) => keys.applicationId);
  await manager.delete(WakeRecord, { applicationId: In(ids) });
  await manager.delete(ProceedingRecord, { applicationId: In(ids) });
  await insertAll(
    manager,
    WakeRecord,
    changed.flatMap(({ keys, derived }) => derived.wakes.map((wake) => ({ ...wake, ...keys }))),
  );
  await insertAll(
    manager,
    ProceedingRecord,
    changed.flatMap(({ keys, derived }) =>
      derived.proceedings.map((proceeding) => ({ ...proceeding, ...keys })),
    ),
  );
}
