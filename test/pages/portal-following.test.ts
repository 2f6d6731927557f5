import { expect } from 'chai';
import { addDays } from '../../src/domain/time/local-date.js';
import { LetterKeeping } from '../../src/letters/letter-keeping.js';
import { today } from '../../src/infrastructure/today.js';
import { ActRecord } from '../../src/records/application/act.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { AttachmentRecord } from '../../src/records/paper/attachment.js';
import { LetterRecord } from '../../src/records/paper/letter.js';
import { OfficeRecord } from '../../src/records/office/office.js';
import { SubmissionRecord } from '../../src/records/application/submission.js';
import {
  act,
  applicantForEach,
  apply,
  confirmed,
  follow,
  onlySubmission,
  picture,
} from '../support/applicant.js';
import type { Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

describe('following under a query code', function () {
  this.timeout(60_000);
  let program: Program;
  let applicant: Visitor;

  applicantForEach((opened, visitor) => {
    program = opened;
    applicant = visitor;
  });

  it('answers every wrong code alike, and slows down whoever guesses', async () => {
    const code = await apply(applicant);
    const stranger = program.visitor();
    const wrong = await follow(stranger, `${code.slice(0, -1)}${code.endsWith('A') ? 'C' : 'A'}`);
    const nonsense = await follow(stranger, '你好');
    expect([wrong.status, nonsense.status]).to.deep.equal([422, 422]);
    for (const { text } of [wrong, nonsense]) expect(text).to.contain('没有找到这个查询码');
    const statuses: number[] = [];
    for (let i = 0; i < 15; i++) statuses.push((await follow(stranger, 'AAAA')).status);
    expect(statuses.at(-1)).to.equal(429);
  });

  it('takes the code in any spelling, and forgets it on request', async () => {
    const code = await apply(applicant);
    const elsewhere = program.visitor();
    const entered = await follow(elsewhere, ` ${code.replaceAll('-', ' ').toLowerCase()} `);
    expect(entered.location).to.equal('/public/follow');
    const page = await elsewhere.follow(entered);
    expect(page.text).to.contain('正在与您联系确认').and.to.contain('征地批复文件');
    expect(page.text).not.to.contain('林小溪').and.not.to.contain('13800000000').and.not.to.contain(code);
    expect(page.headers.get('referrer-policy')).to.equal('no-referrer');
    expect(page.headers.get('cache-control')).to.equal('private, no-store');
    await elsewhere.submit('/public/follow', '/public/follow/end');
    expect((await elsewhere.get('/public/follow')).text)
      .to.contain('查询码')
      .and.not.to.contain('征地批复');
  });

  it('lets the applicant correct what is asked for, on the day, through the door', async () => {
    const code = await apply(applicant);
    const application = await confirmed(program);
    await act(
      program,
      application,
      { type: 'application.assigned', on: today(), handler: '王经办' },
      {
        type: 'correction.required',
        on: today(),
        items: '请写明文号或年份。',
        until: addDays(today(), 14),
      },
    );
    await follow(applicant, code);
    const page = await applicant.get('/public/follow');
    expect(page.text).to.contain('您要做的事：补正申请').and.to.contain('请写明文号或年份。');
    expect(page.text).not.to.contain('王经办');
    const empty = await applicant.submit('/public/follow', '/public/follow/correction', { words: '' });
    expect(empty.text).to.contain('请写明内容，或者上传材料');
    const sent = await applicant.upload(
      '/public/follow',
      '/public/follow/correction',
      { words: '2024年的批复' },
      { files: new File([picture], '图.png') },
    );
    expect(sent.location, sent.text).to.equal('/public/follow');
    const acts = await program.dataSource.manager.find(ActRecord, { order: { seq: 'ASC' } });
    const last = acts.at(-1);
    expect(last).to.include({
      type: 'correction.received',
      on: today(),
      byName: '林小溪',
      byAccountId: null,
    });
    expect(last?.facts).to.deep.equal({ summary: '2024年的批复' });
    const papers = await program.dataSource.manager.find(AttachmentRecord);
    expect(papers.map(({ purpose, name }) => [purpose, name])).to.deep.equal([['correction', '图.png']]);
    expect((await applicant.get('/public/follow')).text)
      .to.contain('正在办理')
      .and.not.to.contain('您要做的事');
    const again = await applicant.post('/public/follow/correction', {});
    expect(again.status).to.equal(422);
  });

  it('keeps reasons among the materials and leaves judging them to the office', async () => {
    const code = await apply(applicant);
    const application = await confirmed(program);
    await act(
      program,
      application,
      { type: 'application.assigned', on: today(), handler: '王经办' },
      { type: 'reasons.asked', on: today(), facts: '本月第 20 件。', until: addDays(today(), 10) },
    );
    await follow(applicant, code);
    const { text } = await applicant.get('/public/follow');
    const token = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const sent = await applicant.post('/public/follow/reasons', { words: '办理诉讼所需', _csrf: token });
    expect(sent.location).to.equal('/public/follow');
    const [paper] = await program.dataSource.manager.find(AttachmentRecord);
    expect(paper?.name).to.match(/^说明理由/);
    const acts = await program.dataSource.manager.find(ActRecord, { order: { seq: 'ASC' } });
    expect(acts.at(-1)?.type).to.equal('reasons.asked');
    const clerk = await program.signedIn(['clerk']);
    expect((await clerk.get('/intake/submissions')).text)
      .to.contain('说明理由')
      .and.to.contain(application.number);
  });

  it('shows issued letters to the applicant alone, and only under the code of their case', async () => {
    const code = await apply(applicant);
    const application = await confirmed(program);
    const { manager } = program.dataSource;
    const receipt = await manager.findOneByOrFail(LetterRecord, { kind: 'registrationReceipt' });
    await follow(applicant, code);
    expect((await applicant.get('/public/follow')).text).not.to.contain('/public/follow/letters/');
    expect((await applicant.get(`/public/follow/letters/${receipt.id}`)).status).to.equal(404);
    await manager.update(
      OfficeRecord,
      { id: receipt.officeId },
      { address: '某某路2号', phone: '023-00000001' },
    );
    await program.application.get(LetterKeeping, { strict: false }).issue(receipt.id, [receipt.officeId]);
    expect((await applicant.get('/public/follow')).text).to.contain(`/public/follow/letters/${receipt.id}`);
    const letter = await applicant.get(`/public/follow/letters/${receipt.id}`);
    expect([letter.status, letter.headers.get('content-type')]).to.deep.equal([200, 'application/pdf']);
    const stranger = program.visitor();
    expect((await stranger.get(`/public/follow/letters/${receipt.id}`)).status).to.equal(404);
    const otherCode = await apply(stranger, { applicantName: '周山' });
    await follow(stranger, otherCode);
    expect((await stranger.get(`/public/follow/letters/${receipt.id}`)).status).to.equal(404);
    const page = (await stranger.get('/public/follow')).text;
    expect(page).not.to.contain(application.number).and.not.to.contain(receipt.id);
  });

  it('opens nothing else of the program', async () => {
    const code = await apply(applicant);
    const application = await confirmed(program);
    await follow(applicant, code);
    const closed = [
      `/cases/${application.id}`,
      `/cases/${application.id}/letters`,
      '/desk',
      '/ledger',
      '/intake/submissions',
    ];
    for (const path of closed) {
      expect((await applicant.get(path)).location, path).to.contain('/sign-in');
    }
  });

  it('lets the applicant withdraw, before and after the confirmation', async () => {
    const first = await apply(applicant);
    await follow(applicant, first);
    await applicant.submit('/public/follow', '/public/follow/withdrawal');
    expect((await onlySubmission(program)).state).to.equal('withdrawn');
    expect((await applicant.get('/public/follow')).text).to.contain('您已经撤回');
    await program.dataSource.manager.delete(SubmissionRecord, { state: 'withdrawn' });
    const other = program.visitor();
    const second = await apply(other);
    const application = await confirmed(program);
    await follow(other, second);
    await other.submit('/public/follow', '/public/follow/withdrawal');
    const after = await program.dataSource.manager.findOneByOrFail(ApplicationRecord, {
      id: application.id,
    });
    expect(after.outcome).to.equal('withdrawn');
    expect((await other.get('/public/follow')).text)
      .to.contain('不再处理')
      .and.not.to.contain('确认撤回');
  });

  it('shows the five stages in plain words', async () => {
    const code = await apply(applicant);
    await follow(applicant, code);
    const current = async (): Promise<string> => {
      const { text } = await applicant.get('/public/follow');
      return /step-current.*?step-name">([^<]*)</s.exec(text)?.[1] ?? '';
    };
    const seen = [await current()];
    const application = await confirmed(program);
    seen.push(await current());
    await act(program, application, { type: 'application.assigned', on: today(), handler: '王经办' });
    seen.push(await current());
    await act(program, application, {
      type: 'reply.issued',
      on: today(),
      outcome: 'granted',
      provided: '复印件一份',
      onTheSpot: true,
    });
    seen.push(await current());
    expect((await applicant.get('/public/follow')).text, 'answered, not yet served').not.to.contain(
      '正在征求',
    );
    await act(
      program,
      application,
      { type: 'reply.served', on: today(), how: 'counter', receivedBy: '申请人本人' },
      { type: 'application.closed', on: today() },
    );
    seen.push(await current());
    expect(seen).to.deep.equal(['已提交', '已受理', '办理中', '已答复', '已办结']);
  });

  it('says that the day may move while others are asked, and only then', async () => {
    const code = await apply(applicant);
    const application = await confirmed(program);
    await follow(applicant, code);
    const page = async (): Promise<string> => (await applicant.get('/public/follow')).text;
    await act(program, application, { type: 'application.assigned', on: today(), handler: '王经办' });
    expect(await page()).not.to.contain('这一天可能后移');
    await act(program, application, {
      type: 'opinion.sought',
      on: today(),
      id: '1',
      consultee: 'thirdParty',
      name: '某某公司',
      deliveredOn: today(),
    });
    expect(await page())
      .to.contain('正在征求有关方面的意见')
      .and.to.contain('这一天可能后移');
  });
});
