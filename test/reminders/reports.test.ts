import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Role } from '../../src/domain/office/role.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { settings } from '../../src/infrastructure/settings.js';
import { now, setClock } from '../../src/infrastructure/today.js';
import { AnnualReportRecord } from '../../src/records/report/annual-report.js';
import { addOffice } from '../../src/records/office/offices.js';
import { ReminderRecord } from '../../src/records/reminder/reminder.js';
import { FeedKeeping } from '../../src/reminders/feed-keeping.js';
import { ReminderMailing } from '../../src/reminders/mailing.js';
import { ReportReminding } from '../../src/reminders/report-reminding.js';
import { type Desk, newDesk, received, registered } from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { addPerson } from '../support/program.js';

const SUBMITTED = { three: {}, four: {}, two: {}, texts: {} } as AnnualReportRecord['submitted'];

describe('reminders of reports that are due', () => {
  let database: FreshDatabase;
  let desk: Desk;
  let reminding: ReportReminding;

  const person = async (loginName: string, ...roles: Role[]): Promise<string> =>
    (await addPerson(database.dataSource, { loginName, roles, officeCode: desk.office.code })).id;
  const open = async (accountId: string): Promise<string[]> => {
    const rows = await database.dataSource.manager.findBy(ReminderRecord, { accountId });
    return rows
      .filter(({ settledAt }) => settledAt === null)
      .map(({ period, dueOn, distance }) => `${period} ${dueOn} ${distance}`)
      .sort();
  };
  const sweep = (on: string) => reminding.sweepOnce(localDate(on));

  beforeEach(async () => {
    setClock(() => new Date('2025-11-24T10:00:00+08:00'));
    rmSync(join(settings().dataDir, 'outbox'), { recursive: true, force: true });
    database = await freshDatabase();
    desk = await newDesk(database.dataSource);
    await desk.door.open(desk.opening(), [received('2025-11-03'), registered('2025-11-03')], desk.by());
    reminding = new ReportReminding(database.dataSource);
  });
  afterEach(async () => {
    setClock();
    await database.drop();
  });

  it('come fifteen, five and one working day before 31 January, on the day, and once it has passed', async () => {
    const clerk = await person('dengji', 'clerk');
    const leader = await person('lingdao', 'leader');
    const handler = await person('jingban', 'handler');
    expect(await sweep('2026-01-08')).to.deep.equal({ written: 0, settled: 0 });
    const days = ['2026-01-12', '2026-01-13', '2026-01-26', '2026-01-30', '2026-01-31', '2026-02-02'];
    const seen: string[][] = [];
    for (const day of days) {
      await sweep(day);
      seen.push((await open(clerk)).map((one) => one.replace(/^annualReport\.own\.2025 2026-01-31 /, '')));
    }
    expect(seen).to.deep.equal([['15'], ['15'], ['5'], ['0'], ['0'], ['-1']]);
    expect(await open(leader)).to.deep.equal(['annualReport.own.2025 2026-01-31 -1']);
    expect(await open(handler)).to.deep.equal([]);
    expect(await sweep('2026-02-02')).to.deep.equal({ written: 0, settled: 0 });
  });

  it('are settled once the report is published, and go by mail with the address of the report', async () => {
    const clerk = await person('dengji', 'clerk');
    const { manager } = database.dataSource;
    await new FeedKeeping(database.dataSource).setEmail(clerk, 'dengji@example.gov.cn');
    setClock(() => new Date('2026-01-26T10:00:00+08:00'));
    await sweep('2026-01-26');
    expect(
      await new ReminderMailing(database.dataSource).sendOnce(new Date('2026-01-26T10:00:00+08:00')),
    ).to.equal(1);
    const folder = join(settings().dataDir, 'outbox');
    const mails = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const words = Buffer.from(mails.join('').replace(/^[^]*?\r?\n\r?\n/u, ''), 'base64').toString('utf8');
    expect(words).to.contain('年度报告　2025年：提交并公布本机关年度报告　2026年1月31日到期');
    expect(words).to.contain(`/annual-report?year=2025&office=${desk.office.code}`);
    await manager.insert(AnnualReportRecord, {
      ...{ officeId: desk.office.id, year: 2025, coverage: 'own', texts: {}, tableTwo: {} },
      ...{ savedAt: now(), savedByName: '某', savedByAccountId: clerk },
      ...{
        submittedAt: now(),
        submittedByName: '某',
        submittedByAccountId: clerk,
        submitted: SUBMITTED,
      },
      ...{ publishedOn: localDate('2026-01-27'), publishedWhere: '区政府网站' },
    });
    expect(await sweep('2026-01-27')).to.deep.equal({ written: 0, settled: 1 });
    expect(await open(clerk)).to.deep.equal([]);
  });

  it('are for the report of the government too where there are offices below, by 31 March', async () => {
    const head = await person('fuze', 'head');
    const { manager } = database.dataSource;
    await addOffice(manager, { code: 'XIA', name: '某某区下级局', parentId: desk.office.id });
    await sweep('2026-03-25');
    expect(await open(head)).to.deep.equal(['annualReport.withSubordinates.2025 2026-03-31 5']);
    await sweep('2026-04-10');
    expect(await open(head)).to.deep.equal([
      'annualReport.withSubordinates.2025 2026-03-31 -1',
      'selfCheck.2026.1 2026-04-15 5',
    ]);
  });
});
