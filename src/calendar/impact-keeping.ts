import { type EntityManager, In } from 'typeorm';
import { countedState } from '../casework/counted.js';
import type { Derived } from '../casework/derivation.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { dayOf } from '../infrastructure/today.js';
import { ApplicationRecord } from '../records/application/application.js';
import { countedInForce, keepCounted } from '../records/counting/counted-versions.js';
import { DueDateMove } from '../records/calendar/due-date-move.js';
import { insertAll } from '../records/inserting.js';
import { ProceedingRecord } from '../records/proceeding/proceeding.js';
import { WakeRecord } from '../records/application/wake.js';
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
  await keepCountedAnew(manager, changed, dayOf(confirmation.at));
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

/** Days that moved move counts with them: what is overdue, and what was replied to in time. */
async function keepCountedAnew(
  manager: EntityManager,
  changed: readonly { keys: { applicationId: string; officeId: string }; derived: Derived }[],
  on: LocalDate,
): Promise<void> {
  const before = await countedInForce(
    manager,
    changed.map(({ keys }) => keys.applicationId),
  );
  const counted = changed.flatMap(({ keys, derived }) => {
    const known = before.get(keys.applicationId);
    if (!known) return [];
    return [{ ...keys, before: known, after: [{ on, state: countedState(derived, known.application) }] }];
  });
  await keepCounted(manager, counted);
}
