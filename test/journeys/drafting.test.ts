import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { seated, wordsOf } from '../support/browsing.js';
import { addCase } from '../support/pages.js';
import type { Program } from '../support/program.js';

describe('from the page of a case to a drafted reply with its letter, in a real browser', function () {
  this.timeout(240_000);
  let program: Program;
  let page: Page;
  let clicks = 0;

  seated({ loginName: 'chengban', roles: ['handler'], name: '陈承办' }, (opened, seat) => {
    program = opened;
    page = seat;
  });

  const click = async (selector: string, then: string): Promise<void> => {
    clicks += 1;
    await page.click(selector);
    await page.waitForURL(`**${then}`);
  };

  it('takes three clicks where the answer is known: its fields come with the choice', async () => {
    const { id } = await addCase(program);
    clicks = 0;
    await page.goto(paths.case(id));
    await click('a:text-is("拟制答复")', paths.act(id, 'reply.drafted'));
    expect(await page.locator('main [name=provided]').count()).to.equal(0);
    clicks += 1;
    await page.selectOption('main [name=outcome]', 'granted');
    await page.fill('main [name=provided]', '批复一份，可以到本机关领取。');
    await click('main .form-actions button[value=perform]', paths.replyLetter(id));
    expect(await wordsOf(page))
      .to.include('政府信息公开答复书')
      .and.include('批复一份');
    expect(clicks).to.equal(3);
  });

  it('takes one more for each question where it is not', async () => {
    const { id } = await addCase(program);
    clicks = 0;
    await page.goto(paths.case(id));
    await click('a:text-is("一步一步选答复")', paths.answerGuide(id, 'reply.drafted'));
    for (const [choice, next] of [
      ['clear', 'main h2:text("要的是政府信息吗")'],
      ['petition', 'main [name=reasons]'],
    ] as const) {
      clicks += 1;
      await page.click(`main button[value=${choice}]`);
      await page.waitForSelector(next);
    }
    await page.fill('main [name=reasons]', '申请内容是反映占道问题并要求处理，不是申请获取政府信息。');
    await click('main .form-actions button[value=perform]', paths.replyLetter(id));
    expect(await wordsOf(page)).to.include('不予处理告知书');
    expect(clicks).to.equal(4);
  });
});
