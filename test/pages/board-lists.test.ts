import { expect } from 'chai';
import { setClock } from '../../src/infrastructure/today.js';
import { openChromium } from '../support/chromium.js';
import { csv, fileWith } from '../support/ledger-office.js';
import { openProgram, PASSWORD, type Program } from '../support/program.js';
import { layLedger } from '../support/published-ledger.js';
import type { Visitor } from '../support/visitor.js';

const lost = {
  编号: 'A-2',
  收到日期: '2025-02-10',
  答复日期: '2025-02-28',
  办理结果: '部分公开',
  复议受理日期: '2025-03-20',
  复议决定日期: '2025-05-08',
  复议结果: '撤销',
};

describe('lists behind the numbers of the board', function () {
  this.timeout(90_000);
  let program: Program;
  let leader: Visitor;

  before(async () => {
    setClock(() => new Date('2026-03-06T10:00:00+08:00'));
    program = await openProgram();
    await layLedger(
      program.dataSource,
      program.district.id,
      fileWith(csv([{ 编号: 'A-1', 收到日期: '2025-03-03', 答复日期: '2025-03-14' }, lost])),
    );
    leader = await program.signedIn(['leader'], { loginName: 'lingdao' });
  });

  after(async () => {
    await program.close();
    setClock();
  });

  it('leads to the cases behind a rate in two clicks, and in one from the board', async () => {
    const browser = await openChromium();
    try {
      const context = await browser.newContext({ baseURL: program.url });
      const page = await context.newPage();
      await page.goto('/sign-in');
      await page.fill('[name=loginName]', 'lingdao');
      await page.fill('[name=password]', PASSWORD);
      await page.click('main button');
      await page.goto('/dashboard?year=2025');
      await page.click('.dial-figure a');
      expect(await page.locator('main h1').textContent()).to.contain('复议、诉讼案件');
      expect(await page.locator('.counted-list').textContent()).to.contain('A-2');
      await page.click('.counted-list a');
      expect(page.url()).to.contain('/cases/');
      for (const [number, path] of [
        ['.figures-table a[href*="what=inTime"]', '/dashboard/applications'],
        ['.figures-table a[href*="what=took"]', '/dashboard/applications'],
        ['.figures-table a[href*="reason=none"]', '/dashboard/proceedings'],
      ] as const) {
        await page.goto('/dashboard?year=2025');
        await page.locator(number).first().click();
        expect(new URL(page.url()).pathname, number).to.equal(path);
      }
    } finally {
      await browser.close();
    }
  });

  it('prints what each number means, and refuses lists that it does not know', async () => {
    const page = (await leader.get('/dashboard/metrics')).text;
    for (const name of ['复议被纠错率', '诉讼败诉率', '按期率', '办理时长', '败因', '苗头：超期答复']) {
      expect(page).to.contain(name);
    }
    for (const query of [
      'what=nonsense',
      'what=received&handler=-',
      'what=sign',
      'what=took&days=1-2',
      'what=late&after=x~y',
    ]) {
      expect((await leader.get(`/dashboard/applications?year=2025&${query}`)).status, query).to.equal(400);
    }
    expect((await leader.get('/dashboard/proceedings?year=2025&reason=silence')).status).to.equal(400);
  });
});
