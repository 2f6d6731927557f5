import { expect } from 'chai';
import { jointApplicantsText, readJointApplicants } from '../../src/domain/application/joint-applicants.js';
import type { ApplicationRecord } from '../../src/records/application/application.js';
import { ParticularsSeen } from '../../src/records/application/particulars-seen.js';
import { addCase } from '../support/pages.js';
import { openProgram, type Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

describe('the page of 更正申请人信息', () => {
  let program: Program;
  let clerk: Visitor;
  let application: ApplicationRecord;
  const page = (): string => `/cases/${application.id}/applicant`;
  const mended = {
    applicantKind: 'business',
    applicantName: '某某有限公司',
    idDocument: 'residentCard',
    idNumber: '11010519491231002X',
    phone: '13900000002',
    jointApplicants: '李四 440524188001010014 13700000000',
    why: '登记时录错，申请人来电更正。',
  };

  beforeEach(async () => {
    program = await openProgram();
    clerk = await program.signedIn(['clerk']);
    application = await addCase(program);
  });
  afterEach(() => program.close());

  it('holds what is known, puts it right, and leaves both in the record, masked', async () => {
    expect((await clerk.get(`/cases/${application.id}`)).text).to.contain(`href="${page()}"`);
    const blank = await clerk.get(page());
    expect(blank.text).to.contain('value="13800000000"').and.to.contain('value="11010519491231002X"');
    const seen = await program.dataSource.manager.find(ParticularsSeen);
    expect(seen.map(({ what }) => what)).to.deep.equal(['证件号码、联系电话']);

    const done = await clerk.submit(page(), page(), mended);
    expect(done.status).to.equal(303);
    const { text } = await clerk.follow(done);
    expect(text)
      .to.contain('年度报告表三改按“商业企业”一栏计算')
      .and.to.contain('某某有限公司等 2 人')
      .and.to.contain('张三丰 → 某某有限公司')
      .and.to.contain('138****0000 → 139****0002')
      .and.to.contain('4405************14');
    expect(text).not.to.match(/13800000000|13900000002|440524188001010014/);
    const open = await clerk.submit(`/cases/${application.id}`, `/cases/${application.id}/particulars`);
    expect(open.text).to.contain('13800000000 → 13900000002');
  });

  it('refuses what cannot be, and keeps what was typed', async () => {
    const faults: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      身份证号码的校验位不符: { idNumber: '110105194912310021' },
      '共同申请人第 1 行': { jointApplicants: '李四 440524188001010015' },
      请填写更正理由: { why: '' },
      请填写姓名或名称: { applicantName: '' },
    };
    for (const [says, changed] of Object.entries(faults)) {
      const refused = await clerk.submit(page(), page(), { ...mended, ...changed });
      expect(refused.status, says).to.equal(422);
      expect(refused.text).to.contain(says).and.to.contain('value="13900000002"');
    }
    const same = { ...mended, applicantKind: 'naturalPerson', applicantName: '张三丰', jointApplicants: '' };
    const nothing = await clerk.submit(page(), page(), { ...same, phone: '13800000000' });
    expect(nothing.status).to.equal(422);
    expect(nothing.text).to.contain('没有更正任何内容');
  });

  it('shows what another has done meanwhile, and loses nothing', async () => {
    const handler = await program.signedIn(['handler']);
    const [, version = ''] = /name="version" value="(\d+)"/.exec((await clerk.get(page())).text) ?? [];
    await handler.submit(page(), page(), { ...mended, phone: '13600000000' });
    const late = await clerk.submit(page(), page(), { ...mended, version });
    expect(late.status).to.equal(409);
    expect(late.text).to.contain('别人已经办理了本件').and.to.contain('value="13900000002"');
  });

  it('is there for those who register and handle in the office, and for nobody else', async () => {
    expect((await (await program.signedIn(['leader'])).get(page())).status).to.equal(403);
    expect((await (await program.signedIn(['legal'])).get(page())).status).to.equal(403);
    expect((await (await program.signedIn(['clerk'], { officeCode: 'CS-YL' })).get(page())).status).to.equal(
      404,
    );
    const other = `/cases/${application.id}/acts/particulars.corrected`;
    expect((await clerk.get(other)).status).to.equal(403);
  });

  it('writes joint applicants as their list is read', () => {
    const list = '李四 440524188001010014 13900000000\n某某合作社 13700000000\nOuyang A. E12345678';
    const read = readJointApplicants(list);
    expect('joint' in read && jointApplicantsText(read.joint)).to.equal(list);
  });
});
