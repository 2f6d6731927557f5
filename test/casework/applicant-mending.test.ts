import { expect } from 'chai';
import type { ApplicantWritten } from '../../src/casework/applicant-written.js';
import { recount } from '../../src/casework/recount.js';
import { verifyAll } from '../../src/casework/verification.js';
import { Refused } from '../../src/casework/refusals.js';
import { ActRecord } from '../../src/records/application/act.js';
import { AnnualFiling } from '../../src/records/report/annual-filing.js';
import type { ApplicationRecord } from '../../src/records/application/application.js';
import { applicationsIn, havingFragment } from '../../src/records/application/applications.js';
import { correctedCases } from '../../src/records/report/late-corrections.js';
import { ParticularsCorrection } from '../../src/records/application/particulars-correction.js';
import { mendingsOf } from '../../src/records/application/particulars-corrections.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { setClock } from '../../src/infrastructure/today.js';
import { type Desk, newDesk, received, registered, repliedOnTheSpot } from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { failureOf } from '../support/failure.js';
import { countTableThree } from '../support/live-tables.js';

const written: ApplicantWritten = {
  applicantKind: 'naturalPerson',
  applicantName: '张三丰',
  idDocument: 'residentCard',
  idNumber: '11010519491231002X',
  phone: '13800000001',
};

describe('更正申请人信息', () => {
  let database: FreshDatabase;
  let desk: Desk;
  let application: ApplicationRecord;

  beforeEach(async () => {
    setClock(() => new Date('2026-03-02T02:00:00Z'));
    database = await freshDatabase();
    desk = await newDesk(database.dataSource);
    const acts = [received('2026-03-02'), registered('2026-03-02')] as const;
    ({ application } = await desk.door.open(desk.opening(written), [...acts], desk.by()));
  });
  afterEach(async () => {
    setClock();
    await database.drop();
  });

  const mend = (changes: Partial<ApplicantWritten>, why = '登记时录错') =>
    desk.door.mendApplicant(application.id, { applicant: { ...written, ...changes }, why }, desk.by('clerk'));
  const found = async (fragment: string) =>
    havingFragment(applicationsIn(database.dataSource.manager, [desk.office.id]), fragment).getCount();

  it('writes the particulars anew and keeps the old ones sealed, with no personal data in the record', async () => {
    const joint = [{ name: '李四', idDocument: 'residentCard', idNumber: '440524188001010014' }] as const;
    await mend({ phone: '139 0000 0002', applicantName: '张三峰', agentName: '赵律师', joint });
    expect([await found('13900000002'), await found('0002'), await found('三峰')]).to.deep.equal([1, 1, 1]);
    expect([await found('13800000001'), await found('三丰')]).to.deep.equal([0, 0]);

    const { manager } = database.dataSource;
    const mended = (await mendingsOf(manager, application.id)).get(3);
    expect(mended).to.deep.equal({
      before: { applicantName: '张三丰', phone: '13800000001', agentName: null, joint: [] },
      after: { applicantName: '张三峰', phone: '139 0000 0002', agentName: '赵律师', joint },
    });
    const act = await manager.findOneByOrFail(ActRecord, { seq: 3 });
    expect(act.facts).to.include({ why: '登记时录错', what: '姓名或名称、联系电话、代理人、共同申请人' });
    const stored = JSON.stringify([
      act,
      ...(await database.dataSource.query('SELECT * FROM particulars_corrections')),
    ]);
    expect(stored).not.to.match(/13800000001|139 0000 0002|440524188001010014|赵律师/);
    expect((await verifyAll(database.dataSource)).differences).to.deep.equal([]);
  });

  it('is refused where nothing differs, and cannot come without its particulars', async () => {
    const same = await failureOf(mend({ idNumber: '11010519491231002x' }));
    expect(same).to.be.instanceOf(Refused);
    expect((same as Refused).findings[0]?.code).to.equal('nothingMended');
    const bare = { type: 'particulars.corrected', on: localDate('2026-03-02'), why: '录错' } as const;
    expect(String(await failureOf(desk.door.perform(application.id, bare, desk.by())))).to.match(
      /mendApplicant/,
    );
    expect(await database.dataSource.manager.count(ActRecord)).to.equal(2);
  });

  it('is not struck by 更正记录, and stays for ever', async () => {
    await mend({ phone: '13900000002' });
    const strike = {
      type: 'act.corrected',
      on: localDate('2026-03-02'),
      corrects: 3,
      why: '误更正',
    } as const;
    const refused = await failureOf(desk.door.perform(application.id, strike, desk.by()));
    expect((refused as Refused).findings[0]?.mend).to.contain('再更正一次申请人信息');
    const deleted = await failureOf(database.dataSource.manager.delete(ParticularsCorrection, { actSeq: 3 }));
    expect(String(deleted)).to.match(/only ever added/);
  });

  it('moves the case to another column of table three, from the day of the correction on', async () => {
    const { manager } = database.dataSource;
    const year = { officeIds: [desk.office.id], year: 2026 };
    setClock(() => new Date('2026-03-09T02:00:00Z'));
    await mend({ applicantKind: 'business', applicantName: '某某有限公司' });
    expect((await countTableThree(manager, year)).received).to.include({ naturalPerson: 0, business: 1 });
    const then = { ...year, until: localDate('2026-03-08'), axis: 'known' } as const;
    expect((await countTableThree(manager, then)).received).to.include({ naturalPerson: 1, business: 0 });
    expect(await recount(database.dataSource)).to.deep.equal({ applications: 1, versions: [], sums: [] });

    await mend({ applicantKind: 'legalService', applicantName: '某某律师事务所' });
    expect(await recount(database.dataSource)).to.deep.equal({ applications: 1, versions: [], sums: [] });
    expect((await verifyAll(database.dataSource)).differences).to.deep.equal([]);
  });

  it('is posted forward where the year is filed, also on a closed case', async () => {
    const { manager } = database.dataSource;
    const closed = { type: 'application.closed', on: localDate('2026-03-03') } as const;
    setClock(() => new Date('2026-03-03T02:00:00Z'));
    await desk.door.performAll(application.id, [...repliedOnTheSpot('2026-03-03'), closed], desk.by());
    setClock(() => new Date('2027-02-01T02:00:00Z'));
    await mend({ applicantKind: 'business' });
    const filing = { officeId: desk.office.id, year: 2026, filedAt: new Date('2027-01-20T02:00:00Z') };
    const [corrected] = await correctedCases(manager, [filing as AnnualFiling]);
    expect(corrected?.filings[0]?.then).to.include({ applicant: 'naturalPerson', row: 'granted' });
    expect(corrected?.now).to.include({ applicant: 'business', row: 'granted' });
  });

  it('is missed by the check of all cases where the sealed text or the kind was touched', async () => {
    await mend({ applicantKind: 'business' });
    const tamper = (statement: string) =>
      database.dataSource.transaction(async (manager) => {
        await manager.query(`SET LOCAL session_replication_role = replica`);
        await manager.query(statement);
      });
    const says = async () => (await verifyAll(database.dataSource)).differences.map((one) => one.says);
    await tamper(`UPDATE applications SET "applicantKind" = 'research'`);
    expect(await says()).to.deep.equal(['申请人类别与最后一次更正的记录不符。']);
    await tamper(`UPDATE applications SET "applicantKind" = 'business'`);
    await tamper(`DELETE FROM particulars_corrections`);
    expect(await says()).to.deep.equal(['第 3 条更正的申请人信息缺失，或与记录的指纹不符。']);
  });
});
