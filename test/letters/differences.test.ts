import { expect } from 'chai';
import fc from 'fast-check';
import { type DifferenceLine, differencesOf } from '../../src/letters/differences.js';

const side = (lines: readonly DifferenceLine[], without: 'inserted' | 'deleted'): string[] =>
  lines
    .map(({ runs }) => runs.filter(({ kind }) => kind !== without))
    .filter((runs) => runs.length > 0)
    .map((runs) => runs.map(({ text }) => text).join(''));

describe('differences between two texts', () => {
  it('show the signs that were inserted and deleted within a line', () => {
    expect(differencesOf('甲\n现予公开。', '甲\n现不予公开。')).to.deep.equal([
      { changed: false, runs: [{ kind: 'same', text: '甲' }] },
      {
        changed: true,
        runs: [
          { kind: 'same', text: '现' },
          { kind: 'inserted', text: '不' },
          { kind: 'same', text: '予公开。' },
        ],
      },
    ]);
  });

  it('show a line that is new and one that is gone', () => {
    expect(differencesOf('甲\n乙', '甲\n丙丁\n乙').filter(({ changed }) => changed)).to.deep.equal([
      { changed: true, runs: [{ kind: 'inserted', text: '丙丁' }] },
    ]);
    expect(differencesOf('甲\n丙丁\n乙', '甲\n乙').filter(({ changed }) => changed)).to.deep.equal([
      { changed: true, runs: [{ kind: 'deleted', text: '丙丁' }] },
    ]);
  });

  it('hold both texts whole, whatever they are', () => {
    const line = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '𬱖'), minLength: 1, maxLength: 8 });
    const text = fc.array(line, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = differencesOf(before.join('\n'), after.join('\n'));
        expect(side(lines, 'inserted')).to.deep.equal(before);
        expect(side(lines, 'deleted')).to.deep.equal(after);
      }),
    );
  });
});
