import { expect } from 'chai';
import fc from 'fast-check';
import { target } from '../../src/domain/statistics/rates.js';
import { reachable } from '../../src/domain/statistics/reachable.js';
import { type TableFour, appealCells } from '../../src/domain/statistics/table-four.js';

type Group = Record<(typeof appealCells)[number], number>;

const group = (upheld: number, corrected: number, other: number, pending: number): Group => ({
  upheld,
  corrected,
  other,
  pending,
  total: upheld + corrected + other + pending,
});
const none = group(0, 0, 0, 0);
const reconsiderations = (of: Group): TableFour => ({
  reconsideration: of,
  direct: none,
  afterReconsideration: none,
});

describe('what pending proceedings can still make of a rate', () => {
  it('names the best and the worst of the published year', () => {
    const found = reachable('reconsiderationCorrected', reconsiderations(group(309, 17, 88, 26)));
    expect(found).to.deep.equal({
      pending: 26,
      best: { numerator: 17, denominator: 440 },
      worst: { numerator: 43, denominator: 440 },
      affordable: -9,
      wantedUpheld: 436,
    });
  });

  it('counts how many may still be lost', () => {
    const { affordable } = reachable('reconsiderationCorrected', reconsiderations(group(80, 0, 10, 10)));
    expect(affordable).to.equal(2);
  });

  it('counts the two ways to court together, or one of them alone', () => {
    const four = {
      reconsideration: none,
      direct: group(1, 1, 16, 6),
      afterReconsideration: group(13, 0, 67, 9),
    };
    expect(reachable('litigationLost', four).pending).to.equal(15);
    expect(reachable('litigationLostDirect', four).pending).to.equal(6);
  });

  it('keeps the target when no more than affordable are lost, and breaks it with one more', () => {
    const cells = fc.nat(300);
    fc.assert(
      fc.property(cells, cells, cells, cells, (upheld, corrected, other, pending) => {
        const found = reachable(
          'reconsiderationCorrected',
          reconsiderations(group(upheld, corrected, other, pending)),
        );
        const within = (lost: number): boolean =>
          (corrected + lost) * 100 <= target.percent * (upheld + corrected + other + pending);
        if (found.affordable >= 0) expect(within(found.affordable)).to.equal(true);
        expect(within(found.affordable + 1)).to.equal(false);
      }),
    );
  });

  it('is back within the target after so many upheld, and not before', () => {
    const cells = fc.nat(300);
    fc.assert(
      fc.property(cells, cells, cells, (upheld, corrected, other) => {
        const { wantedUpheld } = reachable(
          'reconsiderationCorrected',
          reconsiderations(group(upheld, corrected, other, 0)),
        );
        const within = (more: number): boolean =>
          corrected * 100 <= target.percent * (upheld + corrected + other + more);
        expect(within(wantedUpheld)).to.equal(true);
        if (wantedUpheld > 0) expect(within(wantedUpheld - 1)).to.equal(false);
      }),
    );
  });
});
