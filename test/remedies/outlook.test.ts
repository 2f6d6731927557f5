import { expect } from 'chai';
import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { paths } from '../../src/web/paths.js';
import { type LegalDesk, legalDeskOn } from '../support/legal-desk.js';
import type { Visitor } from '../support/visitor.js';

const on = localDate;

const received: readonly [Act, ...Act[]] = [
  { type: 'application.received', on: on('2026-03-02'), channel: 'counter' },
  { type: 'application.registered', on: on('2026-03-02') },
];
const replied = (day: string): Act[] => [
  { type: 'reply.issued', on: on(day), outcome: 'granted', provided: '复印件', onTheSpot: true },
  { type: 'reply.served', on: on(day), how: 'counter', receivedBy: '申请人本人' },
];
const served = (id: string, day: string): Act => ({ type: 'suit.served', on: on(day), id, route: 'direct' });

/** The text of a page, its marks taken away. */
const plain = (text: string): string =>
  text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ');

describe('what may come, on the board of 复议应诉', function () {
  this.timeout(60_000);
  let legal: Visitor;
  let desk: LegalDesk;

  legalDeskOn('2026-08-03', (given) => {
    desk = given;
    ({ legal } = given);
  });

  const opened = (...acts: Act[]): Promise<{ id: string; number: string }> =>
    desk.opened([...received, ...acts]);
  const board = async (): Promise<string> => plain((await legal.get(paths.remedies)).text);

  it('names the cases in which silence or untold remedies may be complained of, each way with its last day', async () => {
    const silent = await opened();
    const late = await opened(...replied('2026-04-15'));
    const inTime = await opened(...replied('2026-03-10'));
    const untold = await opened(...replied('2026-03-10'), {
      type: 'remedy.omitted',
      on: on('2026-07-01'),
      what: 'both',
      how: '答复书没有救济告知。',
    });
    const words = await board();
    expect(words).to.include('可能被申请复议或者起诉（3 件）');
    const lineOf = (number: string): string =>
      words.slice(words.indexOf(number), words.indexOf(number) + 120);
    // Of silence since 2026-03-30 the sixty days are over, the six months are not.
    expect(lineOf(silent.number)).to.include('逾期未答复').and.include('起诉 2026年9月30日');
    expect(lineOf(silent.number).split('2026年9月30日')[0]).to.not.include('申请复议 2026');
    expect(lineOf(late.number)).to.include('起诉 2026年9月30日');
    expect(lineOf(untold.number))
      .to.include('未告知或者错误告知救济')
      .and.match(/申请复议 2027年3月10日 ?；起诉 2027年3月10日/);
    expect(words.includes(inTime.number)).to.equal(false);
    expect(words).to.include('规定不明');
    expect(plain((await legal.get(paths.case(silent.id))).text))
      .to.include('就逾期未答复起诉的期限')
      .and.include('2026年9月30日');
    expect(plain((await legal.get(paths.caseDeadline(silent.id, 'window:silence.suit'))).text)).to.include(
      '法释〔2018〕1号第六十六条',
    );
  });

  it('says until when the applicant may go to court over an organ that did not decide', async () => {
    const { id } = await opened(
      ...replied('2026-03-10'),
      { type: 'reconsideration.accepted', on: on('2026-05-25'), id: '拖延案' },
      { type: 'reconsideration.copyReceived', on: on('2026-05-27'), id: '拖延案', procedure: 'ordinary' },
      { type: 'reconsideration.answered', on: on('2026-06-01'), id: '拖延案' },
    );
    // 60 days end on 2026-07-24; fifteen more on Saturday 2026-08-08.
    expect(await board()).to.include('复议逾期，申请人可在 2026年8月10日前起诉');
    expect(plain((await legal.get(paths.proceeding(id, '拖延案'))).text))
      .to.include('复议逾期不作决定时起诉的期限')
      .and.include('申请人在本件的救济期限');
  });

  it('puts the answer to an appeal among what is owed, with what follows of it', async () => {
    const { id } = await opened(
      ...replied('2026-03-10'),
      served('上诉案', '2026-04-01'),
      { type: 'suit.answered', on: on('2026-04-08'), id: '上诉案' },
      { type: 'suit.judged', on: on('2026-07-10'), id: '上诉案', result: 'claimsRejected', form: 'judgment' },
    );
    await desk.door.perform(
      id,
      { type: 'suit.appealCopyReceived', on: on('2026-07-27'), id: '上诉案', appellant: 'applicant' },
      desk.by,
    );
    const words = await board();
    expect(words).to.include('对上诉的答辩期限').and.include('2026年8月11日');
    const page = plain((await legal.get(paths.proceeding(id, '上诉案'))).text);
    expect(page).to.include('上诉答辩').and.include('不影响人民法院审理').and.include('提交上诉答辩状');
    expect(page).to.not.include('视为没有相应证据');
  });

  it('lists hearings to come, and sums up who came to court, who spoke and what it cost', async () => {
    const { id } = await opened(...replied('2026-03-10'), served('开庭案', '2026-04-01'), {
      type: 'suit.finallyJudged',
      on: on('2026-07-20'),
      id: '开庭案',
      result: 'mediated',
    });
    const note = async (kind: string, fields: Record<string, string>): Promise<void> => {
      const form = paths.proceedingNote(id, '开庭案', kind);
      expect((await legal.submit(form, form, fields)).status).to.equal(303);
    };
    await note('hearing', { what: 'trial', on: '2026-09-10', at: '9:30', place: '第三法庭' });
    await note('hearing', { what: 'exchange', on: '2026-05-10' });
    await note('attendance', { on: '2026-06-10', who: 'head' });
    await note('attendance', { on: '2026-06-24', who: 'lawyerOnly' });
    await note('counsel', { person: '钱律师', kind: 'lawyer', workplace: '某律所', powers: 'ordinary' });
    await note('cost', { what: '律师费', on: '2026-06-10', yuan: '8000' });
    await note('cost', { what: '案件受理费', on: '2026-06-10', yuan: '50' });
    await note('cost', { what: '律师费', on: '2026-07-10', yuan: '2000' });
    const words = await board();
    expect(words).to.include('听证和开庭（1 次）').and.include('2026年9月10日 9:30').and.include('第三法庭');
    const review = plain((await legal.get(`${paths.appealReview}?year=2026`)).text);
    expect(review)
      .to.include('开庭 2 次，负责人出庭 1 次；仅律师出庭 1 次')
      .and.include('《行政诉讼法》第三条第三款')
      .and.include('律师或法律服务工作者代理 1 起，仅本机关工作人员代理 0 起')
      .and.include('合计 10050 元（律师费 10000 元，案件受理费 50 元）')
      .and.include('行政诉讼：调解结案')
      .and.include('直接起诉，对答复不服');
  });

  it('sums up by the reply that was fought over, not by the one that was given anew', async () => {
    await opened(
      ...replied('2026-03-10'),
      { type: 'reconsideration.accepted', on: on('2026-04-01'), id: '重做案' },
      { type: 'reconsideration.decided', on: on('2026-05-20'), id: '重做案', result: 'revoked' },
      { type: 'redo.ordered', on: on('2026-05-20'), id: '重做案', workdays: 15, ground: 'substance' },
      {
        type: 'reply.issued',
        on: on('2026-05-27'),
        outcome: 'partial',
        provided: '批复正文',
        withheld: '附件，属于个人隐私',
        reasons: '附件载有个人隐私。',
        onTheSpot: true,
      },
    );
    const review = plain((await legal.get(`${paths.appealReview}?year=2026`)).text);
    const byOutcome = review.slice(review.lastIndexOf('按答复种类'));
    expect(byOutcome).to.include('予以公开').and.not.include('部分公开');
  });

  it('asks who came to a hearing of the organ too, by its own article (行政复议法第五十一条第三款)', async () => {
    const { id } = await opened(
      ...replied('2026-03-10'),
      { type: 'reconsideration.accepted', on: on('2026-04-01'), id: '听证案' },
      { type: 'reconsideration.decided', on: on('2026-06-01'), id: '听证案', result: 'upheld' },
    );
    const form = paths.proceedingNote(id, '听证案', 'attendance');
    expect(plain((await legal.get(form)).text)).to.include('《行政复议法》第五十一条第三款');
    expect((await legal.submit(form, form, { on: '2026-05-10', who: 'head' })).status).to.equal(303);
    const review = plain((await legal.get(`${paths.appealReview}?year=2026`)).text);
    expect(review).to.include('复议听证 1 次，负责人参加 1 次');
    const counsel = plain((await legal.get(paths.proceedingNote(id, '听证案', 'counsel'))).text);
    expect(counsel).to.not.include('《行政诉讼法》');
  });
});
