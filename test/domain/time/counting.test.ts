import { expect } from 'chai';
import fc from 'fast-check';
import {
  accountOf,
  unionOf,
  workdaysAfter,
  workdaysCounted,
  type DayInterval,
} from '../../../src/domain/time/counting.js';
import { addDays, localDate, type LocalDate } from '../../../src/domain/time/local-date.js';
import { calendar, intervalsNear, someDay } from './days.js';

const interval = (after: string, through: string): DayInterval => ({
  after: localDate(after),
  through: localDate(through),
});

const holds = (intervals: readonly DayInterval[], on: LocalDate) =>
  intervals.some(({ after, through }) => after < on && on <= through);

/** The same answer, by looking at one day after the other. */
function walked(start: LocalDate, n: number, excluded: readonly DayInterval[]): LocalDate {
  let on = start;
  for (let left = n; left > 0;) {
    on = addDays(on, 1);
    if (calendar.isWorkday(on) && !holds(excluded, on)) left--;
  }
  return on;
}

const period = someDay.chain((start) =>
  fc.record({
    start: fc.constant(start),
    n: fc.integer({ min: 1, max: 45 }),
    excluded: intervalsNear(start),
  }),
);

describe('counting working days', () => {
  it('gives the 7th, the 20th and the extended day (§2.3 of the legal notes)', () => {
    const table = `
      2024-02-05 2024-02-20 2024-03-08 2024-04-08
      2024-09-26 2024-10-11 2024-10-29 2024-11-26
      2025-01-20 2025-02-05 2025-02-21 2025-03-21
      2025-01-25 2025-02-10 2025-02-27 2025-03-27
      2025-09-26 2025-10-13 2025-10-30 2025-11-27
      2025-12-15 2025-12-24 2026-01-13 2026-02-10
      2026-02-10 2026-02-26 2026-03-16 2026-04-14
      2026-02-14 2026-03-03 2026-03-20 2026-04-20
      2026-04-25 2026-05-08 2026-05-26 2026-06-24
      2026-09-20 2026-09-30 2026-10-23 2026-11-20`;
    for (const row of table.trim().split('\n')) {
      const [received = '', ...expected] = row.trim().split(' ');
      const start = localDate(received);
      const days = [7, 20, 40].map((n) => workdaysAfter(calendar, start, n));
      expect(days, received).to.deep.equal(expected);
    }
  });

  it('gives the day a court found: received 2022-09-30, due 2022-11-02', () => {
    expect(workdaysAfter(calendar, localDate('2022-09-30'), 20)).to.equal('2022-11-02');
  });

  it('leaves out consultations, overlapping ones once', () => {
    const start = localDate('2026-03-02');
    const first = interval('2026-03-05', '2026-03-18');
    const second = interval('2026-03-10', '2026-03-24');
    expect(workdaysAfter(calendar, start, 20)).to.equal('2026-03-30');
    expect(workdaysAfter(calendar, start, 20, [first])).to.equal('2026-04-13');
    expect(workdaysAfter(calendar, start, 20, [interval('2026-03-04', '2026-03-18')])).to.equal('2026-04-14');
    expect(workdaysAfter(calendar, start, 20, [second, first])).to.equal('2026-04-17');
    expect(workdaysAfter(calendar, localDate('2026-03-06'), 15)).to.equal('2026-03-27');
  });

  it('is not touched by an interval after the due day, nor by one before the start', () => {
    const start = localDate('2026-03-02');
    const outside = [
      interval('2026-03-30', '2026-05-30'),
      interval('2026-02-01', '2026-03-02'),
      interval('2026-03-10', '2026-03-10'),
    ];
    expect(workdaysAfter(calendar, start, 20, outside)).to.equal('2026-03-30');
  });

  it('refuses a period of no days', () => {
    for (const n of [0, -1, 1.5, Number.NaN]) {
      expect(() => workdaysAfter(calendar, localDate('2026-03-02'), n)).to.throw(RangeError, /不小于1的整数/);
    }
  });

  it('agrees with walking', () => {
    fc.assert(
      fc.property(period, ({ start, n, excluded }) => {
        const due = workdaysAfter(calendar, start, n, excluded);
        expect(due).to.equal(walked(start, n, excluded));
        expect(workdaysCounted(calendar, start, due, excluded)).to.equal(n);
      }),
      { numRuns: 500 },
    );
  });

  it('never ends on a rest day nor on an excluded one', () => {
    fc.assert(
      fc.property(period, ({ start, n, excluded }) => {
        const due = workdaysAfter(calendar, start, n, excluded);
        expect(calendar.isWorkday(due)).to.equal(true);
        expect(holds(excluded, due)).to.equal(false);
        expect(due > start).to.equal(true);
      }),
    );
  });

  it('never grows shorter by one more excluded interval', () => {
    fc.assert(
      fc.property(period, ({ start, n, excluded }) => {
        const fewer = workdaysAfter(calendar, start, n, excluded.slice(1));
        expect(workdaysAfter(calendar, start, n, excluded) >= fewer).to.equal(true);
      }),
    );
  });
});

describe('the union of intervals', () => {
  it('merges what overlaps or touches, and drops what is empty', () => {
    const union = unionOf([
      interval('2026-03-20', '2026-03-24'),
      interval('2026-03-05', '2026-03-10'),
      interval('2026-03-10', '2026-03-12'),
      interval('2026-03-06', '2026-03-07'),
      interval('2026-04-01', '2026-04-01'),
    ]);
    expect(union).to.deep.equal([interval('2026-03-05', '2026-03-12'), interval('2026-03-20', '2026-03-24')]);
  });

  it('holds the same days, sorted and apart, and never more than the sum', () => {
    fc.assert(
      fc.property(
        someDay.chain((start) => fc.tuple(fc.constant(start), intervalsNear(start))),
        ([start, intervals]) => {
          const given = structuredClone(intervals);
          const union = unionOf(intervals);
          expect(intervals, 'the argument stays as it was').to.deep.equal(given);
          union.forEach((one, i) => {
            const next = union[i + 1];
            expect(one.after < one.through).to.equal(true);
            if (next) expect(one.through < next.after).to.equal(true);
          });
          for (let n = -31; n <= 101; n++) {
            const on = addDays(start, n);
            expect(holds(union, on), on).to.equal(holds(intervals, on));
          }
          const workdays = (of: readonly DayInterval[]) =>
            of.reduce((sum, one) => sum + calendar.workdaysIn(one.after, one.through), 0);
          expect(workdays(union)).to.be.at.most(workdays(intervals));
        },
      ),
    );
  });
});

describe('the account of a period', () => {
  it('says of each day what it is and why', () => {
    const account = accountOf(calendar, localDate('2026-02-13'), localDate('2026-02-26'), [
      interval('2026-02-24', '2026-02-25'),
    ]);
    const line = account.map((day) => `${day.on.slice(5)} ${day.mark} ${day.n ?? ''}`.trim());
    expect(line).to.deep.equal([
      '02-13 start',
      '02-14 counted 1',
      ...eachOf(15, 23).map((d) => `02-${d} rest`),
      '02-24 counted 2',
      '02-25 excluded',
      '02-26 counted 3',
    ]);
    expect(account[1]).to.include({ day: 'makeUpWorkday', name: '春节', provisional: false });
    expect(account[2]?.source).to.match(/^国办发明电〔2025〕7号 https:/);
    expect(account[12]).to.include({ on: '2026-02-25', excludedBy: 0 });
  });

  it('comes to the same number as the count, and names an interval that holds the day', () => {
    fc.assert(
      fc.property(period, ({ start, n, excluded }) => {
        const due = workdaysAfter(calendar, start, n, excluded);
        const account = accountOf(calendar, start, due, excluded);
        expect(account[0]).to.include({ on: start, mark: 'start' });
        expect(account.at(-1)).to.include({ on: due, mark: 'counted', n });
        for (const day of account) {
          const by = day.excludedBy === undefined ? undefined : excluded[day.excludedBy];
          expect(day.mark === 'excluded').to.equal(by !== undefined);
          if (by) expect(by.after < day.on && day.on <= by.through).to.equal(true);
        }
      }),
    );
  });

  it('marks days beyond the last notice as 暂定', () => {
    const account = accountOf(calendar, localDate('2026-12-31'), localDate('2027-01-04'));
    expect(account.map((day) => day.provisional)).to.deep.equal([false, true, true, true, true]);
  });

  it('refuses an end before the start', () => {
    expect(() => accountOf(calendar, localDate('2026-03-02'), localDate('2026-03-01'))).to.throw(
      RangeError,
      '截止日2026年3月1日早于起算日2026年3月2日，请核对。',
    );
  });
});

function eachOf(from: number, through: number): number[] {
  return Array.from({ length: through - from + 1 }, (_, i) => from + i);
}
