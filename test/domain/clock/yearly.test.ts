import { expect } from 'chai';
import { endedQuarter, reportInHand } from '../../../src/domain/clock/yearly.js';
import { localDate } from '../../../src/domain/time/local-date.js';

describe('the year and the quarter that are reported', () => {
  it('is the past year until the report of the government is due (条例第四十九条第二款)', () => {
    const years = ['2026-12-31', '2027-01-01', '2027-03-31', '2027-04-01'].map((on) =>
      reportInHand(localDate(on)),
    );
    expect(years).to.deep.equal([2026, 2026, 2026, 2027]);
  });

  it('is the quarter that ended last', () => {
    const last = ['2026-12-31', '2027-01-01', '2027-03-31', '2027-04-01'].map((on) =>
      endedQuarter(localDate(on)),
    );
    expect(last).to.deep.equal([
      { year: 2026, quarter: 3 },
      { year: 2026, quarter: 4 },
      { year: 2026, quarter: 4 },
      { year: 2027, quarter: 1 },
    ]);
  });
});
