import { randomUUID } from 'node:crypto';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect } from 'chai';
import { privateFolder } from '../../src/infrastructure/folders.js';
import { sm3 } from '../../src/infrastructure/sm3.js';
import { clearUnsent, readStored, storeUnsent } from '../../src/infrastructure/storage.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import {
  applicantForEach,
  apply,
  fillAll,
  fillStep,
  filledSteps,
  picture,
  submissionsOf,
} from '../support/applicant.js';
import type { Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

const APPLY = '/public/offices/CS-ZFB/apply';

describe('applying through the portal', function () {
  this.timeout(60_000);
  let program: Program;
  let applicant: Visitor;

  applicantForEach((opened, visitor) => {
    program = opened;
    applicant = visitor;
  });

  it('says where, how and how long, for everyone', async () => {
    const entrance = await applicant.get('/public');
    expect(entrance.text).to.contain('测试区司法局').and.to.contain('/public/offices/CS-SFJ');
    const guide = await applicant.get('/public/offices/CS-ZFB');
    expect(guide.text).to.contain('20个工作日（《条例》第三十三条第二款）').and.to.contain('双方确认之日');
    expect(guide.headers.get('referrer-policy')).to.equal('no-referrer');
    expect((await applicant.get('/public/offices/NOBODY')).status).to.equal(404);
  });

  it('goes step by step without script, is read once more, and gives a code that is stored hashed', async () => {
    await fillAll(applicant);
    const check = await applicant.get(`${APPLY}/check`);
    expect(check.text).to.contain('林小溪').and.to.contain('11010519491231002X').and.to.contain('邮寄');
    const sent = await applicant.submit(`${APPLY}/check`, `${APPLY}/send`);
    expect(sent.location).to.equal('/public/submitted');
    const receipt = await applicant.follow(sent);
    const code = /class="query-code">([^<]+)</.exec(receipt.text)?.[1] ?? '';
    expect(code).to.match(/^([34679ACDEFGHJKMNPQRTVWXY]{4}-){5}[34679ACDEFGHJKMNPQRTVWXY]{4}$/);
    expect(receipt.text).to.contain('还不是受理').and.to.contain('双方确认之日');
    const rows: unknown[] = await program.dataSource.query('SELECT * FROM submissions');
    const stored = JSON.stringify(rows);
    expect(stored).not.to.contain(code).and.not.to.contain(code.replaceAll('-', ''));
    expect(stored).not.to.contain('林小溪').and.not.to.contain('13800000000').and.not.to.contain('征地');
    expect(await program.dataSource.manager.count(ApplicationRecord)).to.equal(0);
    const sessions = JSON.stringify(await program.dataSource.query('SELECT sess FROM account_sessions'));
    expect(sessions).not.to.contain(code.slice(0, 9)).and.not.to.contain('林小溪');
  });

  it('says to the browser at which step one is, and first of all that something is to be put right', async () => {
    const title = (text: string): string => /<title>(.*)<\/title>/.exec(text)?.[1] ?? '';
    const step = `${APPLY}/applicant`;
    const named = '您是谁（第 1 步，共 6 步） - 政府信息公开申请';
    expect(title((await applicant.get(step)).text)).to.equal(named);
    expect(title((await applicant.submit(step, step)).text)).to.equal(`请更正：${named}`);
  });

  it('gives the receipt as a PDF until it is noted down, then never again', async () => {
    await apply(applicant);
    const paper = await applicant.get('/public/submitted/receipt');
    expect(paper.headers.get('content-type')).to.equal('application/pdf');
    expect(paper.text.startsWith('%PDF')).to.equal(true);
    await applicant.submit('/public/submitted', '/public/submitted/end');
    expect((await applicant.get('/public/submitted')).location).to.equal('/public/follow');
    expect((await applicant.get('/public/submitted/receipt')).location).to.equal('/public/follow');
  });

  it('sends once, however often the button is pressed', async () => {
    await fillAll(applicant);
    const { text } = await applicant.get(`${APPLY}/check`);
    const hidden = (name: string): string =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
    const fields = { _csrf: hidden('_csrf'), kept: hidden('kept') };
    const press = () => applicant.post(`${APPLY}/send`, fields);
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.map(({ location }) => location)).to.deep.equal(Array(3).fill('/public/submitted'));
    expect(await submissionsOf(program)).to.have.length(1);
  });

  it('says what is wrong beside the field and keeps what was typed', async () => {
    await fillStep(applicant, 'applicant', { applicantKind: 'naturalPerson', applicantName: '林小溪' });
    const refused = await fillStep(applicant, 'identity', {
      idDocument: 'residentCard',
      idNumber: '110105194912310021',
    });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.contain('校验位不符').and.to.contain('value="110105194912310021"');
    expect((await applicant.get(`${APPLY}/identity`)).text).to.contain('value="110105194912310021"');
    expect((await applicant.get(`${APPLY}/check`)).location).to.equal(`${APPLY}/identity`);
    expect((await applicant.get('/public/offices/CS-SFJ/apply/applicant')).text).to.contain('林小溪');
  });

  it('wants what the way of supply needs', async () => {
    await fillAll(applicant, { address: '' });
    const { text } = await fillStep(applicant, 'supply', filledSteps['supply'] ?? {});
    expect(text).to.contain('选择邮寄的，请先回到“怎样联系您”填写通信地址');
  });

  it('brings everything back when the session has ended meanwhile', async () => {
    await fillAll(applicant);
    const { text } = await applicant.get(`${APPLY}/content`);
    const kept = /name="kept" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const late = program.visitor();
    const page = await late.post(`${APPLY}/content`, {
      kept,
      content: '新写的内容',
      _csrf: 'gone',
      do: 'next',
    });
    expect(page.status).to.equal(422);
    expect(page.text).to.contain('新写的内容').and.to.contain('页面打开的时间太长');
    const hidden = (name: string): string =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
    const again = await late.post(`${APPLY}/content`, {
      kept: hidden('kept'),
      _csrf: hidden('_csrf'),
      content: '新写的内容',
      do: 'next',
    });
    expect(again.location).to.equal(`${APPLY}/supply`);
    expect((await late.get(`${APPLY}/check`)).text)
      .to.contain('林小溪')
      .and.to.contain('新写的内容');
  });

  it('keeps papers for good only when they are sent, and says so where they lay too long', async () => {
    await fillAll(applicant);
    const content = Buffer.from(`补充说明 ${randomUUID()}`);
    const hash = sm3(content);
    const step = `${APPLY}/identity`;
    await applicant.upload(
      step,
      step,
      { ...filledSteps['identity'], do: 'upload' },
      {
        files: new File([content], '说明.txt'),
      },
    );
    const longAgo = new Date('2020-01-01T00:00:00Z');
    const lying = join(privateFolder('unsent'), hash.slice(0, 2), hash);
    utimesSync(lying, longAgo, longAgo);
    await clearUnsent();
    const gone = await applicant.submit(`${APPLY}/check`, `${APPLY}/send`);
    expect(gone.status).to.equal(422);
    expect(gone.text).to.contain('存放超过七天').and.to.contain('林小溪');
    expect(await submissionsOf(program)).to.have.length(0);
    await storeUnsent(content);
    expect((await applicant.submit(`${APPLY}/check`, `${APPLY}/send`)).status).to.equal(303);
    expect(await buffer(await readStored(hash))).to.deep.equal(content);
  });

  it('takes files by their content, and they can be left out again', async () => {
    await fillStep(applicant, 'applicant', filledSteps['applicant'] ?? {});
    const send = (file: File) =>
      applicant.upload(
        `${APPLY}/identity`,
        `${APPLY}/identity`,
        { ...filledSteps['identity'], do: 'upload' },
        { files: file },
      );
    const page = await send(new File(['<html><script>alert(1)</script>'], '证件.png'));
    expect(page.status).to.equal(422);
    expect(page.text).to.contain('不是 PDF、图片');
    expect((await send(new File([picture], '身份证.png'))).location).to.equal(`${APPLY}/identity`);
    const shown = await applicant.get(`${APPLY}/identity`);
    expect(shown.text).to.contain('去掉 身份证.png');
    const remove = /name="remove" value="([^"]*)"/.exec(shown.text)?.[1] ?? '';
    await fillStep(applicant, 'identity', { ...filledSteps['identity'], remove });
    expect((await applicant.get(`${APPLY}/identity`)).text).not.to.contain('身份证.png');
  });

  it('tells an automatic program why it is refused, and slows down whoever sends too often', async () => {
    await fillAll(applicant);
    const robot = await applicant.submit(`${APPLY}/check`, `${APPLY}/send`, {
      website: 'http://spam.example',
    });
    expect(robot.status).to.equal(422);
    expect(robot.text).to.contain('识别自动程序');
    expect(await submissionsOf(program)).to.have.length(0);
    const statuses: number[] = [];
    for (let i = 0; i < 21; i++) {
      const { status } = await applicant.post(`${APPLY}/send`, {});
      statuses.push(status);
    }
    expect(statuses.at(-1)).to.equal(429);
    expect((await applicant.get(`${APPLY}/check`)).text).to.contain('林小溪');
  });
});
