import { expect } from 'chai';
import { today } from '../../src/infrastructure/today.js';
import type { ApplicationRecord } from '../../src/records/application/application.js';
import { ActRecord } from '../../src/records/application/act.js';
import { addCase, daysAgo, draftedAndSigned } from '../support/pages.js';
import { openProgram, type Program } from '../support/program.js';
import { Visitor } from '../support/visitor.js';

describe('an act on the page of a case', () => {
  let program: Program;
  let handler: Visitor;
  let application: ApplicationRecord;
  const page = (): string => `/cases/${application.id}`;
  const act = (type: string): string => `${page()}/acts/${type}`;
  const acts = (): Promise<ActRecord[]> =>
    program.dataSource.manager.find(ActRecord, {
      where: { applicationId: application.id },
      order: { seq: 'ASC' },
    });

  beforeEach(async () => {
    program = await openProgram();
    handler = await program.signedIn(['handler']);
    application = await addCase(program);
  });

  afterEach(() => program.close());

  it('performs an act through one form, and tells what it has moved', async () => {
    const done = await handler.submit(act('opinion.sought'), act('opinion.sought'), {
      consultee: 'agency',
      name: '区财政局',
      on: today(),
      id: '1',
    });
    expect(done.location).to.equal(page());
    const { text } = await handler.follow(done);
    expect(text).to.contain('已登记“征求意见”').and.to.contain('个工作日）').and.to.contain('区财政局');
    expect((await acts()).at(-1)).to.include({ type: 'opinion.sought', on: today() });
    const again = await handler.get(act('opinion.received'));
    expect(again.text).to.contain('1：区财政局');
  });

  it('leaves the number of a proceeding to the notice, with a word for where it has none', async () => {
    const legal = await program.signedIn(['legal']);
    const { text } = await legal.get(act('reconsideration.accepted'));
    expect(text)
      .to.match(/<input[^>]* name="id"[^>]* value=""/u)
      .and.to.contain('没有案号的先编一个');
  });

  it('keeps what was typed when it is refused, with the reason at its field', async () => {
    const empty = await handler.submit(act('correction.required'), act('correction.required'), {
      items: '请写明文号',
      until: '',
    });
    expect(empty.status).to.equal(422);
    expect(empty.text).to.contain('请填写“补正期限”').and.to.contain('请写明文号');
    const early = await handler.submit(act('correction.required'), act('correction.required'), {
      on: daysAgo(30),
      items: '请写明文号',
      until: today(),
    });
    expect(early.status).to.equal(422);
    expect(early.text).to.contain('href="#field-on"').and.to.contain('早于“收到申请”');
    expect(await acts()).to.have.lengthOf(2);
  });

  it('shows what the form would lead to, as a fragment and without script', async () => {
    const { text } = await handler.get(act('opinion.sought'));
    const hidden = { _csrf: /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '', version: '2' };
    const filled = { on: today(), id: '1', consultee: 'thirdParty' };
    const fragment = await handler.post(`${act('opinion.sought')}/preview`, { ...hidden, ...filled });
    expect(fragment.text).to.contain('+15 个工作日').and.to.contain('草稿').and.not.to.contain('<html');
    const whole = await handler.submit(act('opinion.sought'), act('opinion.sought'), {
      ...filled,
      do: 'preview',
    });
    expect(whole.status).to.equal(200);
    expect(whole.text).to.contain('+15 个工作日');
    expect(await acts()).to.have.lengthOf(2);
  });

  it('asks once before what cannot be taken back', async () => {
    application = await addCase(program, draftedAndSigned);
    const clerk = await program.signedIn(['clerk']);
    const asked = await clerk.submit(act('reply.issued'), act('reply.issued'), {
      on: today(),
      outcome: 'granted',
      provided: '复印件一份',
    });
    expect(asked.text).to.contain('请确认“制发答复”').and.to.contain('value="confirmed"');
    expect(await acts()).to.have.lengthOf(4);
    const done = await clerk.answer(asked, act('reply.issued'), {
      on: today(),
      outcome: 'granted',
      provided: '复印件一份',
      do: 'confirmed',
    });
    expect(done.location).to.equal(page());
    expect(await acts()).to.have.lengthOf(5);
  });

  it('takes one confirmation of several reasons, and asks anew what was not among them', async () => {
    application = await addCase(program, draftedAndSigned, { receivedDaysAgo: 60 });
    const clerk = await program.signedIn(['clerk']);
    const answer = { on: today(), outcome: 'granted', provided: '复印件一份' };
    await clerk.answer(
      await clerk.submit(act('reply.issued'), act('reply.issued'), answer),
      act('reply.issued'),
      { ...answer, do: 'confirmed' },
    );
    const service = { on: today(), how: 'counter', receivedBy: '申请人本人' };
    const served = act('reply.served');
    const asked = await clerk.submit(served, served, service);
    expect(asked.text).to.contain('救济期限开始计算').and.to.contain('记入程序瑕疵：答复逾期');
    const unseen = await clerk.answer(asked, served, { ...service, do: 'confirmed', seen: '别的原因' });
    expect(unseen.text).to.contain('请确认“送达答复”');
    const done = await clerk.answer(asked, served, { ...service, do: 'confirmed' });
    expect(done.location).to.equal(page());
  });

  it('begins the fields that a choice brings with what is known, with script and without', async () => {
    application = await addCase(program, [
      ...draftedAndSigned,
      { type: 'reply.issued', on: daysAgo(1), outcome: 'granted', provided: '复印件一份' },
    ]);
    const clerk = await program.signedIn(['clerk']);
    const served = act('reply.served');
    const chosen = await clerk.submit(served, served, { on: today(), how: 'post', do: 'choose' });
    const _csrf = /name="_csrf" value="([^"]*)"/.exec(chosen.text)?.[1] ?? '';
    const brought = await clerk.post(`${served}/inputs`, { _csrf, on: today(), how: 'post' });
    for (const { text } of [chosen, brought])
      expect(text).to.match(/name="carrier" value="postal"[^>]* checked/);
  });

  it('tells the second of two what the first has done, and keeps his input', async () => {
    await handler.submit(act('opinion.sought'), act('opinion.sought'), {
      consultee: 'agency',
      id: '1',
      on: today(),
    });
    const late = await handler.submit(act('opinion.sought'), act('opinion.sought'), {
      consultee: 'thirdParty',
      name: '某某公司',
      id: '1',
      on: today(),
      version: '2',
    });
    expect(late.status).to.equal(409);
    expect(late.text).to.contain('您填写期间，别人已经办理了本件').and.to.contain('value="某某公司"');
    expect(late.text).to.contain('name="version" value="3"');
    expect(await acts()).to.have.lengthOf(3);
  });

  it('puts an act right by another act; both stay visible', async () => {
    const head = await program.signedIn(['head']);
    const record = `${page()}/record/1`;
    const mended = {
      on: daysAgo(2),
      channel: 'registeredMail',
      correctionMode: 'replace',
      correctionWhy: '看错邮戳',
    };
    const bare = await head.submit(record, record, { ...mended, correctionWhy: '' });
    expect(bare.status).to.equal(422);
    const refused = await head.submit(record, record, { ...mended, do: 'confirmed' });
    expect(refused.status, 'registered before it was received').to.equal(422);
    const after = { ...mended, on: daysAgo(4) };
    const asked = await head.submit(record, record, after);
    expect(asked.text).to.contain('请确认更正').and.to.contain('答复期限');
    const done = await head.submit(record, record, { ...after, do: 'confirmed' });
    const { text } = await head.follow(done);
    expect(text)
      .to.contain('已更正，见第 3 条')
      .and.to.contain('当面提交 → 邮寄（签收）')
      .and.to.contain('<s');
    expect((await handler.get(record)).status).to.equal(403);
  });
});
