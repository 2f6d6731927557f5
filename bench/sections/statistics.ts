import type { EntityManager } from 'typeorm';
import { readAnnualTables } from '../../src/annual-report/annual-tables.js';
import { readBoard } from '../../src/dashboard/board.js';
import { addDays, localDate, yearOf } from '../../src/domain/time/local-date.js';
import { today } from '../../src/infrastructure/today.js';
import { applicationsLike, inLedgerOrder } from '../../src/ledger/ledger-list.js';
import type { ListedYear } from '../../src/records/counted-lists.js';
import {
  type WantedApplications,
  countApplications,
  listApplications,
} from '../../src/records/listed-applications.js';
import { countListed, listProceedings } from '../../src/records/listed-proceedings.js';
import { readTallies } from '../../src/records/tallies.js';
import type { Ground } from '../ground.js';
import { type Figure, compare } from '../measuring.js';

const RUNS = 40;
/** The live count reads all acts: at a million cases some seconds each. */
const BASELINE_RUNS = 5;
const LINES = 50;
const DAYS_BACK = 400;

/** What leadership sees, beside a live count over the acts. */
export async function statisticsFigures(ground: Ground): Promise<Figure[]> {
  const { database, officeId } = await ground.filled();
  const { manager } = database.dataSource;
  const until = today();
  const year = yearOf(until) - 1;
  const officeIds = [officeId];
  const now: ListedYear = { year: yearOf(until), until, officeIds, axis: 'law' };
  const then = addDays(until, -DAYS_BACK);
  const past: ListedYear = { year: yearOf(then), until: then, officeIds, axis: 'known' };
  const lastYear: ListedYear = { year, until: localDate(`${year}-12-31`), officeIds, axis: 'law' };
  const span = [officeId, `${year}-01-01`, `${year}-12-31`];
  const live = async (): Promise<void> => {
    await manager.query(LIVE_TABLE_THREE, span);
    await manager.query(LIVE_TABLE_FOUR, [officeId, `${year}-12-31`]);
  };
  const liveTables = '从记录现场汇总表三、表四';
  const corrected = { groups: ['reconsideration'], column: 'corrected' } as const;
  const tasks: readonly [string, () => Promise<unknown>, string, () => Promise<unknown>][] = [
    ['领导看板', () => readBoard(manager, now, officeId), liveTables, live],
    ['领导看板，回看某日当时所知', () => readBoard(manager, past, officeId), liveTables, live],
    ['年度报告表三、表四', () => readAnnualTables(manager, { year, officeIds }), liveTables, live],
    [
      '点开“按期答复”',
      () => listed(manager, lastYear, { what: 'inTime' }),
      '从记录现场找出同样的各件',
      () => manager.query(LIVE_CELL, [...span, LINES]),
    ],
    [
      '点开“在办”',
      () => listed(manager, now, { what: 'inHand' }),
      '从记录现场找出同样的各件',
      () => manager.query(LIVE_CELL, [...span, LINES]),
    ],
    [
      '点开表四“结果纠正”',
      () =>
        Promise.all([
          listProceedings(manager, lastYear, corrected, { size: LINES }),
          readTallies(manager, lastYear).then((tallies) => countListed(tallies, corrected)),
        ]),
      '从记录现场汇总表四',
      () => manager.query(LIVE_TABLE_FOUR, [officeId, `${year}-12-31`]),
    ],
    [
      '台账中点开表三“予以公开”',
      () => cellOf(manager, officeId, year),
      '从记录现场找出同样的各件',
      () => manager.query(LIVE_CELL, [...span, LINES]),
    ],
  ];
  const figures: Figure[] = [];
  for (const [what, ours, against, baseline] of tasks) {
    figures.push(
      await compare({
        section: '统计',
        what: `${what}（${ground.cases} 件中）`,
        ours,
        against,
        baseline,
        runs: RUNS,
        baselineRuns: BASELINE_RUNS,
      }),
    );
  }
  return figures;
}

const listed = (manager: EntityManager, asked: ListedYear, wanted: WantedApplications): Promise<unknown> =>
  Promise.all([
    listApplications(manager, asked, wanted, { size: LINES }),
    readTallies(manager, asked).then((tallies) => countApplications(tallies, wanted)),
  ]);

async function cellOf(manager: EntityManager, officeId: string, year: number): Promise<void> {
  const scope = { officeIds: [officeId], on: today() };
  const query = applicationsLike(manager, { q: '', year, row: 'granted', order: 'received' }, scope);
  await query.getCount();
  await inLedgerOrder(query, 'received').limit(LINES).getMany();
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
