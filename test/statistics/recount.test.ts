import { expect } from 'chai';
import fc from 'fast-check';
import { Door } from '../../src/casework/door.js';
import { applicantKindIds } from '../../src/domain/application/applicant.js';
import type { Summary } from '../../src/domain/application/summary.js';
import { identitiesOf } from '../../src/domain/statistics/identities.js';
import { composeTableFour } from '../../src/domain/statistics/table-four.js';
import { composeTableThree } from '../../src/domain/statistics/table-three.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { addOffice } from '../../src/records/office/offices.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { histories } from '../support/histories.js';
import { countTableFour, countTableThree } from '../support/live-tables.js';
import { type Stored, cellsIn, openedFrom, rowsIn, summaryBy } from '../support/recounted.js';

const HISTORIES = 90;
const years = Array.from({ length: 13 }, (_, i) => 2014 + i);

describe('counting random histories', function () {
  this.timeout(180_000);
  let database: FreshDatabase;
  let officeIds: string[];
  let stored: Stored[];

  before(async () => {
    database = await freshDatabase();
    const { manager } = database.dataSource;
    const offices = await Promise.all(
      ['A', 'B', 'C'].map((code) => addOffice(manager, { code: `T-${code}`, name: `测试${code}局` })),
    );
    officeIds = offices.map(({ id }) => id);
    const drawn = fc.sample(histories, { numRuns: HISTORIES, seed: 20_261_123 });
    stored = drawn.map((history, i) => ({
      officeId: officeIds[i % officeIds.length] ?? '',
      applicant: applicantKindIds[i % applicantKindIds.length] ?? 'naturalPerson',
      acts: history.file.acts,
    }));
    const opened = drawn.map((history, i) => openedFrom(history, stored[i]!, `H-${i}`));
    await new Door(database.dataSource).openAll(opened, { officeIds });
  });

  after(() => database.drop());

  it('gives the same tables as a full recount of every log, and they balance', async () => {
    const { manager } = database.dataSource;
    let proceedings = 0;
    for (const year of years) {
      const last = localDate(`${year}-12-31`);
      const three = await countTableThree(manager, { year, officeIds });
      const four = await countTableFour(manager, { year, officeIds });
      const summaries = stored.map((one) => ({ ...one, summary: summaryBy(one.acts) }));
      expect(three, String(year)).to.deep.equal(composeTableThree(rowsIn(summaries, year, last)));
      expect(four, String(year)).to.deep.equal(composeTableFour(cellsIn(summaries, year, last)));
      const before = await countTableThree(manager, { year: year - 1, officeIds });
      const failing = identitiesOf(three, four, before).filter(({ holds }) => !holds);
      expect(failing, String(year)).to.deep.equal([]);
      proceedings += four.reconsideration.total + four.direct.total + four.afterReconsideration.total;
    }
    expect(proceedings).to.be.greaterThan(30);
  });

  it('shows on any past day what the acts dated by then gave', async () => {
    const { manager } = database.dataSource;
    for (const day of ['2019-07-15', '2023-11-20', '2025-02-10', '2025-12-01', '2026-01-31'].map(localDate)) {
      const year = Number(day.slice(0, 4));
      const summaries = stored.flatMap((one) => {
        const acts = one.acts.filter(({ on }) => on <= day);
        return acts.length === 0
          ? []
          : [{ ...one, summary: asCounted(summaryBy(acts), summaryBy(one.acts)) }];
      });
      const counted = { year, officeIds, until: day };
      const three = await countTableThree(manager, counted);
      const recounted = composeTableThree(rowsIn(summaries, year, day));
      for (const row of ['received', 'carriedIn', 'concluded', 'carriedOut'] as const) {
        expect(three[row], `${day} ${row}`).to.deep.equal(recounted[row]);
      }
      const four = await countTableFour(manager, counted);
      expect(four, day).to.deep.equal(composeTableFour(cellsIn(summaries, year, day)));
    }
  });

  it('gives for all offices together the sum of each', async () => {
    const { manager } = database.dataSource;
    for (const year of years) {
      const all = await countTableThree(manager, { year, officeIds });
      const each = await Promise.all(
        officeIds.map((id) => countTableThree(manager, { year, officeIds: [id] })),
      );
      for (const row of ['received', 'carriedIn', 'concluded', 'carriedOut'] as const) {
        const sum = each.reduce((total, table) => total + table[row].total, 0);
        expect(all[row].total, `${year} ${row}`).to.equal(sum);
      }
    }
  });
});

/**
 * A proceeding that was reopened later (retrial, appeal out of time) is counted by its last conclusion alone, also
 * for the days before: the years that have been filed are kept apart.
 */
const asCounted = (then: Summary, last: Summary): Summary => ({
  ...then,
  proceedings: then.proceedings.map((one) => {
    const final = last.proceedings.find(({ number }) => number === one.number);
    return one.concludedOn && final && final.concludedOn !== one.concludedOn ? final : one;
  }),
});
