import { expect } from 'chai';
import { DataSource, In, LessThan } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { Waker } from '../../src/deadlines/waker.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { addDays, localDate } from '../../src/domain/time/local-date.js';
import { setClock } from '../../src/infrastructure/today.js';
import { databaseOptions } from '../../src/infrastructure/database.js';
import { ActRecord } from '../../src/records/application/act.js';
import { entities } from '../../src/records/entities.js';
import { migrations } from '../../src/records/migrations.js';
import { OVERDUE, ReminderRecord } from '../../src/records/reminder/reminder.js';
import { WakeRecord } from '../../src/records/application/wake.js';
import { Reminding } from '../../src/reminders/reminding.js';
import { createWebApplication } from '../../src/web/web-application.js';
import {
  correctionRequired,
  type Desk,
  newDesk,
  received,
  registered,
  repliedOnTheSpot,
} from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { addPerson } from '../support/program.js';

/** The last day on which the program ran, and the day on which it is started again. */
const stopped = '2026-11-02';
const restarted = '2026-12-04';
const at = (day: string) => () => new Date(`${day}T02:00:00Z`);

const asked: Act = {
  type: 'reasons.asked',
  on: localDate(stopped),
  facts: '本月已提出三十件相同事项的申请。',
  until: addDays(localDate(stopped), 10),
};
const sought = (id: string): Act => ({
  ...{ type: 'opinion.sought', on: localDate(stopped), deliveredOn: localDate(stopped) },
  ...{ id, consultee: 'thirdParty', name: `某某公司${id}` },
});

describe('a program that was down for a month', function () {
  this.timeout(120_000);
  let database: FreshDatabase;
  let desk: Desk;
  const names = new Map<string, string>();

  const open = (...acts: Act[]) =>
    desk.door.open(desk.opening(), [received(stopped), registered(stopped), ...acts], desk.by());

  const dueNow = (): Promise<number> =>
    database.dataSource.manager.countBy(WakeRecord, { on: LessThan(localDate('2026-11-24')) });

  /** Starts the program, lets it sweep as it does at every start until all is done, sweeps once more, and stops it. */
  const startAndStop = async (): Promise<void> => {
    const { address } = database;
    const dataSource = await new DataSource(databaseOptions(address, entities, migrations, 5)).initialize();
    const program = await createWebApplication(AppModule.on(dataSource));
    await program.init();
    // Told to end, the program would stop after the case at hand.
    while ((await dueNow()) > 0 || (await database.dataSource.manager.count(ReminderRecord)) === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await program.get(Waker, { strict: false }).sweepOnce(localDate(restarted));
    await program.get(Reminding, { strict: false }).sweepOnce(localDate(restarted));
    await program.close();
  };

  before(async () => {
    setClock(at(stopped));
    database = await freshDatabase();
    desk = await newDesk(database.dataSource);
    for (const role of ['handler', 'head', 'leader'] as const) {
      const { code: officeCode } = desk.office;
      const { id } = await addPerson(database.dataSource, { loginName: role, roles: [role], officeCode });
      names.set(id, role);
    }
    for (let n = 0; n < 5; n += 1) await open(correctionRequired(stopped, '2026-11-12'));
    await open(sought('1'), sought('2'));
    await open(asked);
    await open(...repliedOnTheSpot(stopped));
    await open();
    await desk.door.open(desk.opening(), [received('2026-08-03'), registered('2026-08-03')], desk.by());
  });
  after(async () => {
    setClock();
    await database.drop();
  });

  it('does at its start what fell due, each once and on its lawful day, and reminds of nothing long past', async () => {
    const { manager } = database.dataSource;
    const due = await manager.find(WakeRecord, { order: { on: 'ASC' } });
    const lawful = due.filter(({ on }) => on < localDate(restarted));
    expect(lawful.map(({ act, on }) => `${act} ${on}`)).to.have.members([
      ...Array<string>(5).fill('correction.lapsed 2026-11-12'),
      ...Array<string>(2).fill('opinion.lapsed 2026-11-23'),
      'reasons.lapsed 2026-11-12',
    ]);

    setClock(at(restarted));
    await startAndStop();
    await startAndStop();

    const done = await manager.findBy(ActRecord, { byName: '期限届满' });
    const named = (applicationId: string, act: string, matter: string, on: string): string =>
      [applicationId, act, matter, on].join(' ');
    expect(
      done.map(({ applicationId, type, facts, on }) =>
        named(applicationId, type, (facts['id'] as string | undefined) ?? '', on),
      ),
    ).to.have.members(
      lawful.map(({ applicationId, act, matter, on }) => named(applicationId, act, matter, on)),
    );
    expect(
      await manager.countBy(WakeRecord, {
        applicationId: In(lawful.map((wake) => wake.applicationId)),
        on: localDate('2026-11-12'),
      }),
    ).to.equal(0);

    // Two cases whose reply was owed on 30 November: one reminder to the head and one to leadership for each, of all the
    // steps that were missed the last alone. The case of August is silent.
    const reminders = await manager.find(ReminderRecord);
    expect(
      reminders.map(({ accountId, dueOn, distance }) => `${names.get(accountId)} ${dueOn} ${distance}`),
    ).to.have.members(['head', 'head', 'leader', 'leader'].map((role) => `${role} 2026-11-30 ${OVERDUE}`));
  });
});
