import { type DataSource, type EntityManager, In } from 'typeorm';
import { defaultPolicy } from '../domain/clock/consultations.js';
import type { ActRecord } from '../records/application/act.js';
import { ApplicationRecord } from '../records/application/application.js';
import { ApplicationVersion } from '../records/counting/application-version.js';
import { BEFORE_ALL, applicationsAfter } from '../records/application/applications.js';
import { type CalendarsByDay, calendarsByDay } from '../records/calendar/calendars.js';
import { canonicalJson } from '../records/application/chain.js';
import { type SumDifference, differingSums, refillCounts } from '../records/counting/count-sums.js';
import {
  type CountedState,
  type KnownState,
  applicationColumns,
  countedInForce,
  keepCounted,
  proceedingColumns,
} from '../records/counting/counted-versions.js';
import { logsOf } from '../records/application/logs.js';
import { clockPoliciesOf } from '../records/office/office-policy.js';
import { ProceedingVersion } from '../records/counting/proceeding-version.js';
import { knownHistory } from './counted.js';

/** What a full recount found. */
export interface Recounted {
  readonly applications: number;
  /** Numbers of applications whose stored versions differ from a replay, the first ones. */
  readonly versions: readonly string[];
  readonly sums: readonly SumDifference[];
}

interface RecountOrder {
  readonly mend?: boolean;
  readonly most?: number;
  readonly onProgress?: (applications: number) => void;
}

const BATCH = 200;

/**
 * Replays every log for the end of every day on which it grew, compares the versions that are stored, and then every
 * sum with the versions. With `mend` what differs is put right. `most` differences of each kind are named. `onProgress` is
 * told how many applications were replayed.
 */
export async function recount(
  dataSource: DataSource,
  { mend = false, most = 20, onProgress }: RecountOrder = {},
): Promise<Recounted> {
  const calendars = await calendarsByDay(dataSource.manager);
  const versions: string[] = [];
  let applications = 0;
  for (let after = BEFORE_ALL; ;) {
    const batch = await dataSource.transaction(mend ? 'READ COMMITTED' : 'REPEATABLE READ', (manager) =>
      recountBatch(manager, after, calendars, mend),
    );
    applications += batch.ids.length;
    versions.push(...batch.differing.slice(0, most - versions.length));
    const last = batch.ids.at(-1);
    if (last === undefined) break;
    onProgress?.(applications);
    after = last;
  }
  const sums = await differingSums(dataSource, most);
  if (mend && sums.length > 0) await refillCounts(dataSource);
  return { applications, versions, sums };
}

async function recountBatch(
  manager: EntityManager,
  after: string,
  calendars: CalendarsByDay,
  mend: boolean,
): Promise<{ ids: readonly string[]; differing: readonly string[] }> {
  const applications = await applicationsAfter(manager, after, BATCH, mend ? 'locked' : 'unlocked');
  const ids = applications.map(({ id }) => id);
  const logs = await logsOf(manager, ids);
  const stored = await storedVersions(manager, ids);
  const policies = await clockPoliciesOf(
    manager,
    applications.map(({ officeId }) => officeId),
  );
  const differing: ApplicationRecord[] = [];
  for (const application of applications) {
    const { id, officeId } = application;
    const policy = policies.get(officeId) ?? defaultPolicy;
    const history = knownHistory(logs.get(id) ?? [], application, calendars, policy);
    const same = sameVersions(stored.get(id) ?? [], versionsIn(history));
    if (same) continue;
    differing.push(application);
    if (mend) await keepAnew(manager, application, history);
  }
  return { ids, differing: differing.map(({ number }) => number) };
}

/** A stretch of time in which one thing was known, as text: what, from when, until when. */
interface Stretch {
  readonly what: string;
  readonly says: string;
  readonly from: string;
  readonly until: string | null;
}

async function storedVersions(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Stretch[]>> {
  const where = { applicationId: In([...ids]) };
  const order = { knownFrom: 'ASC' } as const;
  const byId = new Map<string, Stretch[]>(ids.map((id) => [id, []]));
  const add = (id: string, stretch: Stretch): void => {
    byId.get(id)?.push(stretch);
  };
  for (const row of await manager.find(ApplicationVersion, { where, order })) {
    const says = applicationSays(row, row.knownUntil === null);
    add(row.applicationId, { what: '', says, from: row.knownFrom, until: row.knownUntil });
  }
  for (const row of await manager.find(ProceedingVersion, { where, order })) {
    const says = canonicalJson(proceedingColumns(row));
    add(row.applicationId, { what: row.number, says, from: row.knownFrom, until: row.knownUntil });
  }
  return byId;
}

/** Who handled a case in the past is in no act: of versions that are gone by, the handler is not compared. */
function applicationSays(application: CountedState['application'], holds: boolean): string {
  const { handlerAccountId, ...columns } = applicationColumns(application);
  return canonicalJson({ ...columns, ...(holds ? { handlerAccountId } : {}) });
}

function versionsIn(history: readonly KnownState[]): Stretch[] {
  return history.flatMap(({ on, state }, i) => {
    const next = history[i + 1]?.on ?? null;
    const range = { from: on, until: next };
    return [
      { what: '', says: applicationSays(state.application, next === null), ...range },
      ...state.proceedings.map((one) => ({
        what: one.number,
        says: canonicalJson(proceedingColumns(one)),
        ...range,
      })),
    ];
  });
}

/** Whether both say the same of every day: stretches that follow on one another and say the same are one. */
function sameVersions(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  return canonicalJson(joined(a)) === canonicalJson(joined(b));
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const sorted = [...stretches].sort((a, b) => (a.what + a.from < b.what + b.from ? -1 : 1));
  const result: Stretch[] = [];
  for (const one of sorted) {
    const last = result.at(-1);
    const follows = last?.what === one.what && last.until === one.from;
    if (last && follows && (last.says === one.says || isHeldAlike(last, one))) {
      result.splice(-1, 1, { ...one, from: last.from });
    } else result.push(one);
  }
  return result;
}

/** The same but for the handler, which only the version that holds names. */
const isHeldAlike = (gone: Stretch, holds: Stretch): boolean => {
  if (holds.until !== null || gone.what !== '') return false;
  const { handlerAccountId: _, ...columns } = JSON.parse(holds.says) as Record<string, unknown>;
  return gone.says === canonicalJson(columns);
};

/** Puts the versions of a case right. What it moved stays in the sums, which are therefore made anew at the end. */
async function keepAnew(
  manager: EntityManager,
  { id: applicationId, officeId }: ApplicationRecord,
  after: readonly KnownState[],
): Promise<void> {
  await manager.delete(ApplicationVersion, { applicationId });
  await manager.delete(ProceedingVersion, { applicationId });
  await keepCounted(manager, [{ applicationId, officeId, after }]);
}

/** Counts cases that were never counted: those of a database from before there were counts. Answers how many. */
export async function countUncounted(dataSource: DataSource): Promise<number> {
  const calendars = await calendarsByDay(dataSource.manager);
  let counted = 0;
  for (;;) {
    const missing = await dataSource.query<{ id: string }[]>(
      `SELECT id FROM applications AS application
       WHERE NOT EXISTS (SELECT FROM application_versions WHERE "applicationId" = application.id) LIMIT ${BATCH}`,
    );
    if (missing.length === 0) return counted;
    const done = await dataSource.transaction((manager) =>
      countFirst(
        manager,
        missing.map(({ id }) => id),
        calendars,
      ),
    );
    if (done === 0) return counted;
    counted += done;
  }
}

async function countFirst(
  manager: EntityManager,
  wanted: readonly string[],
  calendars: CalendarsByDay,
): Promise<number> {
  const applications = await manager.find(ApplicationRecord, {
    where: { id: In([...wanted]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const ids = applications.map(({ id }) => id);
  const known = await countedInForce(manager, ids);
  const logs: Map<string, ActRecord[]> = await logsOf(manager, ids);
  const uncounted = applications.filter(({ id }) => !known.has(id));
  const policies = await clockPoliciesOf(
    manager,
    uncounted.map(({ officeId }) => officeId),
  );
  for (const application of uncounted) {
    const { id: applicationId, officeId } = application;
    const policy = policies.get(officeId) ?? defaultPolicy;
    const after = knownHistory(logs.get(applicationId) ?? [], application, calendars, policy);
    await keepCounted(manager, [{ applicationId, officeId, after }]);
  }
  return uncounted.length;
}
