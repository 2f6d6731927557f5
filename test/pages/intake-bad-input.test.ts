import { expect } from 'chai';
import { addDays } from '../../src/domain/time/local-date.js';
import { today } from '../../src/infrastructure/today.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { AttachmentRecord } from '../../src/records/paper/attachment.js';
import { fillStep } from '../support/applicant.js';
import { addCase } from '../support/pages.js';
import { openProgram, type Program } from '../support/program.js';
import type { Arrived, Visitor } from '../support/visitor.js';

const MEGABYTE = 1024 * 1024;
const fields = {
  channel: 'counter',
  on: today(),
  applicantKind: 'naturalPerson',
  applicantName: '王小明',
  phone: '13800000000',
  content: '某某路道路改造工程的征地批复文件',
};

describe('bad input at the front door', function () {
  this.timeout(120_000);
  let program: Program;
  let clerk: Visitor;

  beforeEach(async () => {
    program = await openProgram();
    clerk = await program.signedIn(['clerk', 'handler']);
  });
  afterEach(() => program.close());

  const check = (changed: Record<string, string>): Promise<Arrived> =>
    clerk.submit('/intake/new', '/intake/check', { ...fields, ...changed });

  it('of days is refused with a sentence beside the field, and nothing typed is lost', async () => {
    const faults: readonly [Record<string, string>, string][] = [
      [{ on: addDays(today(), 1) }, '收到之日不能晚于今天'],
      [{ on: '2026-02-30' }, '收到之日'],
      [{ on: '明天' }, '收到之日'],
      [{ on: '1998-03-02' }, '超出工作日历的范围'],
      [{ channel: 'fax', arrivedOn: addDays(today(), 1) }, '实际到达日'],
      [{ channel: 'fax', arrivedOn: '2026-02-30' }, '实际到达日不是有效的日期'],
      [{ channel: 'fax', on: '明天', arrivedOn: today() }, '收到之日不是有效的日期'],
      [{ channel: 'fax', on: addDays(today(), -5), arrivedOn: today() }, '实际到达日不会晚于确认之日'],
      [
        { channel: 'fax', arrivedOn: addDays(today(), -3), contactTriedOn: addDays(today(), -9) },
        '首次联系之日应在实际到达日与确认之日之间',
      ],
    ];
    for (const [changed, said] of faults) {
      const refused = await check(changed);
      expect([refused.status, refused.text.includes(said)], JSON.stringify(changed)).to.deep.equal([
        422,
        true,
      ]);
      expect(refused.text).to.contain('value="王小明"').and.to.contain(fields.content);
    }
    expect(await program.dataSource.manager.count(ApplicationRecord)).to.equal(0);
  });

  it('of acts before the receipt is refused on the case too', async () => {
    const { id } = await addCase(program);
    const page = `/cases/${id}/acts/correction.required`;
    const asked = { items: '请写明文号。', do: 'perform' };
    const before = await clerk.submit(page, page, { ...asked, on: '2020-01-06', until: today() });
    expect([before.status, /早于“收到申请”/.test(before.text)]).to.deep.equal([422, true]);
    const never = await clerk.submit(page, page, { ...asked, on: today(), until: '2026-13-45' });
    expect([never.status, /不是存在的日期/.test(never.text)]).to.deep.equal([422, true]);
  });

  it('leaves out signs that turn the direction of writing, and says what to do with far too much', async () => {
    const turned = await clerk.follow(await check({ applicantName: '王小明\u202e\u2066' }));
    expect(turned.text)
      .to.contain('王小明')
      .and.not.to.match(/[\u202a-\u202e\u2066-\u2069]/);
    const far = await check({ content: '甲'.repeat(600_000) });
    expect([far.status, far.text.includes('“后退”')]).to.deep.equal([413, true]);
  });

  it('takes forty pages, emoji and rare characters, and keeps them to the letter', async () => {
    const content = `${'某某路道路改造工程的征地批复文件😀𬱖㛃䶮。'.repeat(1600)}终`;
    const applicantName = '𬱖㛃䶮·👨‍👩‍👧 买买提';
    const taken = await check({ content, applicantName });
    expect(taken.location).to.equal('/intake/check');
    await clerk.submit('/intake/check', '/intake');
    const [application] = await program.dataSource.manager.find(ApplicationRecord);
    expect(application).to.include({ content, applicantName });
    expect((await clerk.get(`/cases/${application?.id}`)).text).to.contain(applicantName);
    expect((await clerk.get('/ledger')).text).to.contain('𬱖㛃䶮');
    const tooLong = await check({ content: '长'.repeat(40_001) });
    expect([tooLong.status, tooLong.text.includes('不能超过 40000 个字，现有 40001 个字')]).to.deep.equal([
      422,
      true,
    ]);
  });

  it('of 200 MB is refused with a sentence while it streams, at the desk and in the portal', async () => {
    const { id } = await addCase(program);
    const huge = new File([new Uint8Array(200 * MEGABYTE)], '证据.pdf');
    const refused = await clerk.upload(
      `/cases/${id}`,
      `/cases/${id}/attachments`,
      { purpose: 'other' },
      { files: huge },
    );
    expect([refused.status, refused.text.includes('文件过大')]).to.deep.equal([413, true]);
    expect(await program.dataSource.manager.count(AttachmentRecord)).to.equal(0);
    const applicant = program.visitor();
    await fillStep(applicant, 'applicant', { applicantKind: 'naturalPerson', applicantName: '林小溪' });
    const step = '/public/offices/CS-ZFB/apply/identity';
    const large = await applicant.upload(step, step, { do: 'next' }, { files: huge });
    expect([large.status, large.text.includes('文件过大')]).to.deep.equal([413, true]);
    const medium = new File([new Uint8Array(21 * MEGABYTE)], '身份证.pdf');
    const over = await applicant.upload(
      step,
      step,
      { do: 'next', idDocument: 'residentCard', idNumber: '11010519491231002X' },
      { files: medium },
    );
    expect([over.status, over.text.includes('“身份证.pdf”超过 20 MB')]).to.deep.equal([422, true]);
    expect(over.text).to.contain('value="11010519491231002X"');
  });

  it('of files that a stranger sends too often is refused before it is written down; nobody else is', async () => {
    const stranger = program.visitor();
    const head = 'Content-Disposition: form-data; name="files"; filename="材料.txt"';
    const body = `--x\r\n${head}\r\n\r\n材料\r\n--x--\r\n`;
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    const statuses: number[] = [];
    while (statuses.at(-1) !== 429 && statuses.length < 110)
      statuses.push((await stranger.send('/public/nowhere', body, type)).status);
    expect([...new Set(statuses)]).to.deep.equal([404, 429]);
    const { id } = await addCase(program);
    const paper = new File(['材料'], '材料.txt');
    const address = `/cases/${id}`;
    const kept = await clerk.upload(
      address,
      `${address}/attachments`,
      { purpose: 'other' },
      { files: paper },
    );
    expect([kept.status, (await stranger.get('/public')).status]).to.deep.equal([303, 200]);
  });
});
