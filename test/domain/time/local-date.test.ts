import { expect } from 'chai';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  chinese,
  daysBetween,
  fromDayNumber,
  localDate,
  maxDate,
  minDate,
  parseLocalDate,
  toDayNumber,
  weekday,
  yearOf,
} from '../../../src/domain/time/local-date.js';

const DAY = 86_400_000;

describe('a civil day', () => {
  it('is refused, with a sentence, when it does not exist or is written otherwise', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-04-31', '0000-01-01', '2026-3-6', '']) {
      expect(() => localDate(text), text).to.throw(RangeError, /不是有效日期/);
    }
    expect(localDate('2024-02-29')).to.equal('2024-02-29');
  });

  it('is read as people write it', () => {
    const written = ['2026-03-06', '2026-3-6', '2026/3/6', '2026.3.6', ' 2026年3月6日 '];
    const wide = ['２０２６年３月６日', '２０２６－０３－０６', '２０２６／３／６'];
    for (const text of [...written, ...wide, '2026年03月06日']) {
      expect(parseLocalDate(text), text).to.equal('2026-03-06');
    }
  });

  it('is not guessed', () => {
    for (const text of ['2026-2-30', '2026/3-6', '26-3-6', '2026年3月', '3/6/2026', '20260306']) {
      expect(parseLocalDate(text), text).to.equal(undefined);
    }
  });

  it('agrees with the proleptic Gregorian calendar on every day of four centuries', () => {
    let n = Date.UTC(1800, 0, 1) / DAY;
    for (; n < Date.UTC(2201, 0, 1) / DAY; n++) {
      const there = new Date(n * DAY);
      const day = fromDayNumber(n);
      if (
        day !== there.toISOString().slice(0, 10) ||
        toDayNumber(day) !== n ||
        weekday(day) !== (there.getUTCDay() || 7)
      ) {
        expect.fail(`${day} differs from ${there.toISOString()}`);
      }
    }
    expect(toDayNumber(localDate('1970-01-01'))).to.equal(0);
  });

  it('stops at the years that four digits can write', () => {
    expect(() => addDays(localDate('9999-12-31'), 1)).to.throw(RangeError);
    expect(() => addDays(localDate('0001-01-01'), -1)).to.throw(RangeError);
    expect(() => fromDayNumber(0.5)).to.throw(RangeError);
  });

  it('adds days so that the days between come back, and sorts as text does', () => {
    const day = fc.integer({ min: -50_000, max: 50_000 }).map(fromDayNumber);
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (d, n) => {
        const later = addDays(d, n);
        expect(daysBetween(d, later)).to.equal(n);
        expect(d < later).to.equal(n > 0);
        expect(maxDate(d, later)).to.equal(n > 0 ? later : d);
        expect(minDate(d, later)).to.equal(n > 0 ? d : later);
      }),
    );
  });

  it('adds months to the same day, else to the last day of the month (民法典202)', () => {
    const cases: [string, number, string][] = [
      ['2026-08-31', 6, '2027-02-28'],
      ['2023-08-31', 6, '2024-02-29'],
      ['2026-03-06', 6, '2026-09-06'],
      ['2026-12-15', 1, '2027-01-15'],
      ['2026-03-31', -1, '2026-02-28'],
      ['2026-01-31', -13, '2024-12-31'],
      ['2024-02-29', 12, '2025-02-28'],
    ];
    for (const [from, months, to] of cases) {
      expect(addMonths(localDate(from), months)).to.equal(to);
    }
  });

  it('is shown in Chinese without leading zeros', () => {
    expect(chinese(localDate('2026-03-06'))).to.equal('2026年3月6日');
    expect(chinese(localDate('2026-11-23'))).to.equal('2026年11月23日');
    expect(yearOf(localDate('2026-11-23'))).to.equal(2026);
  });
});
