import type { EntityManager } from 'typeorm';
import {
  type CountedApplication,
  type CountedProceeding,
  type Movement,
  endedTimingOf,
  movementsOf,
  proceedingMovements,
} from '../../domain/statistics/movements.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { insertAll } from '../inserting.js';
import { ApplicationVersion } from './application-version.js';
import { CountChange } from './count.js';
import { ProceedingVersion } from './proceeding-version.js';

/** A case as it is counted. */
export interface CountedState {
  readonly application: CountedApplication;
  readonly proceedings: readonly (CountedProceeding & { readonly state: string })[];
}

/** The same with the day from whose end it was known. */
export interface KnownState {
  readonly on: LocalDate;
  readonly state: CountedState;
}

/** A case whose count changes: what was in force, and what came in its place; the last one holds. */
export interface CountedChange {
  readonly applicationId: string;
  readonly officeId: string;
  /** Undefined for a case that was never counted: it alone may come with several days at once. */
  readonly before?: CountedState | undefined;
  readonly after: readonly KnownState[];
}

type ApplicationRow = Pick<ApplicationVersion, keyof ApplicationVersion>;
type ProceedingRow = Pick<ProceedingVersion, keyof ProceedingVersion>;

interface Rows {
  readonly applications: ApplicationRow[];
  readonly proceedings: ProceedingRow[];
  readonly changes: Omit<CountChange, 'id'>[];
}

/**
 * Writes what is known of these cases from now on, and what that moves. Call it in the transaction that changes the
 * cases, under their locks. What is counted as before writes nothing.
 */
export async function keepCounted(manager: EntityManager, cases: readonly CountedChange[]): Promise<void> {
  const rows: Rows = { applications: [], proceedings: [], changes: [] };
  for (const one of cases) addRows(rows, one);
  await closeVersions(manager, cases, rows.applications);
  await insertAll(manager, ApplicationVersion, rows.applications);
  await insertAll(manager, ProceedingVersion, rows.proceedings);
  await insertAll(manager, CountChange, summedChanges(rows.changes));
}

function addRows(rows: Rows, change: CountedChange): void {
  rows.applications.push(...applicationRows(change));
  rows.proceedings.push(...proceedingRows(change));
  rows.changes.push(...changesBy(change));
}

/** What was known before each of the days: the state in force at first, then the day before it. */
const withEarlier = ({
  before,
  after,
}: CountedChange): readonly (readonly [CountedState | undefined, KnownState])[] =>
  after.map((known, i) => [after[i - 1]?.state ?? before, known]);

function applicationRows(change: CountedChange): ApplicationRow[] {
  const { applicationId, officeId } = change;
  const rows: ApplicationRow[] = [];
  for (const [earlier, { on: knownFrom, state }] of withEarlier(change)) {
    if (earlier && sameApplication(earlier.application, state.application)) continue;
    const last = rows.at(-1);
    if (last) last.knownUntil = knownFrom;
    const columns = applicationColumns(state.application);
    rows.push({ ...columns, applicationId, officeId, knownFrom, knownUntil: null });
  }
  return rows;
}

function proceedingRows(change: CountedChange): ProceedingRow[] {
  const { applicationId, officeId } = change;
  const rows: ProceedingRow[] = [];
  for (const [earlier, { on: knownFrom, state }] of withEarlier(change)) {
    const known = earlier?.proceedings ?? [];
    for (const gone of known.filter((one) => !isAmong(state.proceedings, one))) {
      const row = rows.findLast(({ number }) => number === gone.number);
      if (row) row.knownUntil = knownFrom;
    }
    for (const proceeding of state.proceedings.filter((one) => !isAmong(known, one))) {
      const columns = proceedingColumns(proceeding);
      rows.push({ ...columns, applicationId, officeId, knownFrom, knownUntil: null });
    }
  }
  return rows;
}

/** What the change moves in the counts: the new state comes, the one before it goes. */
const changesBy = (change: CountedChange): Omit<CountChange, 'id'>[] =>
  withEarlier(change).flatMap(([earlier, { on: recordedOn, state }]) => {
    const moved = (of: CountedState | undefined, sign: 1 | -1): Omit<CountChange, 'id'>[] =>
      movementsOfCase(of).map(({ flow, key, on, amount }) => ({
        ...{ officeId: change.officeId, flow, key: [...key], on, recordedOn },
        amount: sign * amount,
      }));
    return [...moved(state, 1), ...moved(earlier, -1)];
  });

const movementsOfCase = (state: CountedState | undefined): Movement[] =>
  state ? [...movementsOf(state.application), ...state.proceedings.flatMap(proceedingMovements)] : [];

/** Ends the versions that do not hold any longer; one that was written on the same day gives way. */
async function closeVersions(
  manager: EntityManager,
  cases: readonly CountedChange[],
  applications: readonly ApplicationRow[],
): Promise<void> {
  const renewed = new Set(applications.map(({ applicationId }) => applicationId));
  const given = cases.flatMap(({ applicationId, before, after }) => {
    const [first] = after;
    if (!first || !before) return [];
    const now = after.at(-1)?.state.proceedings ?? [];
    const numbers = before.proceedings.filter((one) => !isAmong(now, one)).map(({ number }) => number);
    return [{ applicationId, on: first.on, renewed: renewed.has(applicationId), numbers }];
  });
  const ending = given.filter((one) => one.renewed || one.numbers.length > 0);
  if (ending.length === 0) return;
  await manager.query(
    `WITH given AS (
       SELECT * FROM json_to_recordset($1) AS given ("applicationId" uuid, "on" date, renewed boolean, numbers text[])
     ), closed AS (
       UPDATE application_versions AS version SET "knownUntil" = given."on" FROM given
       WHERE given.renewed AND version."applicationId" = given."applicationId"
         AND version."knownUntil" IS NULL AND version."knownFrom" < given."on"
     ), replaced AS (
       DELETE FROM application_versions AS version USING given
       WHERE given.renewed AND version."applicationId" = given."applicationId" AND version."knownFrom" >= given."on"
     ), "closedProceedings" AS (
       UPDATE proceeding_versions AS version SET "knownUntil" = given."on" FROM given
       WHERE version."applicationId" = given."applicationId" AND version."number" = ANY (given.numbers)
         AND version."knownUntil" IS NULL AND version."knownFrom" < given."on"
     )
     DELETE FROM proceeding_versions AS version USING given
     WHERE version."applicationId" = given."applicationId" AND version."number" = ANY (given.numbers)
       AND version."knownFrom" >= given."on"`,
    [JSON.stringify(ending)],
  );
}

/** The columns that the state says, with those that lists are found by. */
export function applicationColumns(
  application: CountedApplication,
): Omit<ApplicationRow, 'applicationId' | 'officeId' | 'knownFrom' | 'knownUntil'> {
  const { applicantKind, receivedOn, concludedOn, resultRow, replyDueOn, replyEndedOn } = application;
  return {
    applicantKind,
    receivedOn,
    concludedOn,
    resultRow,
    replyDueOn,
    replyEndedOn,
    replySpared: application.replySpared,
    timing: endedTimingOf(application),
    workdaysTaken: application.workdaysTaken,
    signs: [...application.signs],
    handlerAccountId: application.handlerAccountId,
  };
}

/** The same of a proceeding. */
export function proceedingColumns(
  proceeding: CountedState['proceedings'][number],
): Omit<ProceedingRow, 'applicationId' | 'officeId' | 'knownFrom' | 'knownUntil'> {
  const { number, kind, route, state, openedOn, concludedOn } = proceeding;
  const { appealColumn, result, organ, replyRow, counted } = proceeding;
  return {
    number,
    kind,
    route,
    state,
    openedOn,
    concludedOn,
    appealColumn,
    result,
    organ,
    replyRow,
    counted,
  };
}

const sameApplication = (a: CountedApplication, b: CountedApplication): boolean =>
  JSON.stringify(applicationColumns(a)) === JSON.stringify(applicationColumns(b));

/** Whether the proceeding stands in the list under its number, and just as it is. */
function isAmong(list: CountedState['proceedings'], one: CountedState['proceedings'][number]): boolean {
  const same = list.find(({ number }) => number === one.number);
  return (
    same !== undefined && JSON.stringify(proceedingColumns(same)) === JSON.stringify(proceedingColumns(one))
  );
}

/** Movements that cancel one another are left out, equal ones added up: many cases in one transaction move alike. */
export function summedChanges(changes: readonly Omit<CountChange, 'id'>[]): Omit<CountChange, 'id'>[] {
  const sums = new Map<string, Omit<CountChange, 'id'>>();
  for (const change of changes) {
    const { officeId, flow, key, on, recordedOn, amount } = change;
    const place = JSON.stringify([officeId, flow, key, on, recordedOn]);
    const known = sums.get(place);
    if (known) known.amount += amount;
    else sums.set(place, { ...change });
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0);
}

/** What is in force of these cases, by application. A case without an entry has never been counted. */
export async function countedInForce(
  manager: EntityManager,
  applicationIds: readonly string[],
): Promise<Map<string, CountedState>> {
  const rows = await manager.query<{ application: ApplicationRow; proceedings: ProceedingRow[] | null }[]>(
    `SELECT to_json(version) AS application,
            (SELECT json_agg(proceeding) FROM proceeding_versions AS proceeding
             WHERE proceeding."applicationId" = version."applicationId" AND proceeding."knownUntil" IS NULL) AS proceedings
     FROM application_versions AS version
     WHERE version."applicationId" = ANY ($1) AND version."knownUntil" IS NULL`,
    [[...applicationIds]],
  );
  return new Map(
    rows.map(({ application, proceedings }) => [
      application.applicationId,
      { application, proceedings: proceedings ?? [] },
    ]),
  );
}
