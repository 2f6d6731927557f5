import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { today } from '../../src/infrastructure/today.js';
import { axeFaults, openChromium, overflow } from '../support/chromium.js';
import { addCase, daysAgo, draftedAndSigned } from '../support/pages.js';
import { addPerson, openProgram, PASSWORD, type Program } from '../support/program.js';

describe('the daily work in a real browser', function () {
  this.timeout(120_000);
  let program: Program;
  let browser: Browser;

  before(async () => {
    program = await openProgram();
    const { dataSource } = program;
    await addPerson(dataSource, {
      loginName: 'quanbu',
      roles: ['clerk', 'handler', 'head', 'legal'],
      name: '全能人',
    });
    browser = await openChromium();
  });

  after(async () => {
    await browser.close();
    await program.close();
  });

  const signedIn = async (width = 1440, script = true): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: program.url,
      viewport: { width, height: 900 },
      javaScriptEnabled: script,
    });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.fill('[name=loginName]', 'quanbu');
    await page.fill('[name=password]', PASSWORD);
    await page.click('main button');
    await page.waitForURL('**/desk');
    return page;
  };

  for (const width of [390, 1440]) {
    it(`has no fault that axe finds and fits into ${width} pixels`, async () => {
      const { id } = await addCase(program, [
        { type: 'opinion.sought', on: daysAgo(2), id: '1', consultee: 'agency', deliveredOn: daysAgo(2) },
        { type: 'opinion.received', on: daysAgo(1), id: '1', view: 'agrees' },
        ...draftedAndSigned,
      ]);
      const page = await signedIn(width);
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (/Content Security Policy|Uncaught/.test(message.text())) complaints.push(message.text());
      });
      page.on('pageerror', (fault) => complaints.push(String(fault)));
      for (const path of [
        '/desk',
        '/desk?tab=office',
        '/intake/new',
        '/deadlines',
        `/cases/${id}`,
        `/cases/${id}/acts/reply.issued`,
        `/cases/${id}/record/1`,
        `/cases/${id}/deadlines`,
        `/cases/${id}/what-if?aSent1=${today()}`,
      ]) {
        await page.goto(path);
        expect(await axeFaults(page), path).to.deep.equal([]);
        expect(await overflow(page), path).to.equal(0);
      }
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });
  }

  it('extends in four clicks at most, and asks two offices in eight', async () => {
    const { id, number } = await addCase(program, [
      { type: 'application.assigned', on: daysAgo(2), handler: '某科' },
    ]);
    const page = await signedIn();
    let clicks = 0;
    const click = async (selector: string, then: string | RegExp): Promise<void> => {
      clicks += 1;
      await page.click(selector);
      await page.waitForURL(then);
    };
    await page.goto('/desk?tab=office');
    await click(`main a:text-is("${number}")`, `**/cases/${id}`);
    await click('a:text-is("延长答复期限")', '**/acts/period.extended');
    await click('button[value=perform]', `**/cases/${id}`);
    expect(await page.textContent('main')).to.contain('已登记“延长答复期限”');
    expect(clicks).to.be.at.most(4);

    clicks = 0;
    await page.goto('/desk?tab=office');
    await click(`main a:text-is("${number}")`, `**/cases/${id}`);
    await click('a:text-is("征求意见")', '**/acts/opinion.sought');
    await click('label:text-is("其他机关")', '**/acts/opinion.sought');
    await click('button[value=again]', '**/acts/opinion.sought');
    await page.waitForSelector('text=已登记“征求意见”');
    await click('label:text-is("其他机关")', '**/acts/opinion.sought');
    await click('button[value=perform]', `**/cases/${id}`);
    expect(await page.textContent('main')).to.contain('有 2 项征求意见尚未答复');
    expect(clicks).to.be.at.most(8);
    await page.context().close();
  });

  it('shows what an act would lead to while the form is filled', async () => {
    const { id } = await addCase(program);
    const page = await signedIn();
    await page.goto(`/cases/${id}/acts/opinion.sought`);
    await page.check('[name=consultee][value=thirdParty]');
    await page.waitForSelector('#preview :text("+15 个工作日")');
    await page.context().close();
  });

  it('logs an application with the keyboard alone and without script', async () => {
    const page = await signedIn(1440, false);
    await page.goto('/intake/new');
    const keys = page.keyboard;
    const focused = (what: 'name' | 'textContent'): Promise<string> =>
      page.evaluate<string>(`document.activeElement?.${what} ?? ''`);
    const into = async (name: string, text: string): Promise<void> => {
      for (let i = 0; i < 40 && (await focused('name')) !== name; i += 1) await keys.press('Tab');
      if (text === ' ') await keys.press('Space');
      else await keys.type(text);
    };
    await page.locator('#field-channel').focus();
    await keys.press('Space');
    await into('applicantKind', ' ');
    await into('applicantName', '王小明');
    await into('content', '某某路道路改造工程的征地批复文件');
    for (let i = 0; i < 12 && !(await focused('textContent')).includes('核对并登记'); i += 1)
      await keys.press('Tab');
    await keys.press('Enter');
    await page.waitForURL('**/intake/check');
    await page.getByRole('button', { name: '确认登记' }).focus();
    await keys.press('Enter');
    await page.waitForURL('**/intake/registered/*');
    expect(await page.textContent('.given-number')).to.match(/^\d{4}-\d{5}$/);
    await page.context().close();
  });
});
