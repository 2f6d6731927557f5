import { expect } from 'chai';
import { verifyAll } from '../../src/casework/verification.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { setClock } from '../../src/infrastructure/today.js';
import { ActRecord } from '../../src/records/application/act.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { WakeRecord } from '../../src/records/application/wake.js';
import { correctionRequired, type Desk, newDesk, received, registered } from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { failureOf } from '../support/failure.js';

describe('verification', () => {
  let database: FreshDatabase;
  let desk: Desk;
  let id: string;

  beforeEach(async () => {
    setClock(() => new Date('2026-11-23T02:00:00Z'));
    database = await freshDatabase();
    desk = await newDesk(database.dataSource);
    const { application } = await desk.door.open(
      desk.opening(),
      [received('2026-11-02'), registered('2026-11-02'), correctionRequired('2026-11-03', '2026-11-17')],
      desk.by(),
    );
    id = application.id;
  });
  afterEach(async () => {
    setClock();
    await database.drop();
  });

  const saysOf = async () => (await verifyAll(database.dataSource)).differences.map(({ says }) => says);
  /** Only the owner of the tables can do this, past the trigger. */
  const tamper = (statement: string) =>
    database.dataSource.transaction(async (manager) => {
      await manager.query(`SET LOCAL session_replication_role = replica`);
      await manager.query(statement);
    });

  it('finds nothing in what the door has kept', async () => {
    expect(await verifyAll(database.dataSource)).to.deep.equal({ applications: 1, acts: 3, differences: [] });
  });

  it('names the column that was changed', async () => {
    await database.dataSource.manager.update(ApplicationRecord, { id }, { stage: 'closed' });
    expect(await saysOf()).to.deep.equal(['阶段存的是“closed”，按记录应为“handling”。']);
  });

  it('notices wakes that were moved', async () => {
    await database.dataSource.manager.update(
      WakeRecord,
      { applicationId: id },
      { on: localDate('2027-01-05') },
    );
    expect(await saysOf()).to.deep.equal(['到期自动办理的事项与记录不符。']);
  });

  it('breaks the chain where an act was changed', async () => {
    await tamper(`UPDATE acts SET "on" = '2026-11-01' WHERE seq = 2`);
    expect(await saysOf()).to.deep.equal(['第 2 条记录的指纹与内容或前一条不符，记录可能被改动过。']);
  });

  it('breaks the chain where an act was taken out, first or last', async () => {
    await tamper(`DELETE FROM acts WHERE seq = 1`);
    expect(await saysOf()).to.have.length(1);
    await tamper(`DELETE FROM acts WHERE seq = 3`);
    expect(await saysOf()).to.have.length(1);
  });

  it('is held by the database, which refuses to change or delete an act', async () => {
    const { manager } = database.dataSource;
    const refused = /only ever added/;
    const act = { applicationId: id, seq: 1 };
    expect(String(await failureOf(manager.update(ActRecord, act, { byName: '某人' })))).to.match(refused);
    expect(String(await failureOf(manager.delete(ActRecord, act)))).to.match(refused);
    expect(String(await failureOf(manager.query('TRUNCATE acts')))).to.match(refused);
  });
});
