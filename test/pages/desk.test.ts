import { expect } from 'chai';
import { openProgram, type Program } from '../support/program.js';
import { addCase, daysAgo, draftedAndSigned } from '../support/pages.js';

describe('待办', () => {
  let program: Program;

  beforeEach(async () => {
    program = await openProgram();
  });

  afterEach(() => program.close());

  const tabCount = (text: string, label: string): number =>
    Number(new RegExp(`${label} <span class="count[^"]*">(\\d+)<`).exec(text)?.[1] ?? '-1');

  it('shows each role what is his, with the act one click away', async () => {
    const registered = await addCase(program);
    const signed = await addCase(program, draftedAndSigned);
    const clerk = await program.signedIn(['clerk']);
    const { text } = await clerk.get('/desk');
    expect(tabCount(text, '要我办的')).to.equal(2);
    expect(text).to.contain(`/cases/${registered.id}/acts/application.assigned`);
    expect(text).to.match(new RegExp(`/cases/${signed.id}/(letters/reply|acts/reply.issued)"`));
    const head = await program.signedIn(['head']);
    const heads = await head.get('/desk');
    expect(tabCount(heads.text, '要我办的')).to.equal(1);
    expect(heads.text).not.to.match(/letters\/reply|reply\.issued/);
  });

  it('shows a handler his own cases and those that are nobody’s', async () => {
    const { text } = await (
      await program.signedIn(['admin'], { loginName: 'guanli' })
    ).get('/admin/accounts');
    expect(text).to.contain('guanli');
    const one = await program.signedIn(['handler'], { loginName: 'chengban1' });
    const other = await program.signedIn(['handler'], { loginName: 'chengban2' });
    const account = await accountIdOf('chengban1');
    await addCase(program, [{ type: 'application.assigned', on: daysAgo(2), handler: 'chengban1' }], {
      handlerAccountId: account,
    });
    expect(tabCount((await one.get('/desk')).text, '要我办的')).to.equal(1);
    const others = (await other.get('/desk')).text;
    expect(tabCount(others, '要我办的')).to.equal(0);
    expect(others).to.contain('没有要您办的事');
    expect(tabCount(others, '本机关在办')).to.equal(1);
  });

  it('says in words what is late, and puts it first', async () => {
    await addCase(program);
    await addCase(program, [], { applicantName: '过期人', receivedDaysAgo: 90 });
    const clerk = await program.signedIn(['clerk']);
    const { text } = await clerk.get('/desk?tab=office');
    expect(text.indexOf('过期人')).to.be.greaterThan(0).and.lessThan(text.indexOf('张三丰'));
    expect(text)
      .to.match(/已超期 \d+ 个工作日/)
      .and.to.contain('充裕');
    expect(tabCount(text, '已超期')).to.equal(1);
    expect((await clerk.get('/desk')).text).to.contain('其中 1 件已超期');
    expect((await clerk.get('/desk?tab=late')).text).not.to.contain('张三丰');
  });

  it('is closed to other offices and quiet for those who handle nothing', async () => {
    await addCase(program);
    const town = await program.signedIn(['clerk'], { officeCode: 'CS-YL' });
    expect(tabCount((await town.get('/desk')).text, '要我办的')).to.equal(0);
    const admin = await program.signedIn(['admin']);
    expect((await admin.get('/desk')).text).to.contain('您的角色没有要办的申请');
  });

  async function accountIdOf(loginName: string): Promise<string> {
    const rows: { id: string }[] = await program.dataSource.query(
      'SELECT id FROM accounts WHERE "loginName" = $1',
      [loginName],
    );
    return rows[0]?.id ?? '';
  }
});
