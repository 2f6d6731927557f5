import { expect } from 'chai';
import { ActRecord } from '../../src/records/application/act.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { outcomes } from '../../src/domain/outcome/outcomes.js';
import { addCase, daysAgo } from '../support/pages.js';
import { openProgram, type Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

describe('requests that have been answered before (条例第三十六条第六项)', function () {
  this.timeout(60_000);
  let program: Program;
  let handler: Visitor;

  beforeEach(async () => {
    program = await openProgram();
    handler = await program.signedIn(['handler', 'clerk']);
  });
  afterEach(() => program.close());

  const answered = (content: string, applicantName = '张三丰') =>
    addCase(
      program,
      [
        { type: 'reply.issued', on: daysAgo(30), outcome: 'granted', provided: '复印件', onTheSpot: true },
        { type: 'reply.served', on: daysAgo(30), how: 'counter', receivedBy: '申请人本人' },
      ],
      { receivedDaysAgo: 31, content, applicantName },
    );

  it('are found whatever polite words stand around them, and lead in one move to the reply, filled in', async () => {
    const before = await answered('申请公开某某路道路改造工程的征地批复文件。');
    const now = await addCase(program, [], {
      content: '本人依法请求贵单位提供《某某路道路改造工程征地批复》文件',
    });
    const { text } = await handler.get(`/cases/${now.id}`);
    const [, likeness = '0'] = /内容相近 (\d+)%/.exec(text) ?? [];
    expect(Number(likeness)).to.be.greaterThan(60);
    const [, address = ''] = /href="([^"]*)">按重复申请不予处理/.exec(text) ?? [];
    const { text: form } = await handler.get(address.replaceAll('&amp;', '&'));
    expect(form)
      .to.contain(`答复（登记编号 ${before.number}）`)
      .and.to.contain('本机关已于')
      .and.to.match(/value="repeated"[^>]*(checked|selected)/);
    await handler.submit(`/cases/${now.id}/acts/reply.drafted`, `/cases/${now.id}/acts/reply.drafted`, {
      do: 'confirmed',
      on: daysAgo(0),
      ...filledIn(form),
    });
    const drafted = await program.dataSource.manager.findOneByOrFail(ActRecord, {
      applicationId: now.id,
      type: 'reply.drafted',
    });
    expect(drafted.facts).to.include({ outcome: 'repeated' });
    expect(drafted.facts['earlier']).to.contain(before.number);
  });

  it('of somebody else are shown beside, but not offered as a repetition', async () => {
    await answered('某某路道路改造工程的征地批复文件', '李四光');
    const now = await addCase(program, [], {
      applicantName: '王五',
      idNumber: '440524188001010014',
      content: '某某路道路改造工程征地批复文件',
    });
    const { text } = await handler.get(`/cases/${now.id}`);
    expect(text).to.contain('李四光').and.not.to.contain('按重复申请不予处理');
  });

  it('of the same applicant for something else are listed, but not offered as a repetition', async () => {
    const before = await answered('某某路道路改造工程的征地批复文件');
    const now = await addCase(program, [], { content: '二〇二五年学区划片依据' });
    const { text } = await handler.get(`/cases/${now.id}`);
    expect(text)
      .to.contain(before.number)
      .and.to.contain('内容不相近')
      .and.not.to.contain('按重复申请不予处理');
  });

  it('show the month’s count and the tier of the fee to the handler', async () => {
    for (let n = 0; n < 11; n += 1) await addCase(program, [], { content: `第 ${n} 件`, receivedDaysAgo: 0 });
    const [one] = await program.dataSource.manager.find(ApplicationRecord, { take: 1 });
    expect((await handler.get(`/cases/${one?.id}`)).text)
      .to.contain('共收到该申请人 11 件（含本件）')
      .and.to.contain('本月合计 100 元')
      .and.to.contain('可以收费');
  });

  it('of another office cannot be named', async () => {
    const other = await answered('某某路道路改造工程的征地批复文件');
    const now = await addCase(program);
    const town = await program.signedIn(['handler'], { officeCode: 'CS-YL' });
    const address = `/cases/${now.id}/acts/reply.drafted?outcome=repeated&earlier=${other.id}`;
    expect((await town.get(address)).status).to.equal(404);
    expect((await handler.get(address.replace(other.id, 'nonsense'))).status).to.equal(200);
    expect((await handler.get(address.replace(other.id, now.id))).text).to.contain(outcomes.repeated.name);
  });
});

/** What stands in the longer fields of a form. */
function filledIn(html: string): Record<string, string> {
  const value = (name: string): string =>
    new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ??
    new RegExp(`<textarea[^>]*name="${name}"[^>]*>\\n?([^<]*)<`).exec(html)?.[1] ??
    '';
  return { outcome: 'repeated', earlier: value('earlier'), reasons: value('reasons') };
}
