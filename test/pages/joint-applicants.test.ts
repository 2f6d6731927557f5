import { expect } from 'chai';
import { today } from '../../src/infrastructure/today.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { jointApplicantsOf } from '../../src/records/application/particulars.js';
import { apply, confirmed, onlySubmission } from '../support/applicant.js';
import { countTableThree } from '../support/live-tables.js';
import { openProgram, type Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

const together = ['李四　440524188001010014　13900000000', '某某合作社，13700000000'].join('\n');
const fields = {
  channel: 'counter',
  on: today(),
  applicantKind: 'naturalPerson',
  applicantName: '张三',
  idDocument: 'residentCard',
  idNumber: '11010519491231002X',
  phone: '13800000000',
  content: '某某村征地补偿安置方案',
  wantedForm: 'paper',
  jointApplicants: together,
};

describe('several who apply together, and those who act for them', function () {
  this.timeout(60_000);
  let program: Program;
  let clerk: Visitor;

  beforeEach(async () => {
    program = await openProgram();
    clerk = await program.signedIn(['clerk', 'handler']);
  });
  afterEach(() => program.close());

  const log = async (changed: Record<string, string | string[]> = {}): Promise<ApplicationRecord> => {
    await clerk.submit('/intake/new', '/intake/check', { ...fields, ...changed });
    await clerk.submit('/intake/check', '/intake');
    return program.dataSource.manager.findOneByOrFail(ApplicationRecord, {});
  };

  it('are one case, counted by the first and shown masked', async () => {
    const application = await log();
    expect(application).to.deep.include({ applicantName: '张三', jointNames: ['李四', '某某合作社'] });
    expect(await jointApplicantsOf(program.dataSource.manager, application.id)).to.deep.equal([
      { name: '李四', idDocument: 'residentCard', idNumber: '440524188001010014', phone: '13900000000' },
      { name: '某某合作社', phone: '13700000000' },
    ]);
    const counted = await countTableThree(program.dataSource.manager, {
      officeIds: [program.district.id],
      year: Number(today().slice(0, 4)),
    });
    expect(counted.received).to.deep.include({ naturalPerson: 1, total: 1 });
    const { text } = await clerk.get(`/cases/${application.id}`);
    expect(text)
      .to.contain('张三等 3 人')
      .and.to.contain('4405************14')
      .and.to.contain('139****0000')
      .and.not.to.contain('440524188001010014');
    const open = await clerk.submit(`/cases/${application.id}`, `/cases/${application.id}/particulars`);
    expect(open.text).to.contain('440524188001010014');
  });

  it('are known again by each one’s number, not by the list', async () => {
    await log();
    const { text } = await clerk.get('/intake/new');
    const token = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const alike = await clerk.post('/intake/earlier', {
      ...fields,
      applicantName: '李四',
      idNumber: '440524188001010014',
      jointApplicants: '',
      content: '',
      _csrf: token,
    });
    expect(alike.text).to.contain('已收到该申请人 1 件').and.to.contain('同一申请人');
  });

  it('say which line cannot be read', async () => {
    const faults: Readonly<Record<string, string>> = {
      '李四 440524188001010015': '共同申请人第 1 行：身份证号码的校验位不符',
      '李四 13900000000\n13700000000': '共同申请人第 2 行：没有姓名或名称',
      '李四 139000000#00': '看不懂',
    };
    for (const [jointApplicants, said] of Object.entries(faults)) {
      const refused = await clerk.submit('/intake/new', '/intake/check', { ...fields, jointApplicants });
      expect(refused.status).to.equal(422);
      expect(refused.text).to.contain(said);
    }
  });

  it('lack papers, which the notice of correction asks for in one go (E20)', async () => {
    const lacking = { agentName: '赵律师', serviceTo: 'agent', agentPapers: ['mandate'] };
    await clerk.submit('/intake/new', '/intake/check', { ...fields, ...lacking });
    expect((await clerk.get('/intake/check')).text)
      .to.contain('没有某某合作社身份证明、没有代理人身份证明')
      .and.to.contain('文书送达');
    await clerk.submit('/intake/check', '/intake');
    const { id } = await program.dataSource.manager.findOneByOrFail(ApplicationRecord, {});
    expect((await clerk.get(`/cases/${id}`)).text)
      .to.contain('材料不齐')
      .and.to.contain('一次性告知补正');
    expect((await clerk.get(`/cases/${id}/acts/correction.required`)).text)
      .to.contain('1. 请提供某某合作社身份证明的复印件。')
      .and.to.contain('2. 请提供代理人身份证明。');
    const nobody = await clerk.submit('/intake/new', '/intake/check', { ...fields, serviceTo: 'agent' });
    expect(nobody.text).to.contain('送给代理人的，请填写代理人');
  });

  it('come through the portal too', async () => {
    const applicant = program.visitor();
    await apply(applicant, { jointApplicants: '李四 440524188001010014' });
    const { id } = await onlySubmission(program);
    expect((await clerk.get('/intake/submissions')).text).to.contain('林小溪等 2 人');
    expect((await clerk.get(`/intake/submissions/${id}`)).text)
      .to.contain('共同申请人')
      .and.to.contain('4405************14');
    expect((await confirmed(program)).jointNames).to.deep.equal(['李四']);
  });
});
