import { expect } from 'chai';
import { setClock } from '../../src/infrastructure/today.js';
import { ActRecord } from '../../src/records/application/act.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { SubmissionRecord } from '../../src/records/application/submission.js';
import { UnconfirmedReminding } from '../../src/reminders/unconfirmed.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { ReminderRecord } from '../../src/records/reminder/reminder.js';
import { openProgram, type Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

const letter = {
  channel: 'ordinaryMail',
  on: '',
  arrivedOn: '2026-11-19',
  proof: '上午 10 时拨打所留电话，停机',
  applicantKind: 'naturalPerson',
  applicantName: '王小明',
  content: '某某路道路改造工程的征地批复文件',
};
const days = (day: string): void => setClock(() => new Date(`${day}T02:00:00Z`));

describe('letters whose applicant cannot be reached (国办公开办函〔2015〕207号)', function () {
  this.timeout(60_000);
  let program: Program;
  let clerk: Visitor;

  beforeEach(async () => {
    program = await openProgram();
    clerk = await program.signedIn(['clerk']);
    days('2026-11-19');
  });
  afterEach(async () => {
    setClock();
    await program.close();
  });

  const arrive = (changed: Record<string, string> = {}) =>
    // The same form as for 登记, sent by its second button.
    clerk.submitTo('/intake/new', '/intake/check', '/intake/arrivals', { ...letter, ...changed });
  const waiting = () => program.dataSource.manager.findOneByOrFail(SubmissionRecord, {});

  it('are kept with the tries, and their clock begins on the day contact is regained, without a flaw', async () => {
    const kept = await arrive();
    expect((await clerk.follow(kept)).text)
      .to.contain('期限从确认之日起算')
      .and.to.contain('停机')
      .and.to.contain('平常信函');
    expect(await program.dataSource.manager.count(ApplicationRecord)).to.equal(0);
    const page = `/intake/submissions/${(await waiting()).id}`;
    days('2026-11-24');
    const early = await clerk.submit(page, `${page}/attempts`, { triedOn: '2026-11-18', note: '无人接听' });
    expect(early.text).to.contain('联系之日不会早于来件到达之日');
    await clerk.submit(page, `${page}/attempts`, { triedOn: '2026-11-24', note: '无人接听' });
    expect((await clerk.get('/intake/submissions')).text).to.contain('联系过 2 次，最近 2026年11月24日');
    days('2026-12-08');
    await clerk.submit(page, `${page}/confirmation`, { on: '2026-12-08', proof: '申请人来电确认' });
    const [application] = await program.dataSource.manager.find(ApplicationRecord);
    expect(application).to.include({ receivedOn: '2026-12-08', channel: 'ordinaryMail' });
    const [received] = await program.dataSource.manager.find(ActRecord, { order: { seq: 'ASC' } });
    expect(received?.facts).to.include({ arrivedOn: '2026-11-19', contactTriedOn: '2026-11-19' });
    expect(received?.findings).to.deep.equal([]);
    expect((await clerk.get(`/cases/${application?.id}`)).text).to.contain('首次联系申请人');
  });

  it('raise an alarm in 待办 and by one reminder when a working day has gone by, until they are answered', async () => {
    await arrive({ proof: '' });
    expect((await clerk.get('/desk')).text).to.contain('有 1 件来件等待与申请人确认。');
    const reminding = program.application.get(UnconfirmedReminding, { strict: false });
    const sweep = (on: string) => reminding.sweepOnce(localDate(on));
    expect(await sweep('2026-11-20')).to.deep.equal({ written: 0, settled: 0 });
    days('2026-11-23');
    expect((await clerk.get('/desk')).text).to.contain('其中 1 件到达已超过一个工作日');
    expect(await sweep('2026-11-23')).to.deep.equal({ written: 1, settled: 0 });
    expect(await sweep('2026-12-23')).to.deep.equal({ written: 0, settled: 0 });
    const { id } = await waiting();
    expect((await clerk.get('/reminders')).text)
      .to.contain('待确认来件')
      .and.to.contain(`/intake/submissions/${id}`);
    const page = `/intake/submissions/${id}`;
    await clerk.submit(page, `${page}/confirmation`, { on: '2026-11-23', proof: '电话确认' });
    expect(await sweep('2026-12-24')).to.deep.equal({ written: 0, settled: 1 });
    expect(await program.dataSource.manager.countBy(ReminderRecord, {})).to.equal(1);
  });

  it('say who had them first, and who is asked when they are registered', async () => {
    await arrive({ channel: 'forwarded', firstTo: '区民政局低保科' });
    const page = `/intake/submissions/${(await waiting()).id}`;
    await clerk.submit(page, `${page}/confirmation`, { on: '2026-11-19', proof: '电话确认' });
    const [received] = await program.dataSource.manager.find(ActRecord, { order: { seq: 'ASC' } });
    expect(received?.facts).to.include({ channel: 'forwarded', firstTo: '区民政局低保科' });
  });

  it('wait only in channels that wait, with the day they came', async () => {
    const counter = await arrive({ channel: 'counter' });
    expect(counter.status).to.equal(422);
    expect(counter.text).to.contain('当天就是收到之日，请直接登记').and.to.contain('value="王小明"');
    expect((await arrive({ arrivedOn: '' })).text).to.contain('请填写实际到达日');
    expect((await arrive({ arrivedOn: '1999-01-01' })).text).to.contain('实际到达日不能早于');
    expect((await arrive({ arrivedOn: '2026-11-20' })).status).to.equal(422);
    expect(await program.dataSource.manager.count(SubmissionRecord)).to.equal(0);
  });
});
