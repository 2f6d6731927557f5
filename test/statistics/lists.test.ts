import { expect } from 'chai';
import type { DataSource } from 'typeorm';
import { fillWithCases } from '../../src/demo/filling.js';
import { resultRowIds } from '../../src/domain/outcome/rows.js';
import { concludedColumns } from '../../src/domain/remedy/results.js';
import { earlySigns, type EarlySign } from '../../src/domain/statistics/early-signs.js';
import { dayBands } from '../../src/domain/statistics/handling-time.js';
import { appealGroupIds } from '../../src/domain/statistics/table-four.js';
import { type LocalDate, addDays, localDate, yearOf } from '../../src/domain/time/local-date.js';
import { today } from '../../src/infrastructure/today.js';
import type { ListPlace, ListedYear, Stretch } from '../../src/records/counting/counted-lists.js';
import {
  type WantedApplications,
  countApplications,
  listApplications,
} from '../../src/records/counting/listed-applications.js';
import {
  type WantedProceedings,
  countListed,
  listProceedings,
} from '../../src/records/counting/listed-proceedings.js';
import { readTallies } from '../../src/records/counting/tallies.js';
import { addOffice } from '../../src/records/office/offices.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { csv, fileWith } from '../support/ledger-office.js';
import { layLedger } from '../support/published-ledger.js';
import { recordDaily } from '../support/recorded-daily.js';

const CASES = 240;

const applications: readonly WantedApplications[] = [
  ...(
    ['inTime', 'late', 'spared', 'runningInTime', 'overdue', 'inHand', 'received', 'concluded'] as const
  ).map((what) => ({ what })),
  { what: 'inHand', handler: '' },
  ...resultRowIds.map((row) => ({ what: 'concluded', row }) as const),
  { what: 'took' },
  ...dayBands.map(({ from, through }) => ({ what: 'took', days: [from, through] }) as const),
  ...(Object.keys(earlySigns) as EarlySign[]).map((sign) => ({ what: 'sign', sign }) as const),
];
const proceedings: readonly WantedProceedings[] = appealGroupIds.flatMap((group) => [
  ...([undefined, 'total', 'pending', 'concluded', ...concludedColumns] as const).map((column) => ({
    groups: [group],
    ...(column ? { column } : {}),
  })),
  { groups: [group], row: 'none' as const },
]);

describe('lists behind numbers, of cases that were recorded day by day', function () {
  this.timeout(120_000);
  let database: FreshDatabase;
  let dataSource: DataSource;
  let officeIds: string[];

  before(async () => {
    database = await freshDatabase();
    ({ dataSource } = database);
    const offices = await Promise.all(
      ['A', 'B'].map((code) => addOffice(dataSource.manager, { code: `L-${code}`, name: `测试${code}局` })),
    );
    officeIds = offices.map(({ id }) => id);
    for (const [i, officeId] of officeIds.entries()) {
      await fillWithCases(dataSource, { officeId, cases: CASES >> i, seed: 31 + i });
    }
    // Replied to after more working days than are told apart.
    const slow = { 编号: 'S-1', 收到日期: '2022-01-04', 答复日期: '2024-12-30' };
    await layLedger(dataSource, officeIds[0] ?? '', fileWith(csv([slow])));
    await recordDaily(dataSource);
  });

  after(() => database.drop());

  const on = today();
  const lastOf = (year: number): LocalDate => localDate(`${year}-12-31`);
  const days: readonly Pick<ListedYear, 'until' | 'axis'>[] = [
    { until: on, axis: 'law' },
    { until: on, axis: 'known' },
    ...[addDays(on, -100), lastOf(yearOf(on) - 1), lastOf(yearOf(on) - 2)].flatMap((until) => [
      { until, axis: 'law' } as const,
      { until, axis: 'known' } as const,
    ]),
  ];

  for (const { until, axis } of days) {
    it(`give each case once, as many as were counted: ${axis} ${until === on ? 'today' : until}`, async () => {
      const { manager } = dataSource;
      const asked: ListedYear = { year: yearOf(until), until, officeIds, axis };
      const tallies = await readTallies(manager, asked);
      let met = 0;
      for (const wanted of applications) {
        const counted = countApplications(tallies, wanted);
        const listed = await walked(counted, (stretch) => listApplications(manager, asked, wanted, stretch));
        expect(new Set(listed).size, `${JSON.stringify(wanted)} once`).to.equal(listed.length);
        expect(listed, JSON.stringify(wanted)).to.have.length(counted);
        met += counted;
      }
      for (const wanted of proceedings) {
        const counted = countListed(tallies, wanted);
        const listed = await walked(counted, (stretch) => listProceedings(manager, asked, wanted, stretch));
        expect(new Set(listed).size, `${JSON.stringify(wanted)} once`).to.equal(listed.length);
        expect(listed, JSON.stringify(wanted)).to.have.length(counted);
        met += counted;
      }
      expect(met).to.be.greaterThan(CASES / 2);
    });
  }
});

/** Walks a list by stretches of seven, first without knowing how many there are; both ways meet the same. */
async function walked(
  counted: number,
  listed: (stretch: Stretch) => Promise<{
    rows: readonly { day: LocalDate; applicationId: string; number?: string }[];
    more: boolean;
  }>,
): Promise<string[]> {
  const walk = async (knows: boolean): Promise<string[]> => {
    const met: string[] = [];
    let after: ListPlace | undefined;
    for (let more = true; more;) {
      const stretch = { after, size: 7, ...(knows ? { left: Math.max(0, counted - met.length) } : {}) };
      const found = await listed(stretch);
      met.push(...found.rows.map(({ applicationId, number }) => `${applicationId} ${number ?? ''}`));
      const last = found.rows.at(-1);
      after = last && { day: last.day, applicationId: last.applicationId, number: last.number ?? '' };
      ({ more } = found);
    }
    return met;
  };
  const blindly = await walk(false);
  expect(await walk(true)).to.deep.equal(blindly);
  return blindly;
}
