import { expect } from 'chai';
import iconv from 'iconv-lite';
import type { ApplicationRecord } from '../../src/records/application/application.js';
import { AttachmentRecord } from '../../src/records/paper/attachment.js';
import { ParticularsSeen } from '../../src/records/application/particulars-seen.js';
import { paths, withQuery } from '../../src/web/paths.js';
import { addCase, daysAgo } from '../support/pages.js';
import { openProgram, type Program } from '../support/program.js';
import { Visitor } from '../support/visitor.js';

describe('办件', () => {
  let program: Program;
  let handler: Visitor;
  let application: ApplicationRecord;
  const page = (): string => `/cases/${application.id}`;
  const act = (type: string): string => `${page()}/acts/${type}`;

  beforeEach(async () => {
    program = await openProgram();
    handler = await program.signedIn(['handler']);
    application = await addCase(program);
  });

  afterEach(() => program.close());

  it('shows where the case stands, when it is due and what may be done, masked', async () => {
    const { text } = await handler.get(page());
    expect(text)
      .to.contain('aria-current="step"')
      .and.to.contain('为什么是这一天')
      .and.to.contain('征求意见');
    expect(text).not.to.contain('13800000000').and.not.to.contain('11010519491231002X');
    expect(text).to.contain('138****0000');
    expect(text).to.contain('没有尚未结束的征求意见');
  });

  it('tells letters of one kind apart by whom they ask', async () => {
    const asked = { consultee: 'agency', on: daysAgo(1) };
    for (const [id, name] of [
      ['1', '区财政局'],
      ['2', ''],
    ] as const) {
      await handler.submit(act('opinion.sought'), act('opinion.sought'), { ...asked, id, name });
    }
    for (const address of [page(), paths.caseLetters(application.id)]) {
      expect((await handler.get(address)).text)
        .to.contain('征求意见书（区财政局）')
        .and.to.contain('征求意见书（编号 2）');
    }
  });

  it('names itself to the browser by the act and the case, and says first what is to be put right', async () => {
    const title = (text: string): string => /<title>(.*) - /.exec(text)?.[1] ?? '';
    expect(title((await handler.get(act('opinion.sought'))).text)).to.equal(`征求意见 ${application.number}`);
    const refused = await handler.submit(act('opinion.sought'), act('opinion.sought'), { do: 'perform' });
    expect(title(refused.text)).to.equal(`请更正：征求意见 ${application.number}`);
  });

  it('shows particulars to those who need them, and writes it down', async () => {
    const shown = await handler.submit(page(), `${page()}/particulars`);
    expect(shown.text).to.contain('13800000000');
    expect(await program.dataSource.manager.find(ParticularsSeen)).to.have.lengthOf(1);
    const leader = await program.signedIn(['leader']);
    expect((await leader.get(page())).text).not.to.contain('查看完整信息');
    const { text } = await leader.get(page());
    const token = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    expect((await leader.post(`${page()}/particulars`, { _csrf: token })).status).to.equal(403);
  });

  it('calls a reply without signature what it is, and offers nobody the gaps of a ledger', async () => {
    expect((await handler.get(act('reply.issued'))).text).to.contain('<h1>当场答复</h1>');
    const issued = await addCase(program, [
      { type: 'reply.issued', on: daysAgo(0), outcome: 'granted', provided: '复印件', onTheSpot: true },
    ]);
    const clerk = await program.signedIn(['clerk']);
    const { text } = await clerk.get(paths.act(issued.id, 'reply.served'));
    expect(text).to.contain('当面送达').and.not.to.contain('台账未载');
  });

  it('tells the administrator who saw which particulars of which case, and not whose they are', async () => {
    await handler.submit(page(), `${page()}/particulars`);
    const admin = await program.signedIn(['admin']);
    const { text } = await admin.get(paths.accessRecord);
    expect(text).to.contain(application.number).and.to.contain('证件号码').and.not.to.contain('张三丰');
    const none = withQuery(paths.accessRecord, { q: '没有这个人' });
    expect((await admin.get(none)).text)
      .to.contain('没有找到相符的记录')
      .and.not.to.contain(application.number);
    const town = await program.signedIn(['admin'], { officeCode: 'CS-YL' });
    expect((await town.get(paths.accessRecord)).text).to.contain('还没有人查看过');
    expect((await handler.get(paths.accessRecord)).status).to.equal(403);
  });

  it('is not there for another office', async () => {
    const town = await program.signedIn(['handler'], { officeCode: 'CS-YL' });
    for (const path of [page(), act('opinion.sought'), `${page()}/deadlines`, `${page()}/what-if`]) {
      expect((await town.get(path)).status, path).to.equal(404);
    }
  });

  it('is there to read for the office above, not to act on', async () => {
    application = await addCase(program, [], { officeId: program.department.id });
    const { status, text } = await handler.get(page());
    expect(status).to.equal(200);
    expect(text)
      .to.contain('测试区司法局')
      .and.not.to.contain('可以办理的事项')
      .and.not.to.contain('查看完整信息');
    expect((await handler.get(act('opinion.sought'))).status).to.equal(404);
  });

  it('refuses addresses that lead nowhere', async () => {
    expect((await handler.get('/cases/not-a-number')).status).to.equal(400);
    expect((await handler.get(act('no.such'))).status).to.equal(404);
    expect((await handler.get(act('reply.signed'))).status).to.equal(403);
  });

  it('does not list the receipt of the registration as a draft that waits', async () => {
    const { text } = await handler.get(page());
    expect(text).to.match(/登记回执<\/a> <span class="quiet">备用，要交付时制发/u);
    expect((await handler.get(`${page()}/letters`)).text)
      .to.contain('备用，要交付时制发')
      .and.not.to.contain('>草稿<');
  });

  it('names the letters that are still to be issued, from the act that drafts them on', async () => {
    const form = act('correction.required');
    const items = { items: '请写明文件的名称或文号。', until: daysAgo(-10) };
    const done = await handler.submit(form, form, { do: 'perform', on: daysAgo(0), ...items });
    const { text } = await handler.get(done.location);
    expect(text).to.contain('已拟出《政府信息公开申请补正告知书》草稿，请核对后制发。');
    expect(/>待制发<[^]*?<\/p>/.exec(text)?.[0])
      .to.contain('补正告知书')
      .and.not.contain('登记回执');
  });

  it('leads to 补正 only those who may ask for it', async () => {
    const { id } = await addCase(program, [], { idNumber: '' });
    const asked = paths.act(id, 'correction.required');
    expect((await handler.get(paths.case(id))).text).to.contain(`href="${asked}">一次性告知补正`);
    const clerk = await program.signedIn(['clerk']);
    expect((await clerk.get(paths.case(id))).text)
      .to.contain('由承办人一次性告知补正')
      .and.not.contain(asked);
  });

  it('chooses the handler where there is but one', async () => {
    const clerk = await program.signedIn(['clerk']);
    const chosen = async (): Promise<boolean[]> =>
      [
        ...(await clerk.get(act('application.assigned'))).text.matchAll(/<input[^>]*name="handler"[^>]*>/g),
      ].map(([input]) => input.includes('checked'));
    expect(await chosen()).to.deep.equal([true]);
    await program.signedIn(['handler']);
    expect(await chosen()).to.deep.equal([false, false]);
  });

  it('keeps papers by what they are, and gives them out as files', async () => {
    const upload = (name: string, content: string | Uint8Array<ArrayBuffer>) =>
      handler.upload(
        page(),
        `${page()}/attachments`,
        { purpose: 'identity' },
        { files: new File([content], name) },
      );
    const page422 = await upload('坏.pdf', '<script>alert(1)</script>');
    expect(page422.status).to.equal(422);
    expect(page422.text).to.contain('坏.pdf 的内容不是');
    const kept = await upload('身份证明.txt', '某某身份证明');
    expect(kept.status).to.equal(303);
    const [attachment] = await program.dataSource.manager.find(AttachmentRecord);
    const file = await handler.get(`${page()}/attachments/${attachment?.id ?? ''}`);
    expect(file.headers.get('content-disposition')).to.contain('attachment');
    expect(file.text).to.equal('某某身份证明');
    // As Notepad has long kept Chinese; one byte that stands alone makes it no text.
    const words = iconv.encode('情况说明', 'gb18030');
    expect((await upload('说明.txt', new Uint8Array(words))).status).to.equal(303);
    const older = await program.dataSource.manager.findOneByOrFail(AttachmentRecord, { name: '说明.txt' });
    const sent = await handler.get(`${page()}/attachments/${older.id}`);
    expect(sent.headers.get('content-type')).to.equal('text/plain; charset=gb18030');
    expect((await upload('残.txt', new Uint8Array(words.subarray(0, 7)))).status).to.equal(422);
    const town = await program.signedIn(['handler'], { officeCode: 'CS-YL' });
    expect((await town.get(`${page()}/attachments/${attachment?.id ?? ''}`)).status).to.equal(404);
  });
});
