import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { axeFaults, openChromium, overflow } from '../support/chromium.js';
import { addPerson, openProgram, PASSWORD, type Program } from '../support/program.js';

describe('pages in a real browser', function () {
  this.timeout(120_000);
  let program: Program;
  let browser: Browser;

  before(async () => {
    program = await openProgram();
    await addPerson(program.dataSource, { loginName: 'guanli', roles: ['admin'], name: '吴管理' });
    browser = await openChromium();
  });

  after(async () => {
    await browser.close();
    await program.close();
  });

  for (const width of [390, 1440]) {
    it(`have no fault that axe finds and fit into ${width} pixels`, async () => {
      const context = await browser.newContext({ baseURL: program.url, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (/Content Security Policy|Uncaught/.test(message.text())) complaints.push(message.text());
      });
      page.on('pageerror', (fault) => complaints.push(String(fault)));
      const look = async (name: string): Promise<void> => {
        expect(await axeFaults(page), name).to.deep.equal([]);
        expect(await overflow(page), name).to.equal(0);
      };
      await page.goto('/sign-in');
      await look('sign in');
      await page.click('main button');
      await look('sign in, refused');
      await page.fill('[name=loginName]', 'guanli');
      await page.fill('[name=password]', PASSWORD);
      await page.click('main button');
      for (const path of [
        '/admin/offices',
        '/admin/offices/new',
        '/admin/accounts',
        '/password',
        '/admin/calendar',
        '/admin/calendar/new?way=paste',
        '/admin/calendar/new?way=form',
        '/reminders',
        '/reminders/settings',
        '/styleguide',
      ]) {
        await page.goto(path);
        await look(path);
      }
      await page.goto('/admin/accounts');
      await page.click('main table a');
      await page.click('details.confirm summary');
      await look('account');
      expect(complaints).to.deep.equal([]);
      await context.close();
    });
  }

  it('do their job without script and with the keyboard alone', async () => {
    const context = await browser.newContext({ baseURL: program.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).to.equal('跳到正文');
    await page.keyboard.press('Tab');
    await page.keyboard.type('guanli');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/desk');
    await page.goto('/admin/accounts');
    await page.locator('main table a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/admin/accounts/*');
    await page.locator('details.confirm summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('button', { name: '确认重置' }).isVisible()).to.equal(true);
    await context.close();
  });
});
