import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { paths } from '../../src/web/paths.js';
import { seated, wordsOf } from '../support/browsing.js';
import { addCase } from '../support/pages.js';
import type { Program } from '../support/program.js';

/** The daily work by the mouse, counted from 待办: so many clicks and no more. Typing is no click. */
describe('the clicks of daily work, in a real browser', function () {
  this.timeout(240_000);
  let program: Program;
  let page: Page;
  let clicks: number;
  let id: string;

  seated({ loginName: 'quanneng', roles: ['clerk', 'handler', 'head'] }, (opened, seat) => {
    program = opened;
    page = seat;
  });
  beforeEach(async () => {
    ({ id } = await addCase(program));
    clicks = 0;
    await page.goto(paths.deskTab('office'));
  });

  const click = async (target: string): Promise<void> => {
    clicks += 1;
    await page.click(target);
  };
  const follow = async (target: string): Promise<void> => {
    await Promise.all([page.waitForEvent('domcontentloaded'), click(target)]);
  };
  const stored = () => program.dataSource.manager.findOneByOrFail(ApplicationRecord, { id });
  const onCasePage = (): void => {
    expect(new URL(page.url()).pathname).to.equal(paths.case(id));
  };

  it('extends a reply period with four', async () => {
    const before = await stored();
    await follow(`main a[href="${paths.case(id)}"]`);
    await follow(`main a[href^="${paths.act(id, 'period.extended')}"]`);
    await page.fill('main [name=workdays]', '10');
    await page.fill('main [name=why]', '涉及多个部门，需要核实。');
    await follow('main button[name=do][value=perform]');
    const once = 'main button[name=do][value=confirmed]';
    if ((await page.locator(once).count()) > 0) await follow(once);
    onCasePage();
    expect((await stored()).replyDueOn).not.to.equal(before.replyDueOn);
    expect(clicks).to.be.at.most(4);
  });

  it('consults two departments with eight', async () => {
    await follow(`main a[href="${paths.case(id)}"]`);
    await follow(`main a[href^="${paths.act(id, 'opinion.sought')}"]`);
    await click('main input[name=consultee][value=agency]');
    await page.fill('main [name=name]', '区财政局');
    await follow('main button[name=do][value=again]');
    await click('main input[name=consultee][value=agency]');
    await page.fill('main [name=name]', '区住房城乡建设委');
    await follow('main button[name=do][value=perform]');
    onCasePage();
    expect(await wordsOf(page))
      .to.contain('区财政局')
      .and.to.contain('区住房城乡建设委');
    expect(clicks).to.be.at.most(8);
  });

  it('answers with eight: outcome, letter, check, signature, number, service', async () => {
    await page.goto(paths.case(id));
    await follow(`main a[href^="${paths.act(id, 'reply.drafted')}"]`);
    // A list is opened and one of it chosen: two clicks.
    clicks += 2;
    await page.selectOption('main select[name=outcome]', 'granted');
    await page.locator('main [name=provided]').waitFor();
    await page.fill('main [name=provided]', '某路征地批复复印件一份，随本答复提供。');
    await follow('main .form-actions button[name=do][value=perform]');
    expect(await wordsOf(page))
      .to.contain('答复体检')
      .and.to.contain('某路征地批复复印件一份');
    await follow(`main form[action="${paths.act(id, 'reply.signed')}"] button`);
    await follow(`main form[action="${paths.replyLetter(id)}"] button`);
    expect(await wordsOf(page)).to.match(/文号 测政公开〔\d{4}〕1号/u);
    await follow(`main a[href^="${paths.act(id, 'reply.served')}"][href$="how=counter"]`);
    await page.fill('main [name=receivedBy]', '申请人本人');
    await follow('main button[name=do][value=confirmed]');
    onCasePage();
    expect((await stored()).repliedOn).not.to.equal(null);
    expect(clicks).to.be.at.most(8);
  });

  it('leads from the case to its ledger, the printed annex and a trial', async () => {
    await follow(`main a[href="${paths.case(id)}"]`);
    await page.goto(paths.caseDeadlines(id));
    expect(await wordsOf(page)).to.contain('起算的那一天');
    const annex = (await page.locator('main a[href$="/annex"]').first().getAttribute('href')) ?? '';
    const printed = await page.request.get(annex);
    expect(printed.headers()['content-type']).to.equal('application/pdf');
    await follow(`main a[href="${paths.whatIf(id)}"]`);
    await page.fill('main [name=bExtension]', '20');
    await follow('main form button[type=submit]');
    expect(await wordsOf(page)).to.contain('比现在晚 20 个工作日');
  });
});
