import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { fillIn, press, seat, wordsOf } from '../support/browsing.js';
import { openChromium } from '../support/chromium.js';
import { addCase, daysAgo } from '../support/pages.js';
import { addPerson, openProgram, type Program } from '../support/program.js';

/** Two people have the same case open, each in a browser of his own, and both save. */
describe('one case in two browsers', function () {
  let program: Program;
  let browser: Browser;
  let quick: Page;
  let slow: Page;
  let id: string;

  const registerExtension = 'main button[name=do][value=perform]';

  async function added(loginName: string, name: string): Promise<Page> {
    await addPerson(program.dataSource, { loginName, name, roles: ['handler', 'head'] });
    return seat(browser, program, loginName);
  }

  before(async () => {
    program = await openProgram();
    browser = await openChromium();
    quick = await added('kuai', '快一步');
    slow = await added('man', '慢一步');
    ({ id } = await addCase(program));
  });

  after(async () => {
    await browser.close();
    await program.close();
  });

  it('is saved by the one who was quicker', async () => {
    for (const page of [slow, quick]) {
      await page.goto(paths.act(id, 'period.extended'));
      await fillIn(page, { on: daysAgo(0), workdays: page === quick ? '10' : '15', consentBy: '方负责' });
    }
    await fillIn(quick, { why: '需要查阅档案' });
    await fillIn(slow, { why: '需要汇总多个科室的材料' });
    await press(quick, registerExtension);
    expect(new URL(quick.url()).pathname).to.equal(paths.case(id));
    expect(await wordsOf(quick)).to.include('10 个工作日');
  });

  it('tells the other what was done meanwhile, by whom, and keeps what was typed', async () => {
    await press(slow, registerExtension);
    const conflict = await slow.locator('main .conflict').innerText();
    expect(conflict).to.include('别人已经办理了本件').and.to.include('延长').and.to.include('快一步');
    expect(await slow.inputValue('main [name=why]')).to.equal('需要汇总多个科室的材料');
    expect(await slow.inputValue('main [name=workdays]')).to.equal('15');
  });

  it('holds the second to the law as the first has left it', async () => {
    await press(slow, registerExtension);
    expect(await wordsOf(slow))
      .to.include('延长合计 25 个工作日')
      .and.to.include('最多还可延长 10 个工作日');
    expect(await slow.inputValue('main [name=why]')).to.equal('需要汇总多个科室的材料');
    await slow.goto(paths.case(id));
    const record = await wordsOf(slow);
    expect(record).to.include('需要查阅档案').and.not.to.include('需要汇总多个科室的材料');
  });
});
