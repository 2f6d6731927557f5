import { expect } from 'chai';
import { Door } from '../../src/casework/door.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { roles } from '../../src/domain/office/role.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { setClock } from '../../src/infrastructure/today.js';
import { paths } from '../../src/web/paths.js';
import { type Program, openProgram } from '../support/program.js';
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

  before(async () => {
    setClock(() => new Date('2026-09-02T10:00:00+08:00'));
    program = await openProgram();
    legal = await program.signedIn(['legal'], { loginName: 'fazhi' });
  });

  after(async () => {
    setClock();
    await program.close();
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
    const door = program.application.get(Door, { strict: false });
    const opening = {
      officeId: program.district.id,
      applicantKind: 'naturalPerson' as const,
      applicantName: '张三丰',
      content: '征地批复文件',
    };
    const by = {
      actor: { kind: 'person' as const, name: '王经办', roles },
      officeIds: [program.district.id],
    };
    const first = await door.open(opening, [...refusedCase, ...lost], by);
    const second = await door.open(opening, refusedCase.slice(0, 11) as unknown as typeof refusedCase, by);
    const review = '测府复〔2026〕9号';
    await door.performAll(
      second.application.id,
      [
        { type: 'reconsideration.accepted', on: on('2026-09-01'), id: review },
        { type: 'reconsideration.copyReceived', on: on('2026-09-02'), id: review, procedure: 'ordinary' },
      ],
      by,
    );
    const note = paths.proceedingNote(first.application.id, SUIT, 'hearing');
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
