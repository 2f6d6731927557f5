import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { today } from '../../src/infrastructure/today.js';
import { addDays } from '../../src/domain/time/local-date.js';
import { act, confirmed, filledSteps, onlySubmission } from '../support/applicant.js';
import { fillIn, press, signInAs } from '../support/browsing.js';
import { axeFaults, openChromium, overflow } from '../support/chromium.js';
import { addPerson, openProgram, type Program } from '../support/program.js';

describe('the portal in a real browser', function () {
  this.timeout(240_000);
  let program: Program;
  let browser: Browser;

  before(async () => {
    browser = await openChromium();
  });

  beforeEach(async () => {
    program = await openProgram();
  });

  afterEach(() => program.close());
  after(() => browser.close());

  for (const width of [390, 1440]) {
    it(`has no fault that axe finds and fits into ${width} pixels`, async () => {
      const context = await browser.newContext({ baseURL: program.url, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (/Content Security Policy|Uncaught/.test(message.text())) complaints.push(message.text());
      });
      const look = async (name: string): Promise<void> => {
        expect(await axeFaults(page), name).to.deep.equal([]);
        expect(await overflow(page), name).to.equal(0);
        await photograph(page, `${name}-${width}`);
      };
      await page.goto('/public');
      await look('entrance');
      await page.goto('/public/offices/CS-ZFB');
      await look('guide');
      await page.goto('/public/offices/CS-ZFB/apply');
      await press(page, 'main button[value=next]');
      await look('applicant-refused');
      for (const [step, answers] of Object.entries(filledSteps)) {
        await look(step);
        await fillIn(page, answers);
        await press(page, 'main button[value=next]');
      }
      await look('check');
      await press(page, 'main button[type=submit]');
      await look('submitted');
      const code = await page.locator('.query-code').innerText();
      const { id } = await onlySubmission(program);
      const application = await confirmed(program);
      await act(
        program,
        application,
        { type: 'application.assigned', on: today(), handler: '王经办' },
        { type: 'correction.required', on: today(), items: '请写明文号。', until: addDays(today(), 14) },
      );
      await page.goto('/public/follow');
      await look('enter');
      await fillIn(page, { queryCode: code });
      await press(page, 'main button[type=submit]');
      await look('follow');
      await context.clearCookies();
      await addPerson(program.dataSource, { loginName: `dengji${width}`, roles: ['clerk'] });
      await signInAs(page, `dengji${width}`);
      await page.goto('/intake/submissions');
      await look('submissions');
      await page.goto(`/intake/submissions/${id}`);
      await look('submission');
      await program.dataSource.query(
        `UPDATE submissions SET state = 'pending', "applicationId" = NULL, "settledAt" = NULL`,
      );
      await page.goto('/intake/submissions');
      await look('submissions-waiting');
      await page.goto(`/intake/submissions/${id}`);
      await look('submission-waiting');
      expect(complaints).to.deep.equal([]);
      await context.close();
    });
  }
});

/** For looking at: where PICTURES names a folder. */
async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
