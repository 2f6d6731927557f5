import { expect } from 'chai';
import { addDays } from '../../src/domain/time/local-date.js';
import { rollForward } from '../../src/domain/time/rollover.js';
import { today } from '../../src/infrastructure/today.js';
import { loadCalendar } from '../../src/records/calendar/calendars.js';
import { chineseDate } from '../../src/web/words.js';
import { act, applicantForEach, apply, confirmed, follow } from '../support/applicant.js';
import type { Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

describe('what the applicant is asked for', function () {
  this.timeout(60_000);
  let program: Program;
  let applicant: Visitor;

  applicantForEach((opened, visitor) => {
    program = opened;
    applicant = visitor;
  });

  it('names the last day of what is asked, not that of a window for a remedy', async () => {
    const code = await apply(applicant);
    const application = await confirmed(program);
    const on = today();
    const id = '测府复〔2026〕9号';
    await act(
      program,
      application,
      { type: 'application.assigned', on, handler: '王经办' },
      { type: 'reply.issued', on, outcome: 'granted', provided: '复印件一份。', onTheSpot: true },
      { type: 'reply.served', on, how: 'counter', receivedBy: '申请人本人' },
      { type: 'reconsideration.accepted', on, id },
      { type: 'reconsideration.decided', on, id, result: 'revoked' },
      { type: 'redo.ordered', on, id },
      { type: 'correction.required', on, items: '请写明年份。', until: addDays(on, 7) },
    );
    await follow(applicant, code);
    const { text } = await applicant.get('/public/follow');
    expect(text)
      .to.contain('请写明年份。')
      .and.to.match(/最迟 [^<]*办完/u);
    const shown = /<strong>最迟 ([^<]*)办完/u.exec(text)?.[1];
    const calendar = await loadCalendar(program.dataSource.manager);
    expect(shown).to.equal(chineseDate(rollForward(calendar, addDays(on, 7))));
  });
});
