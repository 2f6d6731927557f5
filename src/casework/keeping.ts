import type { EntityManager } from 'typeorm';
import { dayOf } from '../infrastructure/today.js';
import { ActRecord } from '../records/application/act.js';
import { ApplicationRecord } from '../records/application/application.js';
import { countedInForce, keepCounted } from '../records/counting/counted-versions.js';
import { insertAll } from '../records/inserting.js';
import { LetterRecord } from '../records/paper/letter.js';
import { ProceedingRecord } from '../records/proceeding/proceeding.js';
import { WakeRecord } from '../records/application/wake.js';
import type { ApplicantColumns } from './applicant-written.js';
import { type CaseInHand, derivedOf } from './case-in-hand.js';
import { type BesideActs, countedFirst, countedState } from './counted.js';
import type { Derived } from './derivation.js';
import { sealWhereNoticed } from './file-sealing.js';
import { recallStruck } from './recalling.js';

/** Columns of an application that are not read off its acts and that an act changes. */
export type Changes = Partial<Pick<ApplicationRecord, 'handlerAccountId'> & ApplicantColumns>;

/** Stores what was added to a known case and makes its row, proceedings and wakes equal to the log. */
export async function keepKnown(
  manager: EntityManager,
  held: CaseInHand,
  application: ApplicationRecord,
  changes: Changes,
): Promise<void> {
  const derived = derivedOf(held);
  const keys = { applicationId: held.applicationId, officeId: held.officeId };
  await insertAll(manager, ActRecord, held.added);
  await manager.update(ApplicationRecord, { id: held.applicationId }, { ...derived.caches, ...changes });
  await replaceReadModels(manager, keys, derived);
  await keepCountedAnew(manager, held, {
    applicantKind: changes.applicantKind ?? application.applicantKind,
    handlerAccountId:
      changes.handlerAccountId === undefined ? application.handlerAccountId : changes.handlerAccountId,
  });
  await insertAll(manager, LetterRecord, held.letters);
  await recallStruck(manager, held);
  await sealWhereNoticed(manager, held);
}

/** What is known of a case from the day of its last act on, and what that moves in the counts. */
async function keepCountedAnew(manager: EntityManager, held: CaseInHand, beside: BesideActs): Promise<void> {
  const { applicationId, officeId, log } = held;
  const last = log.at(-1);
  if (!last) return;
  const before = (await countedInForce(manager, [applicationId])).get(applicationId);
  if (!before) {
    await keepCounted(manager, await countedFirst(manager, [{ row: beside, held }]));
    return;
  }
  const after = [{ on: dayOf(last.recordedAt), state: countedState(derivedOf(held), beside) }];
  await keepCounted(manager, [{ applicationId, officeId, before, after }]);
}

/** Makes the wakes of a case equal to what is given, where no act came: they were written under other rules. */
export async function keepWakes(
  manager: EntityManager,
  { applicationId, officeId }: CaseInHand,
  wakes: Derived['wakes'],
): Promise<void> {
  await manager.delete(WakeRecord, { applicationId });
  await insertAll(
    manager,
    WakeRecord,
    wakes.map((wake) => ({ ...wake, applicationId, officeId })),
  );
}

/** Makes proceedings and wakes equal to what is given. */
async function replaceReadModels(
  manager: EntityManager,
  keys: { applicationId: string; officeId: string },
  { proceedings, wakes }: Derived,
): Promise<void> {
  const { applicationId } = keys;
  // One statement for both: at the desk an act takes about as long as it has statements.
  await manager.query(
    `WITH wakes AS (DELETE FROM "wakes" WHERE "applicationId" = $1)
     DELETE FROM "proceedings" WHERE "applicationId" = $1`,
    [applicationId],
  );
  await insertAll(
    manager,
    WakeRecord,
    wakes.map((wake) => ({ ...wake, ...keys })),
  );
  await insertAll(
    manager,
    ProceedingRecord,
    proceedings.map((proceeding) => ({ ...proceeding, ...keys })),
  );
}

/** Stores new cases with everything that belongs to them, a few statements for all of them together. */
export async function keepNew(
  manager: EntityManager,
  cases: readonly { readonly row: ApplicationRecord; readonly held: CaseInHand }[],
): Promise<void> {
  const derived = cases.map(({ held }) => ({
    keys: { applicationId: held.applicationId, officeId: held.officeId },
    ...derivedOf(held),
  }));
  await insertAll(
    manager,
    ApplicationRecord,
    cases.map(({ row }) => row),
  );
  await insertAll(
    manager,
    ActRecord,
    cases.flatMap(({ held }) => held.added),
  );
  await insertAll(
    manager,
    WakeRecord,
    derived.flatMap(({ keys, wakes }) => wakes.map((wake) => ({ ...wake, ...keys }))),
  );
  await insertAll(
    manager,
    ProceedingRecord,
    derived.flatMap(({ keys, proceedings }) => proceedings.map((proceeding) => ({ ...proceeding, ...keys }))),
  );
  await insertAll(
    manager,
    LetterRecord,
    cases.flatMap(({ held }) => held.letters),
  );
  await keepCounted(manager, await countedFirst(manager, cases));
  for (const { held } of cases) await sealWhereNoticed(manager, held);
}
