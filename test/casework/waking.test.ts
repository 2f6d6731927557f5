import { expect } from 'chai';
import { localDate } from '../../src/domain/time/local-date.js';
import { Waker } from '../../src/deadlines/waker.js';
import { setClock } from '../../src/infrastructure/today.js';
import { ActRecord } from '../../src/records/application/act.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { logOf } from '../../src/records/application/logs.js';
import { WakeRecord } from '../../src/records/application/wake.js';
import { correctionRequired, type Desk, newDesk, received, registered } from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

describe('the waker', () => {
  let database: FreshDatabase;
  let desk: Desk;

  beforeEach(async () => {
    setClock(() => new Date('2026-11-23T02:00:00Z'));
    database = await freshDatabase();
    desk = await newDesk(database.dataSource);
  });
  afterEach(async () => {
    setClock();
    await database.drop();
  });

  const awaitingCorrection = async () => {
    const { application } = await desk.door.open(
      desk.opening(),
      [received('2026-11-02'), registered('2026-11-02'), correctionRequired('2026-11-03', '2026-11-17')],
      desk.by(),
    );
    return application.id;
  };

  it('dates the act by the law, once the day is over', async () => {
    const id = await awaitingCorrection();
    const waker = new Waker(database.dataSource, desk.door);
    expect(await waker.sweepOnce(localDate('2026-11-17'))).to.deep.equal({ acts: 0, failed: 0 });
    expect(await waker.sweepOnce(localDate('2026-11-23'))).to.deep.equal({ acts: 1, failed: 0 });
    const last = (await logOf(database.dataSource.manager, id)).at(-1);
    expect(last).to.include({
      type: 'correction.lapsed',
      on: '2026-11-17',
      byName: '期限届满',
      byAccountId: null,
    });
    const row = await database.dataSource.manager.findOneByOrFail(ApplicationRecord, { id });
    expect(row).to.include({ stage: 'replied', outcome: 'notCorrected', concludedOn: '2026-11-17' });
    expect(await waker.sweepOnce(localDate('2026-11-23'))).to.deep.equal({ acts: 0, failed: 0 });
  });

  it('puts right a wake that was written under other rules, and performs nothing', async () => {
    const id = await awaitingCorrection();
    const { manager } = database.dataSource;
    const wakes = () =>
      manager.find(WakeRecord, { where: { applicationId: id }, select: { act: true, on: true } });
    const right = await wakes();
    await manager.update(
      WakeRecord,
      { applicationId: id },
      { act: 'fee.lapsed', on: localDate('2026-11-10') },
    );
    const waker = new Waker(database.dataSource, desk.door);
    expect(await waker.sweepOnce(localDate('2026-11-17'))).to.deep.equal({ acts: 0, failed: 0 });
    expect(await wakes()).to.deep.equal(right);
    expect((await logOf(manager, id)).at(-1)?.type).to.equal('correction.required');
  });

  it('fires each wake once, however many sweep', async () => {
    const ids = [];
    for (let n = 0; n < 12; n++) ids.push(await awaitingCorrection());
    const wakers = [1, 2, 3].map(() => new Waker(database.dataSource, desk.door));
    const swept = await Promise.all(wakers.map((waker) => waker.sweepOnce(localDate('2026-11-23'))));
    expect(swept.reduce((sum, { acts }) => sum + acts, 0)).to.equal(12);
    const lapsed = await database.dataSource.manager.countBy(ActRecord, { type: 'correction.lapsed' });
    expect(lapsed).to.equal(12);
    expect(await database.dataSource.manager.countBy(WakeRecord, { act: 'correction.lapsed' })).to.equal(0);
  });

  it('waits at the end for a case that another has in hand', async () => {
    const id = await awaitingCorrection();
    const waker = new Waker(database.dataSource, desk.door);
    let swept: Promise<unknown> = Promise.resolve();
    await database.dataSource.transaction(async (manager) => {
      await manager.query('SELECT 1 FROM applications WHERE "id" = $1 FOR NO KEY UPDATE', [id]);
      expect(await desk.door.lapse(id, localDate('2026-11-23'), 'skipped')).to.equal(undefined);
      swept = waker.sweepOnce(localDate('2026-11-23'));
    });
    expect(await swept).to.deep.equal({ acts: 1, failed: 0 });
  });

  it('stops after the case at hand when the program ends, and leaves the rest for the next start', async () => {
    for (let n = 0; n < 3; n++) await awaitingCorrection();
    const waker = new Waker(database.dataSource, desk.door);
    const on = localDate('2026-11-23');
    expect(await waker.sweepOnce(on, AbortSignal.abort())).to.deep.equal({ acts: 0, failed: 0 });
    expect(await waker.sweepOnce(on)).to.deep.equal({ acts: 3, failed: 0 });
  });

  it('goes on past a case whose wake fails', async () => {
    const [bad, good] = [await awaitingCorrection(), await awaitingCorrection()];
    // A log that is no history: nothing but a hand in the database makes one.
    await database.dataSource.transaction(async (manager) => {
      await manager.query(`SET LOCAL session_replication_role = replica`);
      await manager.query(`UPDATE acts SET "type" = 'reply.served' WHERE "applicationId" = $1 AND seq = 2`, [
        bad,
      ]);
    });
    const waker = new Waker(database.dataSource, desk.door);
    expect(await waker.sweepOnce(localDate('2026-11-23'))).to.deep.equal({ acts: 1, failed: 1 });
    const logs = await Promise.all([bad, good].map((id) => logOf(database.dataSource.manager, id)));
    expect(logs.map((log) => log.length)).to.deep.equal([3, 4]);
  });
});
