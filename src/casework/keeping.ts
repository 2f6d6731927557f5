import type { EntityManager } from 'typeorm';
import { ActRecord } from '../records/act.js';
import { ApplicationRecord } from '../records/application.js';
import { insertAll } from '../records/inserting.js';
import { LetterRecord } from '../records/letter.js';
import { ProceedingRecord } from '../records/proceeding.js';
import { WakeRecord } from '../records/wake.js';
import { type CaseInHand, derivedOf } from './case-in-hand.js';
import type { Derived } from './derivation.js';
import { sealWhereNoticed } from './file-sealing.js';
import { recallStruck } from './recalling.js';

/** Stores what was added to a known case and makes its row, proceedings and wakes equal to the log. */
export async function keepKnown(
  manager: EntityManager,
  held: CaseInHand,
  changes: Partial<Pick<ApplicationRecord, 'handlerAccountId'>>,
): Promise<void> {
  const derived = derivedOf(held);
  const keys = { applicationId: held.applicationId, officeId: held.officeId };
  await insertAll(manager, ActRecord, held.added);
  await manager.update(ApplicationRecord, { id: held.applicationId }, { ...derived.caches, ...changes });
  await replaceReadModels(manager, keys, derived);
  await insertAll(manager, LetterRecord, held.letters);
  await recallStruck(manager, held);
  await sealWhereNoticed(manager, held);
}

/** Makes proceedings and wakes equal to what is given. */
export async function replaceReadModels(
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
  const derived = cases.map(({ held: { applicationId, officeId, ...held } }) => ({
    keys: { applicationId, officeId },
    ...derivedOf({ applicationId, officeId, ...held }),
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
  for (const { held } of cases) await sealWhereNoticed(manager, held);
}
