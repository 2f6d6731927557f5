import { expect } from 'chai';
import { verifyAll } from '../../src/casework/verification.js';
import { Door } from '../../src/casework/door.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { addOffice } from '../../src/records/office/offices.js';
import { Waker } from '../../src/deadlines/waker.js';
import { openCasesOf } from '../../src/casework/open-cases.js';
import { today } from '../../src/infrastructure/today.js';
import { countOverdueLeftByLedger, nextUnassigned } from '../../src/records/application/applications.js';
import { LeftByLedger0000000000053 } from '../../src/records/migrations/0053-left-by-ledger.js';
import { logOf } from '../../src/records/application/logs.js';
import { type LedgerOffice, type Line, openLedgerOffice } from '../support/ledger-office.js';

const open: Line = { 办理结果: '', 答复日期: '' };
const appealed: Line = { 复议受理日期: '2023-04-10', 复议结果: '尚未审结' };
const decided: Line = { 复议受理日期: '2023-04-10', 复议决定日期: '2023-06-01', 复议结果: '撤销' };
const sued: Line = { 应诉通知日期: '2023-07-03', 起诉方式: '复议后起诉', 诉讼结果: '尚未审结' };
const judged: Line = { ...sued, 裁判日期: '2023-10-09', 诉讼结果: '维持' };

describe('a ledger that goes on', () => {
  let office: LedgerOffice;
  beforeEach(async () => {
    office = await openLedgerOffice();
  });
  afterEach(() => office.close());

  const application = (number = '2023-00001') =>
    office.database.dataSource.manager.findOneByOrFail(ApplicationRecord, { number });
  const typesOf = async (): Promise<string[]> => {
    const log = await logOf(office.database.dataSource.manager, (await application()).id);
    return log.map(({ type }) => type);
  };

  it('adds only what is missing, month after month', async () => {
    const received = ['application.received', 'application.registered'];
    const replied = [...received, 'reply.issued', 'reply.served'];
    const accepted = [...replied, 'reconsideration.accepted'];
    const upTo: [Line, string[]][] = [
      [open, received],
      [{}, replied],
      [appealed, accepted],
      [decided, [...accepted, 'reconsideration.decided']],
      [{ ...decided, ...sued }, [...accepted, 'reconsideration.decided', 'suit.served']],
      [
        { ...decided, ...judged },
        [...accepted, 'reconsideration.decided', 'suit.served', 'suit.finallyJudged'],
      ],
    ];
    for (const [line, types] of upTo) {
      const report = await office.take([line]);
      expect(report.imported + report.updated, JSON.stringify(report.refused)).to.equal(1);
      expect(await typesOf()).to.deep.equal(types);
    }
  });

  it('passes over a file older than the record', async () => {
    await office.take([{ ...decided, ...judged }]);
    const { version } = await application();
    for (const line of [open, {}, appealed, decided, { ...decided, ...sued }]) {
      expect(await office.take([line])).to.deep.include({ unchanged: 1, updated: 0, written: false });
    }
    expect((await application()).version).to.equal(version);
  });

  it('takes a row named in other words for the same', async () => {
    await office.take([decided]);
    const same: Line[] = [
      { ...decided, 收到日期: '2023年3月1日', 答复日期: '２０２３.3.15', 申请人: ' 陶洋明 ' },
      { ...decided, 复议结果: '纠正', 办理结果: '（一）予以公开' },
    ];
    for (const line of same) expect(await office.take([line])).to.deep.include({ unchanged: 1, refused: [] });
  });

  it('refuses a row that contradicts the record, and says what differs', async () => {
    await office.take([decided]);
    const contradictions: [Line, string, string][] = [
      [{ 申请人: '杨静刚' }, '申请人', '陶洋明'],
      [{ 收到日期: '2023-03-02' }, '收到日期', '2023-03-01'],
      [{ 申请渠道: '传真' }, '申请渠道', '邮寄'],
      [{ 办理结果: '部分公开' }, '办理结果', '予以公开'],
      [{ 答复日期: '2023-03-16' }, '答复日期', '2023-03-15'],
      [{ ...decided, 复议结果: '维持' }, '复议结果', '撤销'],
      [{ ...decided, 复议决定日期: '2023-06-02' }, '复议决定日期', '2023-06-01'],
      [{ 备注: '补记' }, '备注', '（空）'],
    ];
    for (const [line, column, known] of contradictions) {
      const { refused, written } = await office.take([line]);
      expect({ written, columns: refused.map((one) => one.column) }).to.deep.equal({
        written: false,
        columns: [column],
      });
      expect(refused[0]?.reason).to.include(`“${known}”`);
    }
  });

  it('goes on with a case that has been worked on since, and adds no proceeding twice', async () => {
    await office.take([{}]);
    const { id } = await application();
    const accepted: Act = {
      type: 'reconsideration.accepted',
      on: localDate('2023-04-10'),
      id: '（2023）12号',
      over: 'reply',
    };
    await new Door(office.database.dataSource).perform(id, accepted, {
      actor: { kind: 'person', name: '法制', roles: ['legal'] },
      officeIds: [office.officeId],
    });
    expect(await office.take([decided])).to.deep.include({ updated: 1, refused: [] });
    const log = await logOf(office.database.dataSource.manager, id);
    expect(log.slice(-2).map(({ type, facts }) => [type, facts['id']])).to.deep.equal([
      ['reconsideration.accepted', '（2023）12号'],
      ['reconsideration.decided', '（2023）12号'],
    ]);
  });

  it('goes on with a case that time has closed', async () => {
    await office.take([{}]);
    const { dataSource } = office.database;
    await new Waker(dataSource, new Door(dataSource)).sweepOnce(today());
    expect((await application()).stage).to.equal('closed');
    expect(await office.take([{}])).to.deep.include({ unchanged: 1 });
    expect(await office.take([{ ...decided, ...judged }])).to.deep.include({ updated: 1, refused: [] });
    expect((await application()).stage).to.equal('litigation');
    const { differences } = await verifyAll(dataSource);
    expect(differences).to.deep.equal([]);
  });

  it('leaves for last what was late already, until somebody goes on with it', async () => {
    const { manager } = office.database.dataSource;
    const day = today();
    await office.take([open, { ...open, 编号: '2023-00002', 收到日期: day }]);
    const [old, recent] = [await application(), await application('2023-00002')];
    const left = async (): Promise<string[]> =>
      (await openCasesOf(manager, office.officeId, day))
        .filter(({ leftByLedger }) => leftByLedger)
        .map((one) => one.application.id);
    const overdueLeft = () => countOverdueLeftByLedger(manager, [office.officeId], day);
    expect(await left()).to.deep.equal([old.id]);
    expect(await overdueLeft()).to.equal(1);
    expect(await nextUnassigned(manager, office.officeId)).to.equal(recent.id);
    await new Door(office.database.dataSource).perform(
      old.id,
      { type: 'application.assigned', on: day, handler: '某科' },
      { actor: { kind: 'person', name: '王经办', roles: ['clerk'] }, officeIds: [office.officeId] },
    );
    expect(await left()).to.deep.equal([]);
    expect(await overdueLeft()).to.equal(0);
    expect(await nextUnassigned(manager, office.officeId)).to.equal(old.id);
  });

  it('marks the same in a database from before there was a mark', async () => {
    const { dataSource } = office.database;
    const lines = [
      open,
      { ...open, 编号: '2023-00002', 收到日期: today() },
      { 编号: '2023-00003', ...appealed },
    ];
    await office.take(lines);
    await dataSource.query('ALTER TABLE applications DROP COLUMN "leftByLedger"');
    const runner = dataSource.createQueryRunner();
    await new LeftByLedger0000000000053().up(runner);
    await runner.release();
    const marked = await dataSource.manager.findBy(ApplicationRecord, { leftByLedger: true });
    expect(marked.map(({ number }) => number))
      .to.include('2023-00001')
      .and.not.include('2023-00002');
    expect((await verifyAll(dataSource)).differences).to.deep.equal([]);
  });

  it('keeps the numbers of other offices apart', async () => {
    await office.take([{}]);
    const { manager } = office.database.dataSource;
    const other = await addOffice(manager, { code: 'TZ-QT', name: '台账区其他局' });
    expect(await office.take([{ 申请人: '杨静刚' }], { officeId: other.id })).to.deep.include({
      imported: 1,
    });
    expect(await manager.count(ApplicationRecord)).to.equal(2);
  });
});
