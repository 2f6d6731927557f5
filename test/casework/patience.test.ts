import { expect } from 'chai';
import { mayBeRecorded } from '../../src/domain/application/wakes.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { officialNotices } from '../../src/domain/time/notices.js';
import { WorkCalendar } from '../../src/domain/time/work-calendar.js';

describe('a lapse waits for the post (docs/decisions/0011)', () => {
  const calendar = WorkCalendar.from(officialNotices);
  // 2026-09-30 周三；10 月 1 日至 7 日放假，其后第三个工作日是 10 月 10 日（周六，上班）。
  const on = localDate('2026-09-30');
  const first = (act: 'correction.lapsed' | 'opinion.lapsed', from: string, to: string): string[] =>
    [from, to].filter((day) => mayBeRecorded({ act, matter: '', on }, calendar, localDate(day)));

  it('three working days, where it goes against the applicant', () => {
    expect(first('correction.lapsed', '2026-10-10', '2026-10-11')).to.deep.equal(['2026-10-11']);
  });

  it('and not at all, where what comes late is taken at any time', () => {
    expect(first('opinion.lapsed', '2026-09-30', '2026-10-01')).to.deep.equal(['2026-10-01']);
  });
});
