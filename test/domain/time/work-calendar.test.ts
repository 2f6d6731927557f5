import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { localDate, weekday } from '../../../src/domain/time/local-date.js';
import { officialNotices } from '../../../src/domain/time/notices.js';
import { WorkCalendar } from '../../../src/domain/time/work-calendar.js';
import { projectRoot } from '../../../src/infrastructure/project-root.js';
import { calendar, eachDay, askChineseDays } from './days.js';

interface PublishedYear {
  notice: string[];
  days: { name: string; date: string; isOffDay: boolean }[];
}

const published = JSON.parse(
  readFileSync(join(projectRoot, 'test/fixtures/holiday-notices-2019-2026.json'), 'utf8'),
) as Record<string, PublishedYear>;

const withoutScheme = (address: string) => address.replace(/^https?:/, '');

describe('the work calendar', () => {
  it('equals the published notices on every day from 2019 to 2026', () => {
    const off = new Map(
      Object.values(published).flatMap((year) => year.days.map((d) => [d.date, d.isOffDay])),
    );
    for (const on of eachDay('2019-01-01', '2026-12-31')) {
      const rests = off.get(on) ?? weekday(on) > 5;
      expect(calendar.isWorkday(on), on).to.equal(!rests);
    }
  });

  it('names festival and notice of every day that a notice sets apart', () => {
    for (const year of Object.values(published)) {
      for (const { date, name, isOffDay } of year.days) {
        // 3 February 2020 is an ordinary Monday: the extended 春节 ended the day before.
        if (date === '2020-02-03') continue;
        const day = calendar.describe(localDate(date));
        expect(day.kind, date).to.equal(isOffDay ? 'holiday' : 'makeUpWorkday');
        expect(day.name, date).to.equal(name);
        expect(year.notice.map(withoutScheme), date).to.include(
          withoutScheme(day.source?.split(' ')[1] ?? ''),
        );
      }
    }
  });

  it('agrees with the package chinese-days on every day from 2010 to 2026', async () => {
    const days = eachDay('2010-01-01', '2026-12-31');
    const theirs = await askChineseDays((package_) => days.filter((on) => package_.isWorkday(on)));
    expect(days.filter((on) => calendar.isWorkday(on))).to.deep.equal(theirs);
  });

  it('knows four kinds of day', () => {
    const kinds: [string, string][] = [
      ['2026-02-13', 'workday'],
      ['2026-02-14', 'makeUpWorkday'],
      ['2026-02-16', 'holiday'],
      ['2026-03-07', 'weekend'],
    ];
    for (const [on, kind] of kinds) expect(calendar.kindOf(localDate(on)), on).to.equal(kind);
    expect(calendar.describe(localDate('2026-03-07'))).to.deep.equal({
      kind: 'weekend',
      provisional: false,
    });
  });

  it('lets the later notice win: the 春节 of 2020 ran to 2 February', () => {
    expect(calendar.describe(localDate('2020-02-01'))).to.deep.equal({
      kind: 'holiday',
      name: '春节',
      source: '国办发明电〔2020〕1号 https://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm',
      provisional: false,
    });
    expect(calendar.kindOf(localDate('2020-02-03'))).to.equal('workday');
    const before = WorkCalendar.from(officialNotices.filter((n) => !n.source.includes('〔2020〕1号')));
    expect(before.kindOf(localDate('2020-02-01'))).to.equal('makeUpWorkday');
  });

  it('does not depend on the order of the years', () => {
    const reversed = WorkCalendar.from([...officialNotices].sort((a, b) => b.year - a.year));
    for (const on of eachDay('2010-01-01', '2026-12-31')) {
      expect(reversed.kindOf(on), on).to.equal(calendar.kindOf(on));
    }
  });

  it('is 暂定 after the last notice, with the statutory holidays at rest', () => {
    expect(calendar.noticedThrough).to.equal(2026);
    expect(calendar.isProvisional(localDate('2026-12-31'))).to.equal(false);
    expect(calendar.isProvisional(localDate('2027-01-01'))).to.equal(true);
    expect(calendar.describe(localDate('2027-02-05'))).to.deep.equal({
      kind: 'holiday',
      name: '春节',
      source: '《全国年节及纪念日放假办法》（2024年修订）第二条',
      provisional: true,
    });
    expect(calendar.describe(localDate('2031-10-01')).name).to.equal('中秋节、国庆节');
    // 补假 for a festival on a Saturday is for the notice to arrange.
    expect(calendar.kindOf(localDate('2028-01-01'))).to.equal('holiday');
    expect(calendar.kindOf(localDate('2028-01-03'))).to.equal('workday');
  });

  it('takes a December day from the notice of the year after as firm', () => {
    const only2019 = WorkCalendar.from(officialNotices.filter(({ year }) => year === 2019));
    expect(only2019.noticedThrough).to.equal(2019);
    expect(only2019.describe(localDate('2018-12-31'))).to.include({
      kind: 'holiday',
      provisional: false,
    });
    expect(only2019.isProvisional(localDate('2018-12-28'))).to.equal(true);
  });

  it('replaces statute by notice when the notice of the year comes', () => {
    const earlier = WorkCalendar.from(officialNotices.filter(({ year }) => year < 2026));
    expect(earlier.noticedThrough).to.equal(2025);
    expect(earlier.describe(localDate('2026-02-16'))).to.include({
      kind: 'holiday',
      provisional: true,
    });
    expect(earlier.isWorkday(localDate('2026-02-20'))).to.equal(true);
    expect(calendar.isWorkday(localDate('2026-02-20'))).to.equal(false);
  });

  it('counts and finds working days as walking does', () => {
    let n = 0;
    for (const on of eachDay('2010-01-01', '2040-12-31')) {
      if (calendar.isWorkday(on)) {
        n++;
        if (calendar.nthWorkday(n) !== on) expect.fail(`working day ${n} is not ${on}`);
      }
      if (calendar.workdayIndex(on) !== n) expect.fail(`${on} has another index than ${n}`);
    }
    expect(() => calendar.nthWorkday(n + 1)).to.throw(RangeError, /超出工作日历的范围/);
    expect(() => calendar.nthWorkday(0)).to.throw(RangeError);
  });

  it('counts the working days of a stretch without its first day', () => {
    const from = localDate('2026-02-10');
    expect(calendar.workdaysIn(from, localDate('2026-02-26'))).to.equal(7);
    expect(calendar.workdaysIn(from, from)).to.equal(0);
    expect(calendar.workdaysIn(localDate('2026-02-26'), from)).to.equal(0);
  });

  it('refuses days outside 2010–2040 with a sentence', () => {
    for (const on of ['2009-12-31', '2041-01-01']) {
      expect(() => calendar.kindOf(localDate(on))).to.throw(
        RangeError,
        '超出工作日历的范围（2010年1月1日至2040年12月31日），请核对日期。',
      );
    }
  });

  it('works without any notice', () => {
    const bare = WorkCalendar.from([]);
    expect(bare.noticedThrough).to.equal(0);
    expect(bare.isProvisional(localDate('2026-03-06'))).to.equal(true);
    expect(bare.isWorkday(localDate('2026-03-06'))).to.equal(true);
  });
});
