import { expect } from 'chai';
import { readAnnualTables } from '../../src/annual-report/annual-tables.js';
import { readBoard } from '../../src/dashboard/board.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { addOffice } from '../../src/records/office/offices.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { csv, fileWith } from '../support/ledger-office.js';
import { multiplyCases } from '../support/multiplied.js';
import { layLedger } from '../support/published-ledger.js';

describe('counting one office among many cases', function () {
  this.timeout(120_000);
  let database: FreshDatabase;
  let officeId: string;

  before(async () => {
    database = await freshDatabase();
    const { dataSource } = database;
    const [large, small] = await Promise.all(
      ['D', 'X'].map((code) => addOffice(dataSource.manager, { code: `T-${code}`, name: `测试${code}局` })),
    );
    officeId = small?.id ?? '';
    const appealed = {
      复议受理日期: '2023-04-03',
      复议决定日期: '2023-05-25',
      复议结果: '维持',
    };
    await layLedger(
      dataSource,
      large?.id ?? '',
      fileWith(csv([{}, { 编号: '2023-00002', ...appealed }, { 编号: '2023-00003', ...appealed }])),
    );
    await multiplyCases(dataSource, 8000);
    await layLedger(dataSource, officeId, fileWith(csv([{ ...appealed }])));
    await dataSource.query('VACUUM ANALYZE');
  });

  after(() => database.drop());

  /** How often a table was read from end to end inside the transaction. */
  const fullReads = (work: (manager: FreshDatabase['dataSource']['manager']) => Promise<unknown>) =>
    database.dataSource.transaction(async (manager) => {
      await work(manager);
      return manager.query<{ name: string; reads: string }[]>(
        `SELECT relname AS name, seq_scan AS reads FROM pg_stat_xact_user_tables
         WHERE relname IN ('applications', 'proceedings', 'acts', 'application_versions', 'proceeding_versions', 'counts') AND seq_scan > 0`,
      );
    });

  it('reads no table from end to end', async () => {
    const counted = {
      ...{ year: 2023, until: localDate('2023-12-31'), officeIds: [officeId] },
      axis: 'law' as const,
    };
    expect(await fullReads((manager) => readBoard(manager, counted, officeId))).to.deep.equal([]);
    expect(await fullReads((manager) => readAnnualTables(manager, counted))).to.deep.equal([]);
  });

  it('asks the same few questions however many offices there are', async () => {
    const asked: string[] = [];
    const { dataSource } = database;
    const counted = { year: 2023, until: localDate('2023-12-31'), axis: 'law' as const };
    const questions = async (officeIds: string[]): Promise<number> => {
      asked.length = 0;
      const runner = dataSource.createQueryRunner();
      const { manager } = runner;
      const query = runner.query.bind(runner);
      runner.query = (...words: Parameters<typeof query>) => {
        asked.push(words[0]);
        return query(...words);
      };
      try {
        await readBoard(manager, { ...counted, officeIds }, officeId);
      } finally {
        await runner.release();
      }
      return asked.length;
    };
    const one = await questions([officeId]);
    const many = await Promise.all(
      Array.from({ length: 5 }, (_, i) =>
        addOffice(dataSource.manager, { code: `T-${i}`, name: `测试${i}局` }),
      ),
    );
    expect(await questions([officeId, ...many.map(({ id }) => id)])).to.equal(one);
    expect(one).to.be.within(2, 5);
  });
});
