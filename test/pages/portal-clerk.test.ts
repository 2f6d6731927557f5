import { expect } from 'chai';
import { verifyAll } from '../../src/casework/verification.js';
import { setClock, today } from '../../src/infrastructure/today.js';
import { ActRecord } from '../../src/records/application/act.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { particularsOf } from '../../src/records/application/particulars.js';
import { applicantForEach, apply, confirmed, follow, onlySubmission } from '../support/applicant.js';
import type { Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

describe('confirming what came through the portal', function () {
  this.timeout(60_000);
  let program: Program;
  let applicant: Visitor;

  applicantForEach((opened, visitor) => {
    program = opened;
    applicant = visitor;
  });

  it('sees what waits, confirms it with the applicant, and the clock starts on that day', async () => {
    setClock(() => new Date('2026-11-20T02:00:00Z'));
    const code = await apply(applicant);
    setClock(() => new Date('2026-11-23T02:00:00Z'));
    const clerk = await program.signedIn(['clerk']);
    const list = await clerk.get('/intake/submissions');
    expect(list.text)
      .to.contain('林小溪')
      .and.to.contain('今天到期')
      .and.to.contain('1<span class="visually-hidden"> 件待确认');
    const { id } = await onlySubmission(program);
    const page = `/intake/submissions/${id}`;
    const shown = await clerk.get(page);
    expect(shown.text).to.contain('138****0000').and.not.to.contain('13800000000');
    const open = await clerk.submit(page, `${page}/particulars`);
    expect(open.text).to.contain('13800000000').and.to.contain('查看了提交人的联系方式');
    const early = await clerk.submit(page, `${page}/confirmation`, { on: '2026-11-19', proof: '电话' });
    expect(early.status).to.equal(422);
    expect(early.text).to.contain('<title>请更正：');
    const done = await clerk.submit(page, `${page}/confirmation`, { on: '2026-11-23', proof: '电话确认' });
    const [application] = await program.dataSource.manager.find(ApplicationRecord);
    expect(done.location).to.equal(`/cases/${application?.id}`);
    expect(application).to.include({ channel: 'internet', receivedOn: '2026-11-23', stage: 'registered' });
    const particulars = await particularsOf(program.dataSource.manager, application?.id ?? '');
    expect(particulars).to.include({
      idNumber: '11010519491231002X',
      phone: '13800000000',
      address: '某某路1号',
    });
    const [received] = await program.dataSource.manager.find(ActRecord, { order: { seq: 'ASC' } });
    expect(received).to.deep.include({ type: 'application.received', on: '2026-11-23', findings: [] });
    expect(received?.facts).to.include({ arrivedOn: '2026-11-20', channel: 'internet', proof: '电话确认' });
    expect((await verifyAll(program.dataSource)).differences).to.deep.equal([]);
    await follow(applicant, code);
    const followed = (await applicant.get('/public/follow')).text;
    expect(followed).to.contain(application?.number).and.to.contain('最迟 2026年12月21日答复您');
  });

  it('is warned when a working day has gone by, and the case is marked when it is confirmed late', async () => {
    setClock(() => new Date('2026-11-18T02:00:00Z'));
    await apply(applicant);
    setClock(() => new Date('2026-11-23T02:00:00Z'));
    const clerk = await program.signedIn(['clerk']);
    expect((await clerk.get('/intake/submissions')).text).to.contain('已超期 2 个工作日');
    await confirmed(program);
    const [received] = await program.dataSource.manager.find(ActRecord, { order: { seq: 'ASC' } });
    expect(received?.findings.map(({ code }) => code)).to.deep.equal(['confirmedLate']);
  });

  it('confirms once, and declines with a reason that the sender reads', async () => {
    const code = await apply(applicant);
    const clerk = await program.signedIn(['clerk']);
    const { id } = await onlySubmission(program);
    const page = `/intake/submissions/${id}`;
    const empty = await clerk.submit(page, `${page}/refusal`, { kind: 'duplicate', why: '' });
    expect(empty.status).to.equal(422);
    const other = await program.signedIn(['clerk']);
    const { text } = await other.get(page);
    const token = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    await clerk.submit(page, `${page}/refusal`, { kind: 'duplicate', why: '与上周提交的一份相同' });
    const late = await other.post(`${page}/confirmation`, { on: today(), proof: '电话', _csrf: token });
    expect((await other.follow(late)).text).to.contain('刚刚已经有人处理');
    expect(await program.dataSource.manager.count(ApplicationRecord)).to.equal(0);
    await follow(applicant, code);
    expect((await applicant.get('/public/follow')).text)
      .to.contain('没有受理')
      .and.to.contain('与上周提交的一份相同');
    expect((await onlySubmission(program)).state).to.equal('declined');
  });

  it('of another office, and everyone who does not register, sees nothing of it', async () => {
    await apply(applicant);
    const { id } = await onlySubmission(program);
    const town = await program.signedIn(['clerk'], { officeCode: 'CS-YL' });
    expect((await town.get('/intake/submissions')).text).not.to.contain('林小溪');
    expect((await town.get(`/intake/submissions/${id}`)).status).to.equal(404);
    expect((await town.get(`/intake/submissions/${id}/files/0`)).status).to.equal(404);
    const leader = await program.signedIn(['leader']);
    expect((await leader.get(`/intake/submissions/${id}`)).status).to.equal(403);
    expect((await program.visitor().get(`/intake/submissions/${id}`)).location).to.contain('/sign-in');
  });
});
