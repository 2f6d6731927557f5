import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { signInAs } from '../support/browsing.js';
import { axeFaults, openChromium, overflow } from '../support/chromium.js';
import { addPerson, openProgram, type Program } from '../support/program.js';

/** A person who has no mouse: counts what the hands do. */
class Hands {
  /** Fields that were filled in or chosen from. */
  fields = 0;
  /** Links and buttons that were pressed. */
  pressed = 0;
  /** Presses of Tab in between. */
  tabs = 0;

  constructor(private readonly page: Page) {}

  /** Tabs on until the field, link or button is reached. Throws when it cannot be. */
  async reach(what: string): Promise<void> {
    for (let n = 0; n < 80; n += 1) {
      if (await this.page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(what)})`))
        return;
      await this.page.keyboard.press('Tab');
      this.tabs += 1;
    }
    throw new Error(`${what} cannot be reached by Tab`);
  }

  async type(name: string, text: string): Promise<void> {
    await this.reach(`[name="${name}"]`);
    await this.page.keyboard.insertText(text);
    this.fields += 1;
  }

  /** The nth of a group of radios or of a list, by the arrow keys. */
  async choose(name: string, nth: number): Promise<void> {
    await this.reach(`[name="${name}"]`);
    const radios = await this.page.evaluate<boolean>(`document.activeElement.type === 'radio'`);
    if (radios) await this.page.keyboard.press('Space');
    for (let n = radios ? 1 : 0; n < nth; n += 1) await this.page.keyboard.press('ArrowDown');
    this.fields += 1;
  }

  async press(what: string): Promise<void> {
    await this.reach(what);
    await Promise.all([this.page.waitForEvent('domcontentloaded'), this.page.keyboard.press('Enter')]);
    this.pressed += 1;
  }
}

describe('logging an application with the keyboard alone', function () {
  this.timeout(120_000);
  let program: Program;
  let browser: Browser;

  before(async () => {
    browser = await openChromium();
    program = await openProgram();
    await addPerson(program.dataSource, { loginName: 'dengji', roles: ['clerk'] });
  });
  after(async () => {
    await browser.close();
    await program.close();
  });

  for (const scripted of [true, false]) {
    it(`takes at most 25 fields and moves, ${scripted ? 'with' : 'without'} the program’s script`, async () => {
      const context = await browser.newContext({ baseURL: program.url });
      const page = await context.newPage();
      await signInAs(page, 'dengji');
      // Where the hands are is asked of the page, which needs script; the program's own is kept out by its address.
      if (!scripted) await page.route('**/*.js', (route) => route.abort());
      await page.goto('/desk');
      const hands = new Hands(page);
      await hands.press('a[href="/intake/new"]');
      await hands.choose('channel', 1);
      await hands.choose('applicantKind', 1);
      await hands.type('applicantName', '王小明');
      await hands.type('phone', '13800000000');
      await hands.choose('idDocument', 1);
      await hands.type('idNumber', '11010519491231002X');
      await hands.type('address', '某某路1号');
      await hands.type('content', '某某路道路改造工程的征地批复文件');
      await hands.choose('wantedForm', 1);
      await hands.choose('supplyWay', 1);
      await hands.press('#intake-form button[type=submit]:not([formaction])');
      await hands.press('form[action="/intake"] button');
      expect(new URL(page.url()).pathname).to.match(/^\/intake\/registered\//);
      expect(hands.fields + hands.pressed).to.be.at.most(25);
      expect([hands.fields, hands.pressed]).to.deep.equal([10, 3]);
      expect(hands.tabs, 'presses of Tab in between').to.be.at.most(60);
      await context.close();
    });
  }

  it('has registered each, and the pages of the front door have no fault that axe finds', async () => {
    const cases = await program.dataSource.manager.find(ApplicationRecord);
    expect(cases.map(({ applicantName, supplyWay }) => [applicantName, supplyWay])).to.deep.equal([
      ['王小明', 'post'],
      ['王小明', 'post'],
    ]);
    for (const width of [390, 1440]) {
      const context = await browser.newContext({ baseURL: program.url, viewport: { width, height: 900 } });
      const page = await context.newPage();
      await signInAs(page, 'dengji');
      for (const address of ['/intake/new', '/intake/submissions', `/cases/${cases[0]?.id}`]) {
        await page.goto(address);
        expect(await axeFaults(page), `${address} ${width}`).to.deep.equal([]);
        expect(await overflow(page), `${address} ${width}`).to.equal(0);
      }
      await context.close();
    }
  });
});
