import { expect } from 'chai';
import { publicationDueOn } from '../../src/domain/clock/publication.js';
import { today } from '../../src/infrastructure/today.js';
import { PublicationRecord } from '../../src/records/publication/publication.js';
import { addCase } from '../support/pages.js';
import { calendar } from '../support/paper-case.js';
import { openProgram, type Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

const content = '某某路道路改造工程的征地批复文件';

describe('information that several ask for (条例第四十四条)', function () {
  this.timeout(60_000);
  let program: Program;
  let handler: Visitor;
  let head: Visitor;

  beforeEach(async () => {
    program = await openProgram();
    handler = await program.signedIn(['handler']);
    head = await program.signedIn(['head']);
    await addCase(program, [], { applicantName: '李四光', idNumber: '440524188001010014', content });
  });
  afterEach(() => program.close());

  const only = () => program.dataSource.manager.findOneByOrFail(PublicationRecord, {});
  const suggested = async (): Promise<string> => {
    const { id } = await addCase(program, [], { content });
    const { text } = await handler.get(`/cases/${id}`);
    const [, address = ''] = /href="([^"]*)">建议主动公开/.exec(text) ?? [];
    await handler.submit(address, '/publications', { title: content, reason: '两人申请' });
    return id;
  };

  it('is offered on the case, decided by the head, due in twenty working days, and told where it is', async () => {
    await suggested();
    const { id } = await only();
    expect((await handler.get('/publications')).text)
      .to.contain('待审核')
      .and.not.to.contain('纳入主动公开</button>');
    const page = `/publications/${id}`;
    const refused = await head.submit('/publications', `${page}/decision`, {
      verdict: 'decline',
      decision: '',
    });
    expect([refused.status, refused.text.includes('请写明理由')]).to.deep.equal([422, true]);
    await head.submit('/publications', `${page}/decision`, { verdict: 'include' });
    expect((await only()).dueOn).to.equal(publicationDueOn(calendar, today()));
    expect((await handler.get('/publications')).text).to.contain('剩 20 个工作日');
    const empty = await handler.submit('/publications', `${page}/published`, {
      publishedOn: today(),
      address: '',
    });
    expect(empty.status).to.equal(422);
    await handler.submit('/publications', `${page}/published`, {
      publishedOn: today(),
      address: 'https://example.gov.cn/1',
    });
    expect(await only()).to.include({ state: 'published', publishedOn: today() });
  });

  it('is suggested once for a case, and decided once', async () => {
    const id = await suggested();
    const again = await handler.submit(`/publications?case=${id}`, '/publications', {
      title: content,
      reason: '再提',
    });
    expect((await handler.follow(again)).text).to.contain('已经提出过建议');
    const page = `/publications/${(await only()).id}`;
    const { text } = await head.get('/publications');
    const token = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    await head.post(`${page}/decision`, { verdict: 'include', _csrf: token });
    const late = await head.post(`${page}/decision`, { verdict: 'decline', decision: '不宜', _csrf: token });
    expect((await head.follow(late)).text).to.contain('刚刚已经有人处理过');
    expect((await only()).state).to.equal('included');
  });

  it('is nobody else’s: not of another office, not the clerk’s, and not decided by the handler', async () => {
    const id = await suggested();
    const town = await program.signedIn(['handler'], { officeCode: 'CS-YL' });
    expect((await town.get('/publications')).text).not.to.contain(content);
    expect((await town.get(`/publications?case=${id}`)).status).to.equal(404);
    expect((await (await program.signedIn(['clerk'])).get('/publications')).status).to.equal(403);
    const { text } = await handler.get(`/publications?case=${id}`);
    const token = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const page = `/publications/${(await only()).id}`;
    expect((await handler.post(`${page}/decision`, { verdict: 'include', _csrf: token })).status).to.equal(
      403,
    );
  });
});
