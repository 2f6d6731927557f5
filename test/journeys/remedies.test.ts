import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { Door } from '../../src/casework/door.js';
import { verifyAll } from '../../src/casework/verification.js';
import { roles } from '../../src/domain/office/role.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { paths } from '../../src/web/paths.js';
import {
  type Answers,
  allRound,
  fillIn,
  issueReplyInBrowser,
  press,
  seated,
  sendAct,
  wordsAt,
  wordsOf,
} from '../support/browsing.js';
import { axeFaults, overflow } from '../support/chromium.js';
import { countTableFour } from '../support/live-tables.js';
import { onDay } from '../support/on-day.js';
import { readPdf } from '../support/pdf-text.js';
import type { Program } from '../support/program.js';

const SILENCE = '测府复〔2026〕21号';
const THIRD = '测府复〔2026〕22号';

/**
 * Two proceedings in one case: one over silence while the reply is still owed, one by a third party against the
 * reply. Both to their ends, in a browser, by one person who holds every role.
 */
describe('a proceeding over silence and one by a third party, in a real browser', function () {
  this.timeout(240_000);
  let program: Program;
  let page: Page;
  let id: string;
  let clicks = 0;

  /** Clicks once, where it leads to another page. */
  const click = async (what: string): Promise<void> => {
    clicks += 1;
    await press(page, what);
  };

  /** An act from the links of the proceeding's own page. */
  const act = async (day: string, number: string, type: string, answers: Answers = {}): Promise<void> => {
    onDay(day);
    await page.goto(paths.proceeding(id, number));
    await press(page, `main a[href^="${paths.act(id, type)}"]`);
    expect(await page.locator(`main input[name=id][value="${number}"]`).isChecked()).to.equal(true);
    await sendAct(page, { on: day, ...answers });
    expect(new URL(page.url()).pathname, await wordsOf(page)).to.equal(paths.case(id));
  };

  const handle = async (day: string, type: string, answers: Answers = {}): Promise<void> => {
    onDay(day);
    await page.goto(paths.act(id, type));
    await sendAct(page, { on: day, ...answers });
  };

  const says = (path: string): Promise<string> => wordsAt(page, path);

  before(() => onDay('2026-06-01'));
  seated(allRound, async (given, seat) => {
    program = given;
    page = seat;
    const officeIds = [program.district.id];
    const opened = await program.application.get(Door, { strict: false }).open(
      {
        officeId: program.district.id,
        applicantKind: 'naturalPerson',
        applicantName: '张三丰',
        content: '城东污水处理厂特许经营协议',
      },
      [
        { type: 'application.received', on: localDate('2026-06-01'), channel: 'counter' },
        { type: 'application.registered', on: localDate('2026-06-01') },
      ],
      { actor: { kind: 'person', name: '全能', roles }, officeIds },
    );
    id = opened.application.id;
  });

  it('a notice is recorded and its last day seen in six clicks at most', async () => {
    onDay('2026-07-08');
    await page.goto(paths.remedies);
    clicks = 0;
    await click(`main a[href="${paths.appealNotice}"]`);
    await page.fill('#search', '污水');
    await click('main form[role=search] button');
    await click(`main a[href="${paths.appealNoticeOf(id)}"]`);
    await page.fill('main [name=id]', SILENCE);
    await page.check('main [name=procedure][value=simplified]');
    clicks += 1;
    await click('main form[method=post] button[type=submit]');
    expect(clicks).to.be.at.most(6);
    const words = await wordsOf(page);
    expect(words).to.include('最后一天是2026年7月15日（5 个工作日）');
    expect(words).to.include('逾期未答复').and.include('《行政复议法》第四十八条、第五十四条、第七十条');
  });

  it('stands first on the board, with what is missing', async () => {
    const words = await says(paths.remedies);
    expect(words).to.include(SILENCE).and.include('剩 5 个工作日').and.include('行政复议答复书、证据目录');
  });

  it('the reply is still possible, and given while the reconsideration runs', async () => {
    await handle('2026-07-09', 'reply.drafted', {
      outcome: 'granted',
      provided: '特许经营协议一份，随本答复书邮寄。',
    });
    await handle('2026-07-09', 'reply.reviewed', { passed: 'yes' });
    await handle('2026-07-09', 'reply.signed');
    await issueReplyInBrowser(page, id);
    await handle('2026-07-09', 'reply.served', {
      how: 'post',
      carrier: 'postal',
      mailNumber: 'EMS1122334455',
    });
    expect(await says(paths.case(id))).to.include('复议');
  });

  it('the bundle is made in two clicks, and holds the reply of after the notice, marked', async () => {
    onDay('2026-07-10');
    await page.goto(paths.remedies);
    clicks = 0;
    await click(`main a[href="${paths.proceeding(id, SILENCE)}"]`);
    await click('main button:has-text("生成证据材料")');
    expect(clicks).to.equal(2);
    await page.getByText('打开证据材料').waitFor();
    const href = await page.getByText('打开证据材料').getAttribute('href');
    const file = await readPdf(await (await page.request.get(href ?? '')).body());
    expect(file.bookmarks[0]).to.equal('证据目录');
    // A cell of the directory breaks its words over lines.
    expect(file.prose).to.include('〔未在').and.include('期限账本').and.include('校验清单');
  });

  it('the answer is drafted from the record, finished and handed in', async () => {
    await page.goto(paths.proceedingNote(id, SILENCE, 'representative'));
    await fillIn(page, { person: '郑主任', post: '主任' });
    await press(page, 'main form[method=post] button[type=submit]');
    await page.goto(paths.filing(id, SILENCE, 'answer'));
    const text = await page.inputValue('main [name=text]');
    expect(text).to.include('逾期未答复').and.include('郑主任').and.include('【待填：');
    await page.fill('main [name=text]', text.replaceAll(/【待填：[^】]*】/gu, '因检索量大。'));
    await press(page, 'main button[name=do][value=final]');
    expect(await wordsOf(page)).to.include('已定稿');
    await act('2026-07-14', SILENCE, 'reconsideration.answered');
    expect(await says(paths.proceeding(id, SILENCE))).to.include('已按期提交（2026年7月14日）');
  });

  it('a third party turns against the reply, in the same case', async () => {
    onDay('2026-07-22');
    await page.goto(paths.appealNoticeOf(id));
    await fillIn(page, {
      id: THIRD,
      receivedOn: '2026-07-22',
      procedure: 'ordinary',
      appellant: 'thirdParty',
      over: 'reply',
    });
    await press(page, 'main form[method=post] button[type=submit]');
    // 普通程序 10 个工作日。
    expect(await wordsOf(page)).to.include('最后一天是2026年8月5日');
    const board = await says(paths.remedies);
    expect(board.indexOf(THIRD)).to.be.below(board.indexOf(SILENCE));
  });

  it('the one over silence ends with its decision', async () => {
    await act('2026-07-30', SILENCE, 'reconsideration.decided', {
      result: 'declaredUnlawful',
      because: '逾期答复。',
    });
    const words = await says(paths.proceeding(id, SILENCE));
    expect(words).to.include('确认违法').and.include('结果纠正').and.include('记录指向：逾期未答复');
    await page.goto(paths.proceedingNote(id, SILENCE, 'lossReason'));
    await fillIn(page, { reason: 'silence' });
    await press(page, 'main form[method=post] button[type=submit]');
    expect(await says(paths.appealReview)).to.include('到期前提醒加倍');
  });

  it('the third party’s stands still, goes on and ends withdrawn', async () => {
    await act('2026-08-03', THIRD, 'reconsideration.answered');
    await act('2026-08-10', THIRD, 'reconsideration.suspended', { why: '双方正在调解。' });
    expect(await says(paths.proceeding(id, THIRD))).to.include('中止');
    await act('2026-08-24', THIRD, 'reconsideration.resumed');
    await act('2026-09-01', THIRD, 'reconsideration.ended', { why: '第三方撤回申请。' });
    const board = await says(paths.remedies);
    expect(board)
      .to.include('没有等待答复举证')
      .and.include('没有正在审理')
      .and.include('终止（撤回、和解等）');
  });

  it('both count once, each in its column, and the record stands as the log says', async () => {
    const four = await countTableFour(program.dataSource.manager, {
      year: 2026,
      officeIds: [program.district.id],
    });
    expect(four.reconsideration).to.deep.equal({ upheld: 0, corrected: 1, other: 1, pending: 0, total: 2 });
    expect((await verifyAll(program.dataSource)).differences).to.deep.equal([]);
  });

  it('its pages are clean at both widths', async () => {
    const shown = [
      paths.remedies,
      paths.appealSchedule,
      paths.appealReview,
      paths.appealNotice,
      paths.appealNoticeOf(id),
      paths.proceeding(id, SILENCE),
      paths.evidence(id, SILENCE),
      paths.filing(id, SILENCE, 'answer'),
      paths.proceedingNote(id, SILENCE, 'counsel'),
    ];
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of shown) {
        await page.goto(path);
        expect(await overflow(page), `${path} at ${width}`).to.equal(0);
        expect(await axeFaults(page), `${path} at ${width}`).to.deep.equal([]);
      }
    }
  });
});
