import { expect } from 'chai';
import { verifyAll } from '../../src/casework/verification.js';
import { seedDemo } from '../../src/demo/seed-demo.js';
import { stageIds } from '../../src/domain/application/stages.js';
import { setClock } from '../../src/infrastructure/today.js';
import { AccountRecord } from '../../src/records/person/account.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { OfficeRecord } from '../../src/records/office/office.js';
import { SubmissionRecord } from '../../src/records/application/submission.js';
import { freshDatabase } from '../support/database.js';
import { failureOf } from '../support/failure.js';

describe('the demonstration', () => {
  after(() => setClock());

  // In the middle of a year, at its beginning, after a long holiday, on a rest day, beyond the last notice.
  for (const day of ['2026-11-23', '2026-01-08', '2026-10-08', '2026-05-02', '2027-06-15']) {
    it(`is possible on ${day} and stands in every stage`, async () => {
      setClock(() => new Date(`${day}T02:00:00Z`));
      const { dataSource, drop } = await freshDatabase();
      const signIns = await seedDemo(dataSource);
      expect(signIns.length).to.be.greaterThan(10);
      const { differences, applications } = await verifyAll(dataSource);
      expect(differences).to.deep.equal([]);
      expect(applications).to.be.within(30, 50);
      const rows = await dataSource.manager.find(ApplicationRecord);
      expect(stageIds.filter((stage) => !rows.some((row) => row.stage === stage))).to.deep.equal([]);
      expect(rows.some(({ nextDueOn }) => nextDueOn !== null && nextDueOn < day)).to.equal(true);
      const online = await dataSource.manager.find(SubmissionRecord);
      expect(online.map(({ state }) => state).sort()).to.deep.equal(['confirmed', 'pending']);
      await drop();
    });
  }

  it('leaves nothing where it broke off, and is whole the next time', async () => {
    setClock(() => new Date('2026-11-23T02:00:00Z'));
    const { dataSource, drop } = await freshDatabase();
    await dataSource.query(
      `CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the power fails'; END $$`,
    );
    // Submissions come last.
    await dataSource.query(
      'CREATE TRIGGER break_off BEFORE INSERT ON submissions EXECUTE FUNCTION break_off()',
    );
    expect(String(await failureOf(seedDemo(dataSource)))).to.contain('the power fails');
    for (const table of [OfficeRecord, AccountRecord, ApplicationRecord])
      expect(await dataSource.manager.count(table)).to.equal(0);
    await dataSource.query('DROP TRIGGER break_off ON submissions');
    await seedDemo(dataSource);
    expect(await dataSource.manager.count(ApplicationRecord)).to.be.above(30);
    expect(await dataSource.manager.count(SubmissionRecord)).to.equal(2);
    await drop();
  });
});
