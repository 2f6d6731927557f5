import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { verifyAll } from '../../src/casework/verification.js';
import { paths } from '../../src/web/paths.js';
import {
  type Answers,
  allRound,
  fillIn,
  issueReplyInBrowser,
  performInBrowser,
  press,
  seated,
  wordsAt,
  wordsOf,
} from '../support/browsing.js';
import { onDay } from '../support/on-day.js';
import { readPdf } from '../support/pdf-text.js';
import type { Program } from '../support/program.js';

/**
 * One application from the post bag to the archive, as one person who holds every role would do it in a browser.
 * The clock stands on the day of each act, ten in the morning in China.
 */
describe('one case, from receipt to suit, in a real browser', function () {
  this.timeout(240_000);
  let program: Program;
  let page: Page;
  let id: string;

  const act = async (day: string, type: string, answers: Answers = {}): Promise<void> => {
    onDay(day);
    await performInBrowser(page, id, type, { on: day, ...answers });
  };
  const says = (path: string): Promise<string> => wordsAt(page, path);

  before(() => onDay('2026-03-02'));
  seated(allRound, (opened, seat) => {
    program = opened;
    page = seat;
  });

  it('is logged as it came by post, with its dates before it is saved', async () => {
    await page.goto(paths.intake);
    await fillIn(page, {
      channel: 'registeredMail',
      on: '2026-03-02',
      proof: '签收单 1029384756',
      applicantKind: 'naturalPerson',
      applicantName: '𬱖堃䶮',
      phone: '13912345678',
      address: '测试区人民路一号',
      content: '城南路网改造工程的可行性研究报告及批复',
      supplyWay: 'post',
    });
    await press(page, 'main .intake-actions button');
    expect(await wordsOf(page)).to.include('2026年3月30日');
    await press(page, 'main form[method=post] button[type=submit]');
    const link = page.locator('main a[href^="/cases/"]').first();
    id = /^\/cases\/([0-9a-f-]{36})/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
    expect(id).to.match(/^[0-9a-f-]{36}$/);
    expect(await says(paths.case(id)))
      .to.include('2026年3月30日')
      .and.to.include('𬱖堃䶮');
  });

  it('is corrected, and counts afresh from the day of the correction', async () => {
    await act('2026-03-05', 'correction.required', { items: '请写明工程名称和年度。', until: '2026-03-20' });
    await act('2026-03-10', 'correction.received', { summary: '2024年城南路网改造工程' });
    // 自 3 月 10 日起第 20 个工作日；清明 4 月 4 日至 6 日休息。
    expect(await wordsOf(page)).to.include('2026年4月8日');
  });

  it('asks a third party and an agency at once, and loses their days but once', async () => {
    const sought = { consultee: 'thirdParty', name: '甲设计院' };
    await act('2026-03-12', 'opinion.sought', { ...sought, id: '1', deliveredOn: '2026-03-12' });
    await act('2026-03-16', 'opinion.sought', {
      consultee: 'agency',
      name: '区财政局',
      id: '2',
      deliveredOn: '2026-03-16',
    });
    await act('2026-03-24', 'opinion.received', { id: '1', view: 'objects', grounds: '含有设计报价。' });
    await act('2026-03-26', 'opinion.received', { id: '2', view: 'agrees' });
    // (3-12, 3-24] 与 (3-16, 3-26] 的并集是 10 个工作日，相加则是 16 个。
    expect(await wordsOf(page)).to.include('2026年4月22日');
    expect(await says(paths.caseDeadline(id, 'reply.2')))
      .to.include('甲设计院')
      .and.to.include('区财政局');
  });

  it('is extended', async () => {
    await act('2026-04-20', 'period.extended', { workdays: '10', why: '案情复杂', consentBy: '全能' });
    // 劳动节 5 月 1 日至 5 日休息，5 月 9 日（周六）上班。
    expect(await wordsOf(page)).to.include('2026年5月9日');
  });

  it('is replied to in part, and the letter says so with its remedies', async () => {
    await act('2026-05-06', 'reply.drafted', {
      outcome: 'partial',
      provided: '2024年城南路网改造工程可行性研究报告的批复一份，随本答复书邮寄。',
      withheld: '可行性研究报告第五章设计报价，属于第三方商业秘密。',
      reasons: '经书面征求第三方意见，第三方不同意公开，理由成立。',
    });
    await act('2026-05-06', 'reply.reviewed', { passed: 'yes' });
    await act('2026-05-07', 'reply.signed');
    await issueReplyInBrowser(page, id);
    expect(await wordsOf(page)).to.include('答复已制发，文号 测政公开〔2026〕1号');
    await act('2026-05-08', 'reply.served', {
      how: 'post',
      carrier: 'postal',
      mailNumber: 'EMS1122334455',
    });
    const text = await letterOf();
    for (const part of [
      '𬱖堃䶮',
      '部分公开',
      '2026年3月10日',
      '第三十七条',
      '属于第三方商业秘密',
      '应当先',
      '60日',
      '测试区人民政府',
    ]) {
      expect(text, part).to.include(part);
    }
    expect(await says(paths.case(id))).to.include('已送达');
  });

  it('is sent back on reconsideration and replied to anew within the period ordered', async () => {
    const number = '测府复〔2026〕7号';
    await act('2026-06-01', 'reconsideration.accepted', {
      id: number,
      organ: '测试区人民政府',
      procedure: 'ordinary',
    });
    await act('2026-06-03', 'reconsideration.copyReceived', { id: number, procedure: 'ordinary' });
    // 端午 6 月 19 日至 21 日休息。
    expect(await wordsOf(page)).to.include('2026年6月17日');
    await act('2026-06-12', 'reconsideration.answered', { id: number });
    await act('2026-07-20', 'reconsideration.decided', { id: number, result: 'revokedInPart' });
    await act('2026-07-20', 'redo.ordered', { id: number, workdays: '15', ground: 'substance' });
    expect(await wordsOf(page)).to.include('2026年8月10日');
    await act('2026-07-30', 'reply.drafted', {
      outcome: 'granted',
      provided: '可行性研究报告全文及批复，随本答复书邮寄。',
    });
    await act('2026-07-30', 'reply.reviewed', { passed: 'yes' });
    await act('2026-07-31', 'reply.signed');
    await issueReplyInBrowser(page, id);
    expect(await wordsOf(page)).to.include('测政公开〔2026〕2号');
    await act('2026-07-31', 'reply.served', {
      how: 'post',
      carrier: 'postal',
      mailNumber: 'EMS5566778899',
    });
  });

  it('is defended in court to the end and closed', async () => {
    const number = '（2026）测01行初12号';
    await act('2026-09-20', 'suit.served', { id: number, route: 'direct', court: '测试区人民法院' });
    // 15 日至 10 月 5 日，在国庆假期内，顺延至 10 月 8 日。
    expect(await wordsOf(page)).to.include('2026年10月8日');
    await act('2026-09-30', 'suit.answered', { id: number });
    await act('2026-11-10', 'suit.finallyJudged', { id: number, result: 'claimsRejected' });
    await act('2026-11-12', 'application.closed');
    expect(await wordsOf(page)).to.include('办结');
  });

  it('has moved the dashboard and the annual tables', async () => {
    const report = await says(`${paths.annualReport}?year=2026`);
    expect(report).to.match(/新收政府信息公开申请数量\s+1\s+0\s+0\s+0\s+0\s+0\s+1/);
    const board = await says(paths.dashboard);
    expect(board).to.include('1/1').and.to.include('0/1');
  });

  it('stands as the log says', async () => {
    expect((await verifyAll(program.dataSource)).differences).to.deep.equal([]);
  });

  /** The text of the reply, read out of its PDF. */
  async function letterOf(): Promise<string> {
    await page.goto(paths.caseLetters(id));
    const href = await page.locator('main a', { hasText: '部分公开' }).first().getAttribute('href');
    const file = await page.request.get(`${href}/pdf`);
    expect(file.headers()['content-type']).to.include('application/pdf');
    return (await readPdf(await file.body())).prose;
  }
});
