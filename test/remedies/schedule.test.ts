import { expect } from 'chai';
import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { paths } from '../../src/web/paths.js';
import { type LegalDesk, legalDeskOn } from '../support/legal-desk.js';
import type { Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';
import { REVIEW, SUIT, refusedCase } from './refused-case.js';

const on = localDate;
const lost: readonly Act[] = [
  { type: 'suit.answered', on: on('2026-07-20'), id: SUIT },
  { type: 'suit.judged', on: on('2026-09-01'), id: SUIT, result: 'revoked', form: 'judgment' },
];

describe('日程 of 复议应诉', function () {
  this.timeout(60_000);
  let program: Program;
  let legal: Visitor;
  let desk: LegalDesk;

  legalDeskOn('2026-09-02', (given) => {
    desk = given;
    ({ program, legal } = given);
  });

  const shown = async (visitor = legal): Promise<string> => {
    const { text, status } = await visitor.get(paths.appealSchedule);
    expect(status).to.equal(200);
    return text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  };

  it('says how to begin where there is nothing', async () => {
    expect(await shown()).to.include('没有将到的日子');
  });

  it('has hearings and last days in the order of their days, each with its weekday', async () => {
    const { door, by } = desk;
    const [received, ...handled] = refusedCase;
    const first = await desk.opened([...refusedCase, ...lost]);
    const second = await desk.opened([received, ...handled.slice(0, 10)]);
    const review = '测府复〔2026〕9号';
    await door.performAll(
      second.id,
      [
        { type: 'reconsideration.accepted', on: on('2026-09-01'), id: review },
        { type: 'reconsideration.copyReceived', on: on('2026-09-02'), id: review, procedure: 'ordinary' },
      ],
      by,
    );
    const note = paths.proceedingNote(first.id, SUIT, 'hearing');
    const facts = { what: 'trial', on: '2026-09-10', at: '9:30', place: '第三法庭' };
    expect((await legal.submit(note, note, facts)).status).to.equal(303);
    const words = await shown();
    // Ten working days from 2 September; fifteen days from 1 September.
    const parts = [
      '2026年9月10日，星期四',
      '到场 开庭，9:30，第三法庭',
      '2026年9月16日，星期三',
      '提交',
      '2026年9月16日',
    ];
    let at = 0;
    for (const part of parts) {
      at = words.indexOf(part, at);
      expect(at, part).to.be.at.least(0);
    }
    expect(words).to.include('复议答复和举证期限（普通程序）届满，还缺行政复议答复书');
    expect(words).to.include('对判决上诉的期限届满').and.include(SUIT).and.include('订阅到自己的日历');
    expect(words).to.not.include(REVIEW).and.not.include('张三丰');
  });

  it('shows another office nothing', async () => {
    const stranger = await program.signedIn(['legal'], { officeCode: 'CS-SFJ' });
    expect(await shown(stranger)).to.include('没有将到的日子');
  });
});
