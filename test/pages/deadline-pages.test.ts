import { expect } from 'chai';
import { today } from '../../src/infrastructure/today.js';
import { ActRecord } from '../../src/records/application/act.js';
import { paths, withQuery } from '../../src/web/paths.js';
import { addCase, daysAgo } from '../support/pages.js';
import { openProgram, type Program } from '../support/program.js';
import { Visitor } from '../support/visitor.js';

describe('期限账本', () => {
  let program: Program;
  let handler: Visitor;

  beforeEach(async () => {
    program = await openProgram();
    handler = await program.signedIn(['handler']);
  });

  afterEach(() => program.close());

  it('accounts for every day, with rule and article, and prints as an annex', async () => {
    const { id } = await addCase(program, [
      {
        type: 'opinion.sought',
        on: daysAgo(2),
        id: '1',
        consultee: 'agency',
        name: '区财政局',
        deliveredOn: daysAgo(2),
      },
      { type: 'period.extended', on: daysAgo(1), workdays: 5 },
    ]);
    const { text } = await handler.get(`/cases/${id}/deadlines`);
    expect(text).to.contain('起算的那一天').and.to.contain('第 20 个工作日').and.to.contain('延长的期限');
    expect(text).to.contain('不计入：征求区财政局意见').and.to.contain('《条例》第三十三条第三款');
    expect(text).to.contain('第 25 个工作日').and.to.contain('可能变动');
    const annex = await handler.get(`/cases/${id}/deadlines/reply/annex`);
    expect(annex.headers.get('content-type')).to.equal('application/pdf');
    expect((await handler.get(`/cases/${id}/deadlines/no-such`)).status).to.equal(404);
    const opinion = await handler.get(`/cases/${id}/deadlines/${encodeURIComponent('opinion:1')}`);
    expect(opinion.text).to.contain('有关机关提出意见的期限');
  });

  it('tries acts beside each other without storing any', async () => {
    const { id } = await addCase(program);
    const { text } = await handler.get(`/cases/${id}/what-if?aSent1=${today()}&bExtension=20`);
    expect(text).to.contain('比现在晚 15 个工作日').and.to.contain('比现在晚 20 个工作日');
    expect(await program.dataSource.manager.count(ActRecord)).to.equal(2);
    const odd = await handler.get(`/cases/${id}/what-if?aSent1=nonsense&bExtension=-3&aBack1=x`);
    expect(odd.status).to.equal(200);
  });

  it('tries a correction and a fee, several acts in one plan and two plans side by side', async () => {
    const { id } = await addCase(program);
    const plans = {
      ...{ aCorrectionAsked: daysAgo(2), aCorrectionBack: daysAgo(1), aExtension: '20' },
      ...{ bFeeAsked: daysAgo(2) },
    };
    const { text } = await handler.get(withQuery(paths.whatIf(id), plans));
    expect(text).to.contain('收到补正，重新起算').and.to.contain('今天延长 20 个工作日');
    expect(text).to.match(/比现在晚 2\d 个工作日/);
    expect(text).to.contain('通知缴费，期限暂停，等申请人');
    const odd = await handler.get(
      withQuery(paths.whatIf(id), { aFeeAsked: daysAgo(1), aFeeBack: daysAgo(2) }),
    );
    expect(odd.text).to.contain('收费的日期前后不符，没有计入');
    expect(await program.dataSource.manager.count(ActRecord)).to.equal(2);
  });

  it('lists what runs in the office', async () => {
    const { number } = await addCase(program, [
      { type: 'opinion.sought', on: daysAgo(2), id: '1', consultee: 'thirdParty', deliveredOn: daysAgo(2) },
    ]);
    expect((await handler.get('/deadlines')).text)
      .to.contain(number)
      .and.to.contain('答复期限');
    expect((await handler.get('/deadlines?tab=others')).text).to.contain('第三方提出意见的期限');
    expect((await handler.get('/deadlines?tab=appeals')).text).to.contain('没有正在计算的期限');
  });
});
