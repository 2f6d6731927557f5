import { expect } from 'chai';
import { statutoryHolidays } from '../../../src/domain/time/festivals.js';
import { addDays, localDate, toDayNumber, type LocalDate } from '../../../src/domain/time/local-date.js';
import { askChineseDays } from './days.js';

const YEARS = Array.from({ length: 16 }, (_, i) => 2025 + i);
const DAY = 86_400_000;

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
});

function named(name: string, year: number): LocalDate[] {
  return statutoryHolidays
    .filter((day) => day.name === name && day.on.startsWith(String(year)))
    .map((day) => day.on);
}

function lunarDayOf(on: LocalDate): string {
  return lunar.format(new Date(toDayNumber(on) * DAY + DAY / 6));
}

/** Apparent longitude of the sun in degrees at a Julian day, good to 0.01° in this century. */
function sunAt(julianDay: number): number {
  const t = (julianDay - 2_451_545) / 36_525;
  const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180);
  const anomaly = 357.52911 + 35_999.05029 * t;
  const longitude =
    280.46646 +
    36_000.76983 * t +
    (1.914602 - 0.004817 * t) * sine(anomaly) +
    0.019993 * sine(2 * anomaly) -
    0.00569 -
    0.00478 * sine(125.04 - 1_934.136 * t);
  return ((longitude % 360) + 360) % 360;
}

/** The longitude at midnight in Beijing, with which the day begins. */
function sunAtStartOf(on: LocalDate): number {
  return sunAt(toDayNumber(on) + 2_440_587.5 - 8 / 24);
}

describe('the statutory holidays', () => {
  it('are as many as the 放假办法 gives: 13 a year', () => {
    const lengths = { 元旦: 1, 春节: 4, 清明节: 1, 劳动节: 2, 端午节: 1, 中秋节: 1, 国庆节: 3 };
    for (const year of YEARS) {
      for (const [name, days] of Object.entries(lengths)) {
        expect(named(name, year), `${name} ${year}`).to.have.length(days);
      }
    }
    expect(statutoryHolidays).to.have.length(YEARS.length * 13);
  });

  it('stand where the lunar calendar and the solar terms of chinese-days put them', () =>
    askChineseDays((chineseDays) => {
      for (const year of YEARS) {
        const newYear = localDate(chineseDays.getSolarDateFromLunar(`${year}-01-01`).date);
        expect(named('春节', year)).to.deep.equal([-1, 0, 1, 2].map((n) => addDays(newYear, n)));
        expect(named('端午节', year)).to.deep.equal([
          chineseDays.getSolarDateFromLunar(`${year}-05-05`).date,
        ]);
        expect(named('中秋节', year)).to.deep.equal([
          chineseDays.getSolarDateFromLunar(`${year}-08-15`).date,
        ]);
        expect(named('清明节', year)).to.deep.equal([
          chineseDays.getSolarTermDate(year, 4, 'pure_brightness'),
        ]);
      }
    }));

  it('put 清明 on the day on which the sun reaches 15°', () => {
    for (const year of YEARS) {
      const [on] = named('清明节', year);
      if (!on) throw new Error(`no 清明节 in ${year}`);
      expect(sunAtStartOf(on), on).to.be.below(15);
      expect(sunAtStartOf(addDays(on, 1)), on).to.be.above(15);
    }
  });

  it('agree with the lunar calendar of the platform', () => {
    for (const year of YEARS) {
      // New moon within eight minutes of midnight in Beijing; the platform's tables miss it by a day.
      const nearMidnight = year === 2027 || year === 2030;
      if (!nearMidnight) expect(lunarDayOf(named('春节', year)[1] as LocalDate)).to.equal('1/1');
      expect(named('端午节', year).map(lunarDayOf)).to.deep.equal(['5/5']);
      expect(named('中秋节', year).map(lunarDayOf)).to.deep.equal(['8/15']);
    }
  });
});
