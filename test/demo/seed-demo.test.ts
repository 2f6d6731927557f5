import { expect } from 'chai';
import { verifyAll } from '../../src/casework/verification.js';
import { seedDemo } from '../../src/demo/seed-demo.js';
import { stageIds } from '../../src/domain/application/stages.js';
import { setClock } from '../../src/infrastructure/today.js';
import { ApplicationRecord } from '../../src/records/application.js';
import { SubmissionRecord } from '../../src/records/submission.js';
import { freshDatabase } from '../support/database.js';

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
});
