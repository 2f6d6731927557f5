import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { identitiesOf } from '../../src/domain/statistics/identities.js';
import { rateOf, ratesOf } from '../../src/domain/statistics/rates.js';
import { appealCells, appealGroupIds, tableFourNumbers } from '../../src/domain/statistics/table-four.js';
import {
  tableThreeColumns,
  tableThreeNumbers,
  tableThreeRows,
} from '../../src/domain/statistics/table-three.js';
import { projectRoot } from '../../src/infrastructure/project-root.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { inTableThreeCell } from '../../src/records/counting/counted-cases.js';
import type { ListPlace } from '../../src/records/counting/counted-lists.js';
import { countApplications, listApplications } from '../../src/records/counting/listed-applications.js';
import { countListed, listProceedings } from '../../src/records/counting/listed-proceedings.js';
import { addOffice } from '../../src/records/office/offices.js';
import { type LocalDate, localDate } from '../../src/domain/time/local-date.js';
import { readTallies } from '../../src/records/counting/tallies.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { countTableFour, countTableThree } from '../support/live-tables.js';
import { layPublishedLedger } from '../support/published-ledger.js';

interface Published {
  table3: Record<string, Record<string, number>>;
  table4: Record<string, Record<string, number>>;
}

const published = JSON.parse(
  readFileSync(join(projectRoot, 'test/fixtures/annual-report-suqian-2023.json'), 'utf8'),
) as Published;

describe('the published year 2023', function () {
  this.timeout(180_000);
  let database: FreshDatabase;
  let counted: { year: number; officeIds: string[]; until: LocalDate; axis: 'law' };

  before(async () => {
    database = await freshDatabase();
    const office = await addOffice(database.dataSource.manager, { code: 'SQ', name: '宿迁市人民政府办公室' });
    counted = { year: 2023, officeIds: [office.id], until: localDate('2023-12-31'), axis: 'law' };
    await layPublishedLedger(database.dataSource, office.id);
  });

  after(() => database.drop());

  it('gives table three in each of its 175 cells', async () => {
    const table = await countTableThree(database.dataSource.manager, counted);
    const expected = Object.values(published.table3).map((row) => Object.values(row));
    expect(tableThreeNumbers(table)).to.deep.equal(expected);
  });

  it('gives table four in each of its 15 cells', async () => {
    const table = await countTableFour(database.dataSource.manager, counted);
    const expected = Object.values(published.table4).flatMap((group) => Object.values(group));
    expect(tableFourNumbers(table)).to.deep.equal(expected);
  });

  it('balances, also against the year before', async () => {
    const { manager } = database.dataSource;
    const [three, four, before] = await Promise.all([
      countTableThree(manager, counted),
      countTableFour(manager, counted),
      countTableThree(manager, { year: 2022, officeIds: counted.officeIds }),
    ]);
    const identities = identitiesOf(three, four, before);
    expect(identities.map(({ rule, holds }) => [rule, holds])).to.deep.equal(
      ['R1', 'R2', 'R3', 'R4', 'R5'].map((rule) => [rule, true]),
    );
  });

  it('gives the rates as fractions', async () => {
    const four = await countTableFour(database.dataSource.manager, counted);
    const fractions = ratesOf(four).map(({ id, numerator, denominator }) => [
      id,
      `${numerator}/${denominator}`,
    ]);
    expect(Object.fromEntries(fractions)).to.deep.equal({
      reconsiderationCorrected: '17/414',
      reconsiderationCorrectedOfMerits: '17/326',
      reconsiderationCorrectedOfAll: '17/440',
      litigationLost: '1/98',
      litigationLostDirect: '1/18',
      litigationLostAfterReconsideration: '0/80',
      litigationLostOfMerits: '1/15',
      litigationLostOfAll: '1/113',
    });
    expect(rateOf('reconsiderationCorrected', four)).to.include({ percent: 4.11, withinTarget: false });
    expect(rateOf('litigationLost', four)).to.include({ percent: 1.02, withinTarget: true });
  });

  it('walks through a list in stretches and meets each case once', async () => {
    const { manager } = database.dataSource;
    const tallies = await readTallies(manager, counted);
    const concluded = { groups: ['reconsideration'], column: 'concluded' } as const;
    const proceedings = await walked((after) =>
      listProceedings(manager, counted, concluded, { after, size: 37 }).then((found) => ({
        ...found,
        places: found.rows,
      })),
    );
    expect(proceedings).to.have.length(countListed(tallies, concluded));
    for (const wanted of [{ what: 'inTime' }, { what: 'late' }, { what: 'received' }] as const) {
      const applications = await walked((after) =>
        listApplications(manager, counted, wanted, { after, size: 41 }).then((found) => ({
          ...found,
          places: found.rows.map(({ day, applicationId }) => ({ day, applicationId, number: '' })),
        })),
      );
      expect(applications, wanted.what).to.have.length(countApplications(tallies, wanted));
      expect(new Set(applications).size).to.equal(applications.length);
    }
  });

  it('opens as many cases behind each cell as the cell says', async () => {
    const { manager } = database.dataSource;
    const three = await countTableThree(manager, counted);
    for (const { id } of tableThreeRows) {
      for (const column of tableThreeColumns) {
        const list = manager.createQueryBuilder(ApplicationRecord, 'application');
        const cases = await inTableThreeCell(list, counted, id, column).getCount();
        expect(cases, `${id} ${column}`).to.equal(three[id][column]);
      }
    }
    const four = await countTableFour(manager, counted);
    for (const group of appealGroupIds) {
      for (const column of appealCells) {
        const wanted = { groups: [group], column };
        const { rows } = await listProceedings(manager, counted, wanted, { size: 1000 });
        expect(rows.length, `${group} ${column}`).to.equal(four[group][column]);
        expect(countListed(await readTallies(manager, counted), wanted)).to.equal(four[group][column]);
      }
    }
  });
});

/** Every place of a list, stretch by stretch. */
async function walked(
  stretch: (after?: ListPlace) => Promise<{ places: readonly ListPlace[]; more: boolean }>,
): Promise<string[]> {
  const met: string[] = [];
  let after: ListPlace | undefined;
  for (let more = true; more;) {
    const found = await stretch(after);
    met.push(...found.places.map(({ applicationId, number }) => `${applicationId} ${number}`));
    after = found.places.at(-1);
    more = found.more;
  }
  return met;
}
