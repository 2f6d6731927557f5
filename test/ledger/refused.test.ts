import { expect } from 'chai';
import { addDays } from '../../src/domain/time/local-date.js';
import { today } from '../../src/infrastructure/today.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { csv, fileWith, type LedgerOffice, type Line, openLedgerOffice } from '../support/ledger-office.js';

/** A line that cannot be, the column that says so, and words of the reason and of the remedy. */
const impossible: readonly [string, Line, string, RegExp, RegExp][] = [
  ['no number', { 编号: '' }, '编号', /没有填写/, /请填写编号/],
  ['no applicant', { 申请人: ' ' }, '申请人', /没有填写/, /请填写/],
  ['no day of receipt', { 收到日期: '' }, '收到日期', /没有填写/, /2023-03-06/],
  ['nothing asked for', { 所需信息: '' }, '所需信息', /没有填写/, /请填写/],
  ['an unknown kind of applicant', { 申请人类型: '自然入' }, '申请人类型', /“自然入”/, /是否应为“自然人”/],
  ['an unknown channel', { 申请渠道: '互联' }, '申请渠道', /“互联”/, /是否应为“互联网”/],
  [
    'an unknown outcome',
    { 办理结果: '不予公开-保护第三人合法权益' },
    '办理结果',
    /不是办理结果/,
    /是否应为“不予公开-保护第三方合法权益”/,
  ],
  ['a group of outcomes', { 办理结果: '不予公开' }, '办理结果', /8 种/, /属于国家秘密/],
  ['a day that does not exist', { 收到日期: '2023-02-30' }, '收到日期', /不是存在的日期/, /核对/],
  ['a day in words', { 答复日期: '三月底' }, '答复日期', /不是存在的日期/, /2023-03-06/],
  ['a day to come', { 答复日期: addDays(today(), 1) }, '答复日期', /晚于今天/, /实际发生/],
  ['a day before the calendar', { 收到日期: '1999-03-01' }, '收到日期', /早于2010年/, /年份/],
  ['a reply before the receipt', { 答复日期: '2023-02-28' }, '答复日期', /早于收到日期/, /核对/],
  ['a result without its day', { 答复日期: '' }, '答复日期', /没有填答复日期/, /补填答复日期/],
  ['a day without its result', { 办理结果: '' }, '办理结果', /没有填办理结果/, /补填办理结果/],
  ['an extension in words', { 延长工作日: '很久' }, '延长工作日', /不是延长的工作日数/, /20/],
  ['an extension of 1 000 days', { 延长工作日: '1000' }, '延长工作日', /不是延长的工作日数/, /20/],
  [
    'a decision before the acceptance',
    { 复议受理日期: '2023-04-01', 复议决定日期: '2023-03-20', 复议结果: '维持' },
    '复议决定日期',
    /早于/,
    /核对/,
  ],
  [
    'a decision without an acceptance',
    { 复议决定日期: '2023-05-01', 复议结果: '维持' },
    '复议受理日期',
    /没有填复议受理日期/,
    /补填/,
  ],
  [
    'a pending reconsideration with a decision',
    { 复议受理日期: '2023-04-01', 复议决定日期: '2023-05-01', 复议结果: '尚未审结' },
    '复议决定日期',
    /尚未审结/,
    /清空复议决定日期/,
  ],
  [
    'a result without the day of decision',
    { 复议受理日期: '2023-04-01', 复议结果: '维持' },
    '复议决定日期',
    /没有填复议决定日期/,
    /补填/,
  ],
  [
    'an unknown result',
    { 复议受理日期: '2023-04-01', 复议决定日期: '2023-05-01', 复议结果: '驳回请求' },
    '复议结果',
    /“驳回请求”/,
    /驳回复议请求/,
  ],
  [
    'an acceptance before the reply was due',
    { 答复日期: '2023-03-15', 复议受理日期: '2023-03-10', 复议结果: '尚未审结' },
    '复议受理日期',
    /早于|没有答复/,
    /./,
  ],
  [
    'a suit of no kind',
    { 应诉通知日期: '2023-06-01', 诉讼结果: '尚未审结' },
    '起诉方式',
    /没有填起诉方式/,
    /补填/,
  ],
  [
    'an unknown kind of suit',
    { 应诉通知日期: '2023-06-01', 起诉方式: '越级起诉', 诉讼结果: '尚未审结' },
    '起诉方式',
    /“越级起诉”/,
    /未经复议直接起诉/,
  ],
  [
    'a suit after no reconsideration',
    { 应诉通知日期: '2023-06-01', 起诉方式: '复议后起诉', 诉讼结果: '尚未审结' },
    '起诉方式',
    /没有复议/,
    /补记复议/,
  ],
  [
    'a judgment before the suit',
    { 应诉通知日期: '2023-06-01', 起诉方式: '未经复议直接起诉', 裁判日期: '2023-05-01', 诉讼结果: '维持' },
    '裁判日期',
    /早于/,
    /核对/,
  ],
  [
    'a judgment without a suit',
    { 裁判日期: '2023-05-01', 诉讼结果: '维持' },
    '应诉通知日期',
    /没有填应诉通知日期/,
    /补填/,
  ],
  ['a formula that failed', { 答复日期: '#REF!' }, '答复日期', /公式没有结果/, /公式/],
];

describe('rows that cannot be', () => {
  let office: LedgerOffice;
  before(async () => {
    office = await openLedgerOffice();
  });
  after(() => office.close());

  for (const [name, line, column, reason, remedy] of impossible) {
    it(`refuses ${name}, at its cell`, async () => {
      const { refused } = await office.check([{ ...line }]);
      const fault = refused.find((one) => one.column === column);
      expect(fault, JSON.stringify(refused)).to.not.equal(undefined);
      expect(fault).to.deep.include({ row: 2, value: (line[column] ?? '').trim() });
      expect(fault?.reason).to.match(reason);
      expect(fault?.remedy).to.match(remedy);
    });
  }

  it('names every refused cell of every row, and writes nothing', async () => {
    const report = await office.take([
      {},
      { 编号: '2023-00002', 收到日期: '2023-02-30', 申请渠道: '飞鸽' },
      { 编号: '2023-00003', 答复日期: '2023-01-01' },
    ]);
    expect(report.written).to.equal(false);
    expect(report.refused.map(({ row, column }) => [row, column])).to.deep.equal([
      [3, '收到日期'],
      [3, '申请渠道'],
      [4, '答复日期'],
    ]);
    expect(await office.database.dataSource.manager.count(ApplicationRecord)).to.equal(0);
  });

  it('refuses a number that stands twice with different contents, and passes over a line that stands twice', async () => {
    const { refused, imported, unchanged } = await office.check([{}, {}, { 申请人: '杨静刚' }]);
    expect({ imported, unchanged }).to.deep.equal({ imported: 1, unchanged: 1 });
    expect(refused.map(({ row, column, reason }) => [row, column, reason])).to.deep.equal([
      [4, '编号', '编号与第 2 行相同，内容却不同。'],
    ]);
  });

  it('refuses a row that an unquoted comma has broken', async () => {
    const { imports, order } = office;
    const broken = csv([{}, {}]).replace('回龙街道', '回龙街道,文化社区').replace('2023-00001', '2023-00009');
    const { refused } = await imports.check(order(fileWith(broken)));
    expect(refused.map(({ row, column }) => [row, column])).to.deep.equal([[2, '整行']]);
  });

  it('takes in the good rows alone when it is told to', async () => {
    const report = await office.take([{}, { 编号: '2023-00002', 收到日期: '' }], { skipRefused: true });
    expect(report).to.deep.include({ imported: 1, written: true });
    expect(await office.database.dataSource.manager.count(ApplicationRecord)).to.equal(1);
  });
});
