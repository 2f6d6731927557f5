import { expect } from 'chai';
import type { Act } from '../../src/domain/acts/acts.js';
import { periodsOf } from '../../src/domain/clock/clock.js';
import { firstReplyOf, timingOf } from '../../src/domain/statistics/reply-timing.js';
import { type LocalDate, localDate } from '../../src/domain/time/local-date.js';
import { officialNotices } from '../../src/domain/time/notices.js';
import { WorkCalendar } from '../../src/domain/time/work-calendar.js';

const calendar = WorkCalendar.from(officialNotices);
const on = (text: string): LocalDate => localDate(text);
const received: Act = { type: 'application.received', on: on('2026-03-02'), channel: 'counter' };
const served = (day: string): Act => ({ type: 'reply.served', on: on(day), how: 'post' });

const timing = (acts: Act[], day: string): string | undefined => {
  const first = firstReplyOf(acts, periodsOf(acts, calendar));
  return first && timingOf(first, on(day));
};

describe('how the first reply stands to its day', () => {
  it('runs, is overdue, and ends in time or late', () => {
    expect(timing([received], '2026-03-30')).to.equal('runningInTime');
    expect(timing([received], '2026-03-31')).to.equal('overdue');
    expect(timing([received, served('2026-03-30')], '2026-12-31')).to.equal('inTime');
    expect(timing([received, served('2026-03-31')], '2026-12-31')).to.equal('late');
  });

  it('was still running on a day before the reply', () => {
    expect(timing([received, served('2026-03-27')], '2026-03-20')).to.equal('runningInTime');
    expect(timing([received, served('2026-04-20')], '2026-04-10')).to.equal('overdue');
  });

  it('begins anew with a correction', () => {
    const corrected: Act[] = [
      received,
      { type: 'correction.required', on: on('2026-03-05'), items: '具体文件名称', until: on('2026-03-26') },
      { type: 'correction.received', on: on('2026-03-20') },
      served('2026-04-10'),
    ];
    expect(timing(corrected, '2026-12-31')).to.equal('inTime');
  });

  it('owes nothing after a withdrawal', () => {
    const withdrawn: Act = { type: 'application.withdrawn', on: on('2026-03-10'), proof: '撤回书' };
    expect(timing([received, withdrawn], '2026-12-31')).to.equal('spared');
  });

  it('was late where a silence was ended by an order to reply', () => {
    const ordered: Act[] = [
      received,
      { type: 'reconsideration.accepted', on: on('2026-05-06'), id: '复议一', over: 'silence' },
      { type: 'reconsideration.decided', on: on('2026-06-10'), id: '复议一', result: 'orderedToPerform' },
      { type: 'redo.ordered', on: on('2026-06-10'), id: '复议一' },
      served('2026-06-20'),
    ];
    expect(timing(ordered, '2026-12-31')).to.equal('late');
  });
});
