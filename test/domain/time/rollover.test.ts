import { expect } from 'chai';
import fc from 'fast-check';
import { addDays, localDate } from '../../../src/domain/time/local-date.js';
import { daysAfter, monthsAfter, rollForward } from '../../../src/domain/time/rollover.js';
import { calendar, someDay } from './days.js';

describe('a period of calendar days', () => {
  it('of 60 days runs past a Sunday and past 国庆节', () => {
    expect(daysAfter(calendar, localDate('2025-12-03'), 60)).to.equal('2026-02-02');
    expect(daysAfter(calendar, localDate('2026-08-02'), 60)).to.equal('2026-10-08');
    expect(daysAfter(calendar, localDate('2026-01-05'), 60)).to.equal('2026-03-06');
  });

  it('that ends on a make-up Saturday ends there', () => {
    expect(rollForward(calendar, localDate('2026-02-28'))).to.equal('2026-02-28');
    expect(daysAfter(calendar, localDate('2026-02-13'), 15)).to.equal('2026-02-28');
  });

  it('that ends on the first day of 春节 runs past all of it', () => {
    expect(rollForward(calendar, localDate('2026-02-15'))).to.equal('2026-02-24');
  });

  it('rolls as walking does', () => {
    fc.assert(
      fc.property(someDay, (on) => {
        let walked = on;
        while (!calendar.isWorkday(walked)) walked = addDays(walked, 1);
        expect(rollForward(calendar, on)).to.equal(walked);
      }),
    );
  });
});

describe('a period of months', () => {
  it('ends on the same day of the month, else its last, then rolls', () => {
    expect(monthsAfter(calendar, localDate('2026-01-06'), 6)).to.equal('2026-07-06');
    expect(monthsAfter(calendar, localDate('2025-11-30'), 3)).to.equal('2026-02-28');
    expect(monthsAfter(calendar, localDate('2026-04-04'), 6)).to.equal('2026-10-08');
    expect(monthsAfter(calendar, localDate('2025-08-31'), 6)).to.equal('2026-02-28');
    expect(monthsAfter(calendar, localDate('2024-08-31'), 6)).to.equal('2025-02-28');
  });
});
