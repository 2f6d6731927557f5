import type { DataSource, EntityManager } from 'typeorm';
import { movementsOf, proceedingMovements, type Movement } from '../../domain/statistics/movements.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { BEFORE_ALL } from '../application/applications.js';
import { insertAll } from '../inserting.js';
import type { ApplicationVersion } from './application-version.js';
import { CountChange } from './count.js';
import { summedChanges } from './counted-versions.js';
import type { ProceedingVersion } from './proceeding-version.js';
import { placed } from './tallies.js';

/** A sum that the versions do not bear out. */
export interface SumDifference {
  readonly officeId: string;
  readonly flow: string;
  readonly key: readonly string[];
  /** On which calendar and place. */
  readonly place: string;
  readonly stored: number;
  readonly due: number;
}

type Change = Omit<CountChange, 'id'>;
type Version = Pick<ApplicationVersion, 'officeId' | 'knownFrom' | 'knownUntil'>;

/** Versions are read in stretches of so many cases. */
const BATCH = 2000;

function changesOf({ officeId, knownFrom, knownUntil }: Version, movements: readonly Movement[]): Change[] {
  const recorded = (recordedOn: LocalDate, sign: 1 | -1): Change[] =>
    movements.map(({ flow, key, on, amount }) => ({
      ...{ officeId, flow, key: [...key], on, recordedOn },
      amount: sign * amount,
    }));
  return [...recorded(knownFrom, 1), ...(knownUntil === null ? [] : recorded(knownUntil, -1))];
}

/** Everything that the stored versions move, in stretches. */
async function* movedByVersions(manager: EntityManager): AsyncGenerator<Change[]> {
  let after = BEFORE_ALL;
  for (;;) {
    const [bounds] = await manager.query<{ last: string | null }[]>(
      `SELECT max(id::text) AS last FROM (SELECT id FROM applications WHERE id > $1 ORDER BY id LIMIT ${BATCH}) AS one`,
      [after],
    );
    if (!bounds?.last) return;
    const between = [after, bounds.last];
    const applications = await manager.query<ApplicationVersion[]>(
      `SELECT * FROM application_versions WHERE "applicationId" > $1 AND "applicationId" <= $2`,
      between,
    );
    const proceedings = await manager.query<ProceedingVersion[]>(
      `SELECT * FROM proceeding_versions WHERE "applicationId" > $1 AND "applicationId" <= $2`,
      between,
    );
    yield summedChanges([
      ...applications.flatMap((version) => changesOf(version, movementsOf(version))),
      ...proceedings.flatMap((version) => changesOf(version, proceedingMovements(version))),
    ]);
    after = bounds.last;
  }
}

/** Makes all sums anew from the versions. Nobody may change cases meanwhile: the table of changes is locked. */
export async function refillCounts(dataSource: DataSource): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query('LOCK TABLE count_changes, counts IN EXCLUSIVE MODE');
    await manager.query('DELETE FROM counts');
    await manager.query('DELETE FROM count_changes');
    for await (const changes of movedByVersions(manager)) await insertAll(manager, CountChange, changes);
    // Summed in one statement into the empty table: folding batch after batch would touch each sum once a batch. In the
    // order in which they are read, as they come to lie by folding day after day.
    await manager.query(
      `INSERT INTO counts ("officeId", axis, grain, at, month, flow, key, amount)
       ${placed('count_changes')} ORDER BY 1, 2, 3, 4`,
    );
    await manager.query('DELETE FROM count_changes');
  });
}

/** Compares every sum with what the versions move, in one snapshot; the first `most` differences. */
export function differingSums(dataSource: DataSource, most: number): Promise<SumDifference[]> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    await manager.query(
      `CREATE TEMPORARY TABLE moved ("officeId" uuid, flow text, key text[], "on" date, "recordedOn" date, amount int)
       ON COMMIT DROP`,
    );
    for await (const changes of movedByVersions(manager)) {
      await manager.query(`INSERT INTO moved SELECT * FROM json_populate_recordset(NULL::moved, $1)`, [
        JSON.stringify(changes),
      ]);
    }
    return manager.query<SumDifference[]>(
      `SELECT "officeId", flow, key, axis || ' ' || grain || ' ' || at || ' ' || month AS place,
              sum(stored)::int AS stored, sum(due)::int AS due
       FROM (
         SELECT "officeId", axis, grain, at, month, flow, key, amount AS stored, 0 AS due FROM counts
         UNION ALL SELECT "officeId", axis, grain, at, month, flow, key, amount, 0 FROM (${placed('count_changes')}) AS pending
         UNION ALL SELECT "officeId", axis, grain, at, month, flow, key, 0, amount FROM (${placed('moved')}) AS expected
       ) AS sums
       GROUP BY "officeId", axis, grain, at, month, flow, key
       HAVING sum(stored) <> sum(due) ORDER BY 1, 2, 3, 4 LIMIT $1`,
      [most],
    );
  });
}
