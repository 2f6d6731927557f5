import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { Sweeping } from '../../src/infrastructure/sweeping.js';

const NEVER_AGAIN = 3_600_000;

describe('work that is done every so often', () => {
  it('ends between two pieces of its work when the program ends, and is waited for', async () => {
    let pieces = 0;
    let closed = false;
    const sweeping = new Sweeping(
      NEVER_AGAIN,
      async (ending) => {
        while (!ending.aborted) {
          pieces += 1;
          await setImmediate();
        }
        await setImmediate();
        closed = true;
      },
      'it broke off',
    );
    sweeping.begin();
    while (pieces < 3) await setImmediate();
    await sweeping.end();
    expect(closed).to.equal(true);
    const before = pieces;
    await setImmediate();
    expect(pieces).to.equal(before);
  });
});
