import { expect } from 'chai';
import type { DataSource } from 'typeorm';
import { fillWithCases } from '../../src/demo/filling.js';
import { yearOf } from '../../src/domain/time/local-date.js';
import { today } from '../../src/infrastructure/today.js';
import { countLedger } from '../../src/ledger/ledger-count.js';
import { type LedgerFilter, ledgerOrders } from '../../src/ledger/ledger-filter.js';
import { applicationsLike } from '../../src/ledger/ledger-list.js';
import { inLedgerOrder, ledgerStretch } from '../../src/ledger/ledger-order.js';
import { addOffice } from '../../src/records/office/offices.js';
import { freshDatabase } from '../support/database.js';

const SIZE = 25;

describe('the ledger of several offices', function () {
  this.timeout(60_000);
  let dataSource: DataSource;
  const officeIds: string[] = [];
  const on = today();

  before(async () => {
    ({ dataSource } = await freshDatabase());
    for (const [code, cases] of [
      ['CS-ZFB', 40],
      ['CS-SFJ', 25],
    ] as const) {
      const office = await addOffice(dataSource.manager, { code, name: `测试区${code}` });
      await fillWithCases(dataSource, { officeId: office.id, cases, seed: cases });
      officeIds.push(office.id);
    }
  });

  const year = yearOf(on) - 1;
  const filters: readonly Omit<LedgerFilter, 'order'>[] = [
    { q: '' },
    { q: '', year },
    { q: '', year, row: 'granted' },
    { q: '', row: 'granted' },
    { q: '', year, row: 'group.refused' },
    { q: '', year, row: 'concluded' },
    { q: '', year, row: 'carriedIn' },
    { q: '', year, row: 'carriedOut' },
    { q: '', year, row: 'granted', applicant: 'naturalPerson' },
    { q: '', applicant: 'naturalPerson' },
    { q: '', stage: 'closed' },
    { q: '项目' },
  ];

  for (const filter of filters) {
    it(`stands in one order, page after page, and is counted right: ${JSON.stringify(filter)}`, async () => {
      const { manager } = dataSource;
      const scope = { officeIds, on };
      for (const order of Object.keys(ledgerOrders) as (keyof typeof ledgerOrders)[]) {
        const asked = { ...filter, order };
        const all = await inLedgerOrder(applicationsLike(manager, asked, scope), order).getMany();
        const stretches = [];
        for (let skip = 0; skip <= all.length; skip += SIZE) {
          stretches.push(...(await ledgerStretch(manager, asked, scope, { skip, size: SIZE })));
        }
        expect(
          stretches.map(({ id }) => id),
          order,
        ).to.deep.equal(all.map(({ id }) => id));
        expect(await countLedger(manager, asked, scope)).to.equal(all.length);
      }
    });
  }

  it('counts all of both', async () => {
    const all = countLedger(dataSource.manager, { q: '', order: 'received' }, { officeIds, on });
    expect(await all).to.equal(65);
  });
});
