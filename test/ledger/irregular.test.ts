import { expect } from 'chai';
import { effectiveActs } from '../../src/domain/acts/effective.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { logOf, recordedAct } from '../../src/records/application/logs.js';
import { type LedgerOffice, openLedgerOffice } from '../support/ledger-office.js';

describe('irregular history in a ledger', () => {
  let office: LedgerOffice;
  before(async () => {
    office = await openLedgerOffice();
  });
  after(() => office.close());

  const actsOf = async (number: string) => {
    const { manager } = office.database.dataSource;
    const application = await manager.findOneByOrFail(ApplicationRecord, { number });
    return effectiveActs((await logOf(manager, application.id)).map(recordedAct));
  };

  it('is imported and marked, each with its article', async () => {
    const report = await office.take([
      { 编号: 'L-1', 答复日期: '2023-05-15' },
      { 编号: 'L-2', 延长工作日: '45', 答复日期: '2023-03-20' },
      {
        编号: 'L-3',
        收到日期: '2024-03-01',
        答复日期: '2024-03-15',
        办理结果: '不予公开-属于四类过程性信息',
        应诉通知日期: '2024-05-06',
        起诉方式: '未经复议直接起诉',
        诉讼结果: '尚未审结',
      },
    ]);
    expect(report).to.deep.include({ imported: 3, refused: [], written: true });
    expect(
      report.irregular.map(({ row, number, code, article }) => [row, number, code, article]),
    ).to.deep.equal([
      [2, 'L-1', 'replyLate', '《条例》第三十三条第二款'],
      [3, 'L-2', 'extensionTooLong', '《条例》第三十三条第二款'],
      [4, 'L-3', 'reconsiderationPassedOver', '《行政复议法》第二十三条第一款第（四）项'],
    ]);
    const { manager } = office.database.dataSource;
    const late = await manager.findOneByOrFail(ApplicationRecord, { number: 'L-1' });
    expect(late.irregularityCount).to.equal(1);
  });

  it('dates an extension on the last day on which it could be told, or on the day of the reply', async () => {
    await office.take([
      { 编号: 'E-1', 延长工作日: '20', 答复日期: '2023-04-20' },
      { 编号: 'E-2', 延长工作日: '20', 答复日期: '2023-03-10' },
    ]);
    const daysOf = async (number: string) =>
      (await actsOf(number)).filter(({ type }) => type === 'period.extended').map(({ on }) => on);
    // Twenty working days from 1 March 2023.
    expect(await daysOf('E-1')).to.deep.equal(['2023-03-29']);
    expect(await daysOf('E-2')).to.deep.equal(['2023-03-10']);
  });

  it('takes an appeal after the due day and before any reply for one over silence', async () => {
    await office.take([
      { 编号: 'S-1', 办理结果: '', 答复日期: '', 复议受理日期: '2023-05-10', 复议结果: '尚未审结' },
      {
        编号: 'S-2',
        答复日期: '2023-05-20',
        复议受理日期: '2023-05-10',
        复议决定日期: '2023-06-10',
        复议结果: '确认违法',
      },
    ]);
    for (const number of ['S-1', 'S-2']) {
      const accepted = (await actsOf(number)).find(({ type }) => type === 'reconsideration.accepted');
      expect(accepted).to.include({ over: 'silence', source: 'ledger' });
    }
  });

  it('makes nothing up', async () => {
    await office.take([{ 编号: 'N-1', 备注: '电话告知' }]);
    const acts = (await actsOf('N-1')).map(({ recordedAt: _at, ...act }) => act);
    const by = '台账导入';
    expect(acts).to.deep.equal([
      {
        type: 'application.received',
        on: '2023-03-01',
        channel: 'registeredMail',
        source: 'ledger',
        seq: 1,
        by,
      },
      { type: 'application.registered', on: '2023-03-01', note: '电话告知', source: 'ledger', seq: 2, by },
      { type: 'reply.issued', on: '2023-03-15', outcome: 'granted', source: 'ledger', seq: 3, by },
      { type: 'reply.served', on: '2023-03-15', how: 'unrecorded', source: 'ledger', seq: 4, by },
    ]);
  });
});
