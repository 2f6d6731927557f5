import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { type DataSource, IsNull } from 'typeorm';
import type { Act } from '../../src/domain/acts/acts.js';
import type { Role } from '../../src/domain/office/role.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { settings } from '../../src/infrastructure/settings.js';
import { setClock } from '../../src/infrastructure/today.js';
import { ReminderRecord } from '../../src/records/reminder/reminder.js';
import { FeedKeeping } from '../../src/reminders/feed-keeping.js';
import { ReminderMailing } from '../../src/reminders/mailing.js';
import { Reminding } from '../../src/reminders/reminding.js';
import { type Desk, newDesk, received, registered, repliedOnTheSpot } from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { addPerson } from '../support/program.js';

/** Received on 2 November 2026, the reply is owed on Monday 30 November. */
const open: [Act, Act] = [received('2026-11-02'), registered('2026-11-02')];
const closed: Act = { type: 'application.closed', on: localDate('2026-11-20') };
const withdrawn: Act = { type: 'application.withdrawn', on: localDate('2026-11-20'), proof: '撤回书' };

describe('reminding', () => {
  let database: FreshDatabase;
  let dataSource: DataSource;
  let desk: Desk;
  let reminding: Reminding;
  let mailing: ReminderMailing;

  const person = async (...roles: Role[]): Promise<string> => {
    const loginName = randomUUID().slice(0, 8);
    return (await addPerson(dataSource, { loginName, roles, officeCode: desk.office.code })).id;
  };
  const kept = async (accountId: string) => {
    const rows = await dataSource.manager.find(ReminderRecord, { where: { accountId } });
    return rows
      .map((row) => `${row.dueOn} ${row.distance}${row.settledAt ? ' settled' : ''} ${row.mail}`)
      .sort();
  };
  const outbox = (): string[] => {
    const folder = join(settings().dataDir, 'outbox');
    try {
      return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    } catch {
      return [];
    }
  };

  beforeEach(async () => {
    setClock(() => new Date('2026-11-23T02:00:00Z'));
    rmSync(join(settings().dataDir, 'outbox'), { recursive: true, force: true });
    database = await freshDatabase();
    dataSource = database.dataSource;
    desk = await newDesk(dataSource);
    reminding = new Reminding(dataSource);
    mailing = new ReminderMailing(dataSource);
  });
  afterEach(async () => {
    setClock();
    await database.drop();
  });

  it('writes each reminder once, however many sweep at once and however often', async () => {
    const handler = await person('handler');
    for (let n = 0; n < 12; n++) await desk.door.open(desk.opening(), open, desk.by());
    const on = localDate('2026-11-25');
    const swept = await Promise.all([1, 2, 3].map(() => new Reminding(dataSource).sweepOnce(on)));
    await reminding.sweepOnce(on);
    expect(await dataSource.manager.countBy(ReminderRecord, { accountId: handler, distance: 3 })).to.equal(
      12,
    );
    expect(swept.reduce((sum, { written }) => sum + written, 0)).to.be.at.most(12);
    expect(await reminding.sweepOnce(on)).to.deep.equal({ written: 0, settled: 0 });
  });

  it('puts a later reminder in the place of an earlier one, and ends them with the duty', async () => {
    const handler = await person('handler');
    const { application } = await desk.door.open(desk.opening(), open, desk.by());
    await reminding.sweepOnce(localDate('2026-11-23'));
    await reminding.sweepOnce(localDate('2026-11-25'));
    expect(await kept(handler)).to.deep.equal(['2026-11-30 3 none', '2026-11-30 5 settled none']);
    await desk.door.perform(application.id, withdrawn, desk.by());
    await reminding.sweepOnce(localDate('2026-11-25'));
    expect(await kept(handler)).to.deep.equal(['2026-11-30 3 settled none', '2026-11-30 5 settled none']);
  });

  it('reminds anew when the day has moved', async () => {
    const handler = await person('handler');
    const { application } = await desk.door.open(desk.opening(), open, desk.by());
    await reminding.sweepOnce(localDate('2026-11-23'));
    const extended: Act = { type: 'period.extended', on: localDate('2026-11-23'), workdays: 2, why: '核实' };
    await desk.door.perform(application.id, extended, desk.by());
    await reminding.sweepOnce(localDate('2026-11-25'));
    expect(await kept(handler)).to.deep.equal(['2026-11-30 5 settled none', '2026-12-02 5 none']);
  });

  it('sends no burst after a month without a sweep', async () => {
    const [handler, head] = [await person('handler'), await person('head')];
    await desk.door.open(desk.opening(), open, desk.by());
    await reminding.sweepOnce(localDate('2026-12-08'));
    expect(await kept(handler)).to.deep.equal([]);
    expect(await kept(head)).to.deep.equal(['2026-11-30 -1 none']);
  });

  it('says nothing of closed cases nor of those replied to', async () => {
    const handler = await person('handler', 'head', 'leader', 'legal');
    await desk.door.open(desk.opening(), [...open, withdrawn, closed], desk.by());
    await desk.door.open(desk.opening(), [...open, ...repliedOnTheSpot('2026-11-04')], desk.by());
    expect(await reminding.sweepOnce(localDate('2026-12-02'))).to.deep.equal({ written: 0, settled: 0 });
    expect(await kept(handler)).to.deep.equal([]);
  });

  it('reminds the handler who has the case, and every handler while nobody has it', async () => {
    const [mine, other] = [await person('handler'), await person('handler')];
    await desk.door.open(desk.opening({ handlerAccountId: mine }), open, desk.by());
    await reminding.sweepOnce(localDate('2026-11-25'));
    expect([await kept(mine), await kept(other)].map((rows) => rows.length)).to.deep.equal([1, 0]);
    await desk.door.open(desk.opening(), open, desk.by());
    await reminding.sweepOnce(localDate('2026-11-25'));
    expect([await kept(mine), await kept(other)].map((rows) => rows.length)).to.deep.equal([2, 1]);
  });

  it('mails all of a person in one, in office hours, without personal data', async () => {
    const handler = await person('handler');
    await new FeedKeeping(dataSource).setEmail(handler, 'chengban@example.gov.cn');
    for (let n = 0; n < 2; n++) await desk.door.open(desk.opening(), open, desk.by());
    await reminding.sweepOnce(localDate('2026-11-23'));
    expect(await mailing.sendOnce(new Date('2026-11-22T13:00:00Z'))).to.equal(0);
    expect(await kept(handler)).to.deep.equal(['2026-11-30 5 due', '2026-11-30 5 due']);
    expect(await mailing.sendOnce(new Date('2026-11-23T01:00:00Z'))).to.equal(1);
    expect(await mailing.sendOnce(new Date('2026-11-23T01:05:00Z'))).to.equal(0);
    expect(await kept(handler)).to.deep.equal(['2026-11-30 5 sent', '2026-11-30 5 sent']);
    const [mail = ''] = outbox();
    const body = textOf(mail);
    expect(body).to.contain('2026-00001　答复期限　2026年11月30日到期，还剩 5 个工作日');
    expect(body).to.contain('/cases/').and.not.to.contain('张三丰').and.not.to.contain('征地');
  });

  it('chases an opinion that was asked for, until it comes', async () => {
    const handler = await person('handler');
    const on = localDate('2026-11-02');
    const sought: Act = {
      type: 'opinion.sought',
      on,
      deliveredOn: on,
      id: '1',
      consultee: 'agency',
      name: '区财政局',
    };
    const { application } = await desk.door.open(desk.opening(), [...open, sought], desk.by());
    await reminding.sweepOnce(localDate('2026-11-13'));
    expect(await kept(handler)).to.deep.equal([]);
    await reminding.sweepOnce(localDate('2026-11-16'));
    await reminding.sweepOnce(localDate('2026-11-19'));
    expect(await kept(handler)).to.deep.equal(['2026-11-23 2 none', '2026-11-23 5 settled none']);
    const [row] = await dataSource.manager.findBy(ReminderRecord, { distance: 2 });
    expect(row?.periodName).to.contain('催办').and.to.contain('区财政局');
    await desk.door.perform(
      application.id,
      { type: 'opinion.received', on: localDate('2026-11-20'), id: '1' },
      desk.by(),
    );
    await reminding.sweepOnce(localDate('2026-11-23'));
    const waiting = await dataSource.manager.find(ReminderRecord, { where: { settledAt: IsNull() } });
    expect(waiting.filter(({ period }) => period === 'opinion:1')).to.deep.equal([]);
  });

  it('drops a mail whose matter was done before the morning', async () => {
    const handler = await person('handler');
    await new FeedKeeping(dataSource).setEmail(handler, 'chengban@example.gov.cn');
    const { application } = await desk.door.open(desk.opening(), open, desk.by());
    await reminding.sweepOnce(localDate('2026-11-23'));
    await desk.door.perform(application.id, withdrawn, desk.by());
    await reminding.sweepOnce(localDate('2026-11-23'));
    expect(await mailing.sendOnce(new Date('2026-11-23T01:00:00Z'))).to.equal(0);
    expect(await kept(handler)).to.deep.equal(['2026-11-30 5 settled dropped']);
    expect(outbox()).to.deep.equal([]);
  });
});

/** The text of a mail that was laid in the outbox. */
function textOf(mail: string): string {
  const body = mail.slice(mail.indexOf('\r\n\r\n') + 4);
  if (/base64/i.test(mail)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => `%${hex}`);
  return decodeURIComponent(bytes.replace(/%(?![0-9A-F]{2})/g, '%25'));
}
