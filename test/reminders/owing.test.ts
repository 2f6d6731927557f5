import { expect } from 'chai';
import type { Period } from '../../src/domain/clock/period.js';
import { cite } from '../../src/domain/law/citation.js';
import type { Role } from '../../src/domain/office/role.js';
import { type LocalDate, localDate } from '../../src/domain/time/local-date.js';
import { officialNotices } from '../../src/domain/time/notices.js';
import { WorkCalendar } from '../../src/domain/time/work-calendar.js';
import { isQuiet } from '../../src/reminders/mailing.js';
import { owedOn, remindedPeriods } from '../../src/reminders/owing.js';

const calendar = WorkCalendar.from(officialNotices);

const duty = (limit: Period['limit'], dueOn: LocalDate): Period => ({
  ...{ id: 'reply', limit, name: '答复期限', of: 'duty', startedOn: localDate('2026-11-02'), because: '' },
  ...{ article: cite('disclosure', 33, 2), unit: 'workdays', terms: [], excluded: [], dueOn },
  ...(limit === 'reply' ? {} : { matter: '（2026）测行初1号' }),
  provisional: false,
});

/** Distance owed to one role on a day, for a duty of Monday 30 November 2026. */
function distanceOn(on: string, role: Role, limit: Period['limit'] = 'reply'): number | undefined {
  const people = [{ accountId: 'a', roles: [role] }];
  return owedOn([duty(limit, localDate('2026-11-30'))], people, calendar, localDate(on))[0]?.distance;
}

describe('the reminders owed on a day', () => {
  it('come to the handler five, three and one working day before, and on the day', () => {
    const days = ['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-27', '2026-11-28'];
    expect(days.map((on) => distanceOn(on, 'handler'))).to.deep.equal([undefined, 5, 5, 3, 1, 1]);
    expect(distanceOn('2026-11-30', 'handler')).to.equal(0);
    expect(distanceOn('2026-12-01', 'handler')).to.equal(undefined);
  });

  it('go up to the head, and to the leadership once the day has passed', () => {
    const days = ['2026-11-24', '2026-11-25', '2026-11-30', '2026-12-01'];
    expect(days.map((on) => distanceOn(on, 'head'))).to.deep.equal([undefined, 3, 0, -1]);
    expect(days.map((on) => distanceOn(on, 'leader'))).to.deep.equal([undefined, undefined, undefined, -1]);
    expect(distanceOn('2026-11-30', 'clerk')).to.equal(undefined);
  });

  it('come earlier and louder when a court or a reconsideration organ waits', () => {
    const days = ['2026-11-18', '2026-11-19', '2026-11-24', '2026-11-26'];
    expect(days.map((on) => distanceOn(on, 'legal', 'litigation.answer'))).to.deep.equal([
      undefined,
      7,
      5,
      2,
    ]);
    expect(distanceOn('2026-11-30', 'legal')).to.equal(undefined);
    expect(distanceOn('2026-11-23', 'handler', 'litigation.answer')).to.equal(undefined);
  });

  it('are one for a person of several roles, and none for days long past', () => {
    const people = [{ accountId: 'a', roles: ['handler', 'head', 'legal'] as const }];
    const due = [duty('reply', localDate('2026-11-30'))];
    expect(owedOn(due, people, calendar, localDate('2026-11-25'))).to.have.length(1);
    expect(owedOn(due, people, calendar, localDate('2026-12-25'))).to.have.length(1);
    expect(owedOn(due, people, calendar, localDate('2027-01-15'))).to.have.length(0);
  });

  it('are none for what is paused while it is the turn of the applicant', () => {
    const reply = duty('reply', localDate('2026-11-30'));
    expect(remindedPeriods([reply])).to.have.length(1);
    expect(remindedPeriods([{ ...reply, paused: true }])).to.have.length(0);
  });
});

describe('the hours for mail', () => {
  const quiet = (instant: string) => isQuiet(new Date(instant), calendar);

  it('are those of working days, in China', () => {
    expect(quiet('2026-11-22T23:59:00Z')).to.equal(true);
    expect(quiet('2026-11-23T00:00:00Z')).to.equal(false);
    expect(quiet('2026-11-23T11:59:00Z')).to.equal(false);
    expect(quiet('2026-11-23T12:00:00Z')).to.equal(true);
  });

  it('follow the notices, not the week', () => {
    expect(quiet('2026-10-05T02:00:00Z')).to.equal(true);
    expect(quiet('2026-10-10T02:00:00Z')).to.equal(false);
  });
});
