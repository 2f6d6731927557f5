import { DataSource, type EntityManager } from 'typeorm';
import { readAnnualTables } from '../../src/annual-report/annual-tables.js';
import { readBoard } from '../../src/dashboard/board.js';
import { appealGroupIds } from '../../src/domain/statistics/table-four.js';
import { addDays, localDate, yearOf } from '../../src/domain/time/local-date.js';
import { databaseOptions } from '../../src/infrastructure/database.js';
import { today } from '../../src/infrastructure/today.js';
import { countLedger } from '../../src/ledger/ledger-count.js';
import type { LedgerFilter } from '../../src/ledger/ledger-filter.js';
import { ledgerStretch } from '../../src/ledger/ledger-order.js';
import type { ListedYear } from '../../src/records/counting/counted-lists.js';
import { entities } from '../../src/records/entities.js';
import {
  type WantedApplications,
  countApplicationsLike,
  listApplications,
} from '../../src/records/counting/listed-applications.js';
import {
  type WantedProceedings,
  countProceedingsLike,
  listProceedings,
} from '../../src/records/counting/listed-proceedings.js';
import { lossReasonsNamed } from '../../src/records/counting/loss-reasons-named.js';
import { migrations } from '../../src/records/migrations.js';
import { proceedingsOfCell } from '../../src/web/cell-addresses.js';
import { paths, withQuery } from '../../src/web/paths.js';
import { serve } from '../../test/support/program.js';
import type { FreshDatabase } from '../../test/support/temporary-server.js';
import type { Ground } from '../ground.js';
import { type Figure, type Task, compareAll } from '../measuring.js';

const RUNS = 40;
/** The live count reads all acts: at a million cases some seconds each. */
const BASELINE_RUNS = 5;
const LINES = 50;
/** So many pending proceedings the board names. */
const NAMED = 10;
const DAYS_BACK = 400;

/**
 * What leadership sees, as numbers and as whole pages, beside a live count over the acts; lists by themselves also beside
 * finding the same cases live.
 */
export async function statisticsFigures(ground: Ground): Promise<Figure[]> {
  const { database, officeId } = await ground.filled();
  const { manager } = database.dataSource;
  const { get, close } = await pagesOn(database);
  const until = today();
  const year = yearOf(until) - 1;
  const officeIds = [officeId];
  const now: ListedYear = { year: yearOf(until), until, officeIds, axis: 'law' };
  const then = addDays(until, -DAYS_BACK);
  const past: ListedYear = { year: yearOf(then), until: then, officeIds, axis: 'known' };
  const lastYear: ListedYear = { year, until: localDate(`${year}-12-31`), officeIds, axis: 'law' };
  const span = [officeId, `${year}-01-01`, `${year}-12-31`];
  const fourUntil = [officeId, `${year}-12-31`];
  const measured = (
    against: string,
    live: readonly (readonly [sql: string, parameters: readonly unknown[]])[],
    tasks: readonly (readonly [what: string, ours: Task])[],
  ): Promise<Figure[]> =>
    compareAll(
      {
        section: '统计',
        against,
        baseline: () => countedLive(manager, live),
        runs: RUNS,
        baselineRuns: BASELINE_RUNS,
      },
      tasks.map(([what, ours]) => ({ what, ours })),
    );
  const opened =
    (path: string, asked: Record<string, string | number>): Task =>
    () =>
      get(withQuery(path, asked));
  const figures = [
    ...(await measured(
      '从记录现场汇总表三、表四',
      [
        [LIVE_TABLE_THREE, span],
        [LIVE_TABLE_FOUR, fourUntil],
      ],
      [
        ['领导看板的数字', () => boardOf(manager, now, officeId)],
        ['领导看板的数字，回看某日当时所知', () => boardOf(manager, past, officeId)],
        ['年度报告表三、表四', () => readAnnualTables(manager, { year, officeIds })],
        ['领导看板整页', opened(paths.dashboard, {})],
        ['领导看板整页，回看某日当时所知', opened(paths.dashboard, { on: then })],
        ['年度报告整页', opened(paths.annualReport, { year })],
        ['点开“按期答复”整页', opened(paths.countedApplications, { year, what: 'inTime' })],
        ['点开“在办”整页', opened(paths.countedApplications, { what: 'inHand' })],
        ['点开“在办”整页，回看某日当时所知', opened(paths.countedApplications, { on: then, what: 'inHand' })],
        ['点开年报表三“予以公开”整页', opened(paths.ledger, { year, row: 'granted' })],
        [
          '点开年报表四“结果纠正”整页',
          () => get(proceedingsOfCell({ year }, 'reconsideration', 'corrected')),
        ],
        ['点开年报表四“复议总计”整页', () => get(proceedingsOfCell({ year }, 'reconsideration'))],
      ],
    )),
    ...(await measured(
      '从记录现场找出同样的各件',
      [[LIVE_CELL, [...span, LINES]]],
      [
        ['“按期答复”清单', () => listed(manager, lastYear, { what: 'inTime' })],
        ['“在办”清单', () => listed(manager, now, { what: 'inHand' })],
        ['“在办”清单，回看某日当时所知', () => listed(manager, past, { what: 'inHand' })],
        ['“办结”清单', () => listed(manager, lastYear, { what: 'concluded' })],
        ['“用时”清单', () => listed(manager, lastYear, { what: 'took', days: [6, 10] })],
        ['台账中的表三“予以公开”', () => cellOf(manager, officeId, year)],
      ],
    )),
    ...(await measured(
      '从记录现场汇总表四',
      [[LIVE_TABLE_FOUR, fourUntil]],
      [
        [
          '表四“结果纠正”清单',
          () => listedOfFour(manager, lastYear, { groups: ['reconsideration'], column: 'corrected' }),
        ],
        ['表四“复议总计”清单', () => listedOfFour(manager, lastYear, { groups: ['reconsideration'] })],
      ],
    )),
  ];
  await close();
  return figures;
}

/** The baseline may use several processes, as a database does that has not been told otherwise. */
const countedLive = (
  manager: EntityManager,
  live: readonly (readonly [sql: string, parameters: readonly unknown[]])[],
): Promise<void> =>
  manager.transaction(async (within) => {
    await within.query('SET LOCAL max_parallel_workers_per_gather = 2');
    for (const [sql, parameters] of live) await within.query(sql, [...parameters]);
  });

/** The program on the database, and a leader who is signed in. */
async function pagesOn({ address }: FreshDatabase): Promise<{
  get: (path: string) => Promise<unknown>;
  close: () => Promise<void>;
}> {
  // Connections of its own: the program closes them at its end.
  const dataSource = new DataSource(databaseOptions(address, entities, migrations));
  const program = await serve(await dataSource.initialize());
  const leader = await program.signedIn(['leader', 'head'], { officeCode: 'CL-ZFB' });
  return {
    async get(path) {
      const { status } = await leader.get(path);
      if (status !== 200) throw new Error(`${path} answers ${status}`);
    },
    close: () => program.close(),
  };
}

/** Everything that the page of the board reads of cases. */
const boardOf = (manager: EntityManager, counted: ListedYear, officeId: string): Promise<unknown> =>
  Promise.all([
    readBoard(manager, counted, officeId),
    listProceedings(manager, counted, { groups: appealGroupIds, column: 'pending' }, { size: NAMED }),
    lossReasonsNamed(manager, counted),
  ]);

/** As a page does: what has been counted need not be looked for beyond. */
async function listed(manager: EntityManager, asked: ListedYear, wanted: WantedApplications): Promise<void> {
  const left = await countApplicationsLike(manager, asked, wanted);
  await listApplications(manager, asked, wanted, { size: LINES, left });
}

async function listedOfFour(
  manager: EntityManager,
  asked: ListedYear,
  wanted: WantedProceedings,
): Promise<void> {
  const left = await countProceedingsLike(manager, asked, wanted);
  await listProceedings(manager, asked, wanted, { size: LINES, left });
}

async function cellOf(manager: EntityManager, officeId: string, year: number): Promise<void> {
  const scope = { officeIds: [officeId], on: today() };
  const filter: LedgerFilter = { q: '', year, row: 'granted', order: 'concluded' };
  await countLedger(manager, filter, scope);
  await ledgerStretch(manager, filter, scope, { skip: 0, size: LINES });
}

const CONCLUDING = `('reply.issued', 'transfer.noticed', 'correction.lapsed', 'fee.lapsed', 'application.withdrawn')`;

const LIVE_CASES = `
  SELECT "applicationId",
         min("on") FILTER (WHERE type = 'application.received') AS received,
         min("on") FILTER (WHERE type IN ${CONCLUDING}) AS concluded,
         (array_agg(coalesce(facts ->> 'outcome', type) ORDER BY seq) FILTER (WHERE type IN ${CONCLUDING}))[1] AS outcome
  FROM acts WHERE "officeId" = $1 GROUP BY "applicationId"`;

const LIVE_TABLE_THREE = `
  SELECT application."applicantKind", read.outcome,
         count(*) FILTER (WHERE received BETWEEN $2 AND $3) AS received,
         count(*) FILTER (WHERE concluded BETWEEN $2 AND $3) AS concluded,
         count(*) FILTER (WHERE received < $2 AND (concluded IS NULL OR concluded >= $2)) AS "carriedIn"
  FROM (${LIVE_CASES}) AS read JOIN applications AS application ON application.id = read."applicationId"
  GROUP BY 1, 2`;

const LIVE_TABLE_FOUR = `
  SELECT left(type, 5), result, count(*) FROM (
    SELECT "applicationId", facts ->> 'id' AS number, min(type) AS type, max(facts ->> 'result') AS result
    FROM acts WHERE "officeId" = $1 AND "on" <= $2 AND (type LIKE 'reconsideration.%' OR type LIKE 'suit.%')
    GROUP BY 1, 2) AS proceeding
  GROUP BY 1, 2`;

const LIVE_CELL = `
  SELECT application.id, application.number, application.content
  FROM (${LIVE_CASES}) AS read JOIN applications AS application ON application.id = read."applicationId"
  WHERE read.outcome = 'granted' AND concluded BETWEEN $2 AND $3
  ORDER BY received DESC LIMIT $4`;
