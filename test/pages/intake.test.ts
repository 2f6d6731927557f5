import { expect } from 'chai';
import { today } from '../../src/infrastructure/today.js';
import { chinese } from '../../src/domain/time/local-date.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { ActRecord } from '../../src/records/application/act.js';
import { KeptForm } from '../../src/records/person/kept-form.js';
import { particularsOf } from '../../src/records/application/particulars.js';
import { openProgram, type Program } from '../support/program.js';
import { Visitor } from '../support/visitor.js';

const fields = {
  channel: 'counter',
  on: today(),
  applicantKind: 'naturalPerson',
  applicantName: '王小明',
  idDocument: 'residentCard',
  idNumber: '11010519491231002X',
  phone: '13800000000',
  address: '某某路1号',
  content: '某某路道路改造工程的征地批复文件',
  wantedForm: 'paper',
  supplyWay: 'post',
};

describe('logging an application', () => {
  let program: Program;
  let clerk: Visitor;

  beforeEach(async () => {
    program = await openProgram();
    clerk = await program.signedIn(['clerk']);
  });

  afterEach(() => program.close());

  const check = (changed: Record<string, string> = {}) =>
    clerk.submit('/intake/new', '/intake/check', { ...fields, ...changed });

  it('says that an oral application is written down by the office (条例第二十九条第一款)', async () => {
    expect((await clerk.get('/intake/new')).text).to.contain('口头提出的，由工作人员代为填写');
  });

  it('checks the answers, then gives a number and starts the clock', async () => {
    const checked = await check();
    expect(checked.location).to.equal('/intake/check');
    const { text } = await clerk.get('/intake/check');
    expect(text).to.contain('王小明').and.to.contain('答复期限').and.to.contain('提交之日');
    const saved = await clerk.submit('/intake/check', '/intake');
    expect(saved.status).to.equal(303);
    const done = await clerk.follow(saved);
    const [application] = await program.dataSource.manager.find(ApplicationRecord);
    expect(done.text).to.contain(application?.number).and.to.contain('登记回执');
    expect(application).to.include({ stage: 'registered', applicantName: '王小明', receivedOn: today() });
    const particulars = await particularsOf(program.dataSource.manager, application?.id ?? '');
    expect(particulars).to.include({ idNumber: '11010519491231002X', phone: '13800000000' });
    expect(await program.dataSource.manager.count(KeptForm)).to.equal(0);
  });

  it('registers once, however often the button is pressed', async () => {
    await check();
    const { text } = await clerk.get('/intake/check');
    const mark = /name="mark" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const token = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const press = () => clerk.post('/intake', { mark, _csrf: token });
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.map(({ status }) => status)).to.deep.equal([303, 303, 303]);
    expect(await program.dataSource.manager.count(ApplicationRecord)).to.equal(1);
  });

  it('asks to read the answers again when another window has changed them', async () => {
    await check();
    const { text } = await clerk.get('/intake/check');
    await check({ applicantName: '李大海' });
    const mark = /name="mark" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const late = await clerk.submit('/intake/check', '/intake', { mark });
    expect(late.location).to.equal('/intake/check');
    expect((await clerk.follow(late)).text)
      .to.contain('另一个窗口')
      .and.to.contain('李大海');
    expect(await program.dataSource.manager.count(ApplicationRecord)).to.equal(0);
  });

  it('refuses what cannot be, keeps what was typed, and keeps it as a draft', async () => {
    const refused = await check({ idNumber: '110105194912310021', on: '2099-01-01', content: '' });
    expect(refused.status).to.equal(422);
    expect(refused.text)
      .to.contain('校验位不符')
      .and.to.contain('收到之日不能晚于今天')
      .and.to.contain('value="110105194912310021"')
      .and.to.contain('有 3 处需要更正');
    const again = await clerk.get('/intake/new');
    expect(again.text).to.contain('已恢复').and.to.contain('value="王小明"');
    await clerk.submit('/intake/new', '/intake/draft', { do: 'discard' });
    expect((await clerk.get('/intake/new')).text).not.to.contain('王小明');
  });

  it('wants what the way of supply needs', async () => {
    expect((await check({ supplyWay: 'email' })).text).to.contain('选择电子邮件的，请填写电子邮箱');
    expect((await check({ address: '' })).text).to.contain('选择邮寄的，请填写通信地址');
    expect((await check({ idDocument: '' })).text).to.contain('请选择证件种类');
  });

  it('hands the case on at once when a handler is chosen', async () => {
    await program.signedIn(['handler'], { loginName: 'chengban' });
    const { text } = await clerk.get('/intake/new');
    const handler = /<option value="([^"]*)">chengban</.exec(text)?.[1] ?? '';
    await check({ handler });
    await clerk.submit('/intake/check', '/intake');
    const [application] = await program.dataSource.manager.find(ApplicationRecord);
    expect(application).to.include({ handlerAccountId: handler, stage: 'handling' });
    const acts = await program.dataSource.manager.find(ActRecord, { order: { seq: 'ASC' } });
    expect(acts.map(({ type }) => type)).to.deep.equal([
      'application.received',
      'application.registered',
      'application.assigned',
    ]);
  });

  it('shows dates and earlier requests without script too, as fragments with it', async () => {
    await check();
    await clerk.submit('/intake/check', '/intake');
    const { text } = await clerk.get('/intake/new');
    const token = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const dates = await clerk.post('/intake/dates', { ...fields, _csrf: token });
    expect(dates.text)
      .to.contain(chinese(today()))
      .and.to.contain('告知补正的期限')
      .and.not.to.contain('<html');
    const alike = await clerk.post('/intake/earlier', { ...fields, _csrf: token });
    expect(alike.text)
      .to.contain('本件是第 2 件')
      .and.to.contain('同一申请人')
      .and.to.contain('内容相近 100%');
  });

  it('is the clerk’s alone', async () => {
    const handler = await program.signedIn(['handler']);
    expect((await handler.get('/intake/new')).status).to.equal(403);
    expect((await clerk.get('/intake/registered/00000000-0000-4000-8000-000000000000')).status).to.equal(404);
  });
});
