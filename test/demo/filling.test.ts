import { expect } from 'chai';
import { verifyAll } from '../../src/casework/verification.js';
import { fillWithCases } from '../../src/demo/filling.js';
import { addOffice } from '../../src/records/office/offices.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

const CASES = 60;

describe('invented cases', function () {
  this.timeout(60_000);
  let database: FreshDatabase;

  before(async () => {
    database = await freshDatabase();
    for (const code of ['CS-JIA', 'CS-YI']) {
      const { id } = await addOffice(database.dataSource.manager, { code, name: `${code}人民政府办公室` });
      await fillWithCases(database.dataSource, { officeId: id, cases: CASES, seed: 5 });
    }
  });
  after(() => database.drop());

  it('have gone through the door: every log replays to what is stored', async () => {
    const { applications, differences } = await verifyAll(database.dataSource);
    expect({ applications, differences }).to.deep.equal({ applications: 2 * CASES, differences: [] });
  });

  it('are the same from the same seed', async () => {
    const told = await database.dataSource.query<{ times: number }[]>(
      `SELECT count(*)::int AS times FROM applications GROUP BY number, "applicantName", content, state, version`,
    );
    expect(told.map(({ times }) => times)).to.deep.equal(Array<number>(CASES).fill(2));
  });

  it('are plausible: most are closed, some are open, few are irregular', async () => {
    const [counted] = await database.dataSource.query<{ closed: number; open: number; irregular: number }[]>(
      `SELECT count(*) FILTER (WHERE stage = 'closed')::int AS closed,
              count(*) FILTER (WHERE stage IN ('received', 'handling', 'replied'))::int AS open,
              count(*) FILTER (WHERE "irregularityCount" > 0)::int AS irregular FROM applications`,
    );
    expect(counted?.closed).to.be.above(CASES);
    expect(counted?.open).to.be.above(0);
    expect(counted?.irregular).to.be.below(CASES / 2);
  });
});
