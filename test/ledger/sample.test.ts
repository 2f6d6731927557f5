import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { verifyAll } from '../../src/casework/verification.js';
import { appealCells, appealGroupIds, tableFourNumbers } from '../../src/domain/statistics/table-four.js';
import {
  tableThreeColumns,
  tableThreeNumbers,
  tableThreeRows,
} from '../../src/domain/statistics/table-three.js';
import { projectRoot } from '../../src/infrastructure/project-root.js';
import { today } from '../../src/infrastructure/today.js';
import { proceedingsAsked } from '../../src/dashboard/list-asking.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { countLedger } from '../../src/ledger/ledger-count.js';
import { ledgerFilter } from '../../src/ledger/ledger-filter.js';
import { applicationsLike } from '../../src/ledger/ledger-list.js';
import { ActRecord } from '../../src/records/application/act.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { casesOfCell, proceedingsOfCell } from '../../src/web/cell-addresses.js';
import { countProceedingsLike, listProceedings } from '../../src/records/counting/listed-proceedings.js';
import { type LedgerOffice, openLedgerOffice } from '../support/ledger-office.js';
import { countTableFour, countTableThree } from '../support/live-tables.js';

interface Published {
  table3: Record<string, Record<string, number>>;
  table4: Record<string, Record<string, number>>;
}

const fixture = (name: string): string => join(projectRoot, 'test/fixtures', name);
const published = JSON.parse(readFileSync(fixture('annual-report-suqian-2023.json'), 'utf8')) as Published;

describe('the sample ledger of 2023', function () {
  this.timeout(240_000);
  let office: LedgerOffice;

  before(async () => {
    office = await openLedgerOffice();
  });
  after(() => office.close());

  it('is imported whole', async () => {
    const report = await office.imports.import(office.order(fixture('ledger-2023.csv')));
    expect(report).to.deep.include({
      encoding: 'UTF-8 BOM',
      rows: 3607,
      imported: 3607,
      unchanged: 0,
      updated: 0,
      refused: [],
      written: true,
    });
  });

  it('gives the published annual report in all of its 190 cells', async () => {
    const counted = { year: 2023, officeIds: [office.officeId] };
    const { manager } = office.database.dataSource;
    const three = tableThreeNumbers(await countTableThree(manager, counted));
    const four = tableFourNumbers(await countTableFour(manager, counted));
    expect(three).to.deep.equal(Object.values(published.table3).map((row) => Object.values(row)));
    expect(four).to.deep.equal(Object.values(published.table4).flatMap((group) => Object.values(group)));
    expect(three.flat().length + four.length).to.equal(190);
  });

  it('opens exactly the counted cases from each of the 190 cells', async () => {
    const { manager } = office.database.dataSource;
    const counted = { year: 2023, officeIds: [office.officeId] };
    const scope = { officeIds: counted.officeIds, on: today() };
    const queryOf = (address: string) =>
      Object.fromEntries(new URL(address, 'http://localhost').searchParams);
    const three = await countTableThree(manager, counted);
    for (const { id } of tableThreeRows) {
      for (const column of tableThreeColumns) {
        const filter = ledgerFilter(queryOf(casesOfCell({ year: 2023 }, id, column)), 2026);
        const listed = await applicationsLike(manager, filter, scope).getCount();
        const counted = await countLedger(manager, filter, scope);
        expect([listed, counted], `${id} ${column}`).to.deep.equal([three[id][column], three[id][column]]);
      }
    }
    const four = await countTableFour(manager, counted);
    const asked = { ...counted, until: localDate('2023-12-31'), axis: 'law' } as const;
    for (const group of appealGroupIds) {
      for (const cell of appealCells) {
        const wanted = proceedingsAsked(queryOf(proceedingsOfCell({ year: 2023 }, group, cell)));
        const { rows } = await listProceedings(manager, asked, wanted, { size: 1000 });
        const counted = await countProceedingsLike(manager, asked, wanted);
        expect([rows.length, counted], `${group} ${cell}`).to.deep.equal([
          four[group][cell],
          four[group][cell],
        ]);
      }
    }
  });

  it('has gone through the door: every log replays to what is stored', async () => {
    const { applications, differences } = await verifyAll(office.database.dataSource);
    expect({ applications, differences }).to.deep.equal({ applications: 3607, differences: [] });
  });

  it('says of every act that it comes from a ledger', async () => {
    const { manager } = office.database.dataSource;
    expect(await manager.countBy(ActRecord, { source: 'ledger' })).to.equal(await manager.count(ActRecord));
  });

  it('changes nothing when it is imported again', async () => {
    const { manager } = office.database.dataSource;
    const acts = await manager.count(ActRecord);
    const report = await office.imports.import(office.order(fixture('ledger-2023.csv')));
    expect(report).to.deep.include({ rows: 3607, imported: 0, updated: 0, unchanged: 3607, written: false });
    expect(await manager.count(ActRecord)).to.equal(acts);
    expect(await manager.count(ApplicationRecord)).to.equal(3607);
  });
});
