import { expect } from 'chai';
import ExcelJS from 'exceljs';
import { openChromium } from '../support/chromium.js';
import { programWithLedgers, quashed } from '../support/laid-ledgers.js';
import { csv } from '../support/ledger-office.js';
import { PASSWORD, type Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

const ofDistrict = csv([{ 编号: 'A-1', 收到日期: '2025-03-03', 答复日期: '2025-03-14' }, quashed]);

describe('lists behind the numbers of the board', function () {
  this.timeout(90_000);
  let program: Program;
  let leader: Visitor;

  programWithLedgers('2026-03-06', { district: ofDistrict }, async (opened) => {
    program = opened;
    leader = await program.signedIn(['leader'], { loginName: 'lingdao' });
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

  it('opens the proceedings of a cell of the annual report, for whoever keeps it, and leads back', async () => {
    const clerk = await program.signedIn(['clerk'], { loginName: 'dengji' });
    const report = (await clerk.get('/annual-report?year=2025')).text;
    const [, cell = ''] = /href="(\/dashboard\/proceedings[^"]*column=corrected[^"]*)"/.exec(report) ?? [];
    const list = await clerk.get(cell.replaceAll('&amp;', '&'));
    expect(list.status).to.equal(200);
    expect(list.text).to.contain('A-2').and.to.contain('共 1 件').and.to.contain('返回年度报告');
    const kept = await clerk.get('/ledger?year=2025&appeal=reconsideration&column=corrected');
    expect(kept.status).to.equal(303);
    expect((await clerk.follow(kept)).text).to.contain('A-2');
    expect((await clerk.get('/dashboard/applications?year=2025&what=received')).status).to.equal(403);
  });

  it('hands out a list as a workbook, each row of it', async () => {
    const rowsOf = async (address: string): Promise<string[][]> => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await leader.file(address)) as unknown as ArrayBuffer);
      const found: string[][] = [];
      book.worksheets[0]!.eachRow((row) => found.push((row.values as string[]).slice(1)));
      return found;
    };
    const proceedings = await rowsOf('/dashboard/proceedings.xlsx?year=2025&group=reconsideration');
    expect(proceedings.map(([application]) => application)).to.deep.equal(['申请编号', 'A-2']);
    const applications = await rowsOf('/dashboard/applications.xlsx?year=2025&what=received');
    expect(applications.map(([application]) => application)).to.have.members(['申请编号', 'A-1', 'A-2']);
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
