import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { SideThread, ThreadLost } from '../../src/infrastructure/threads/side-thread.js';
import { failureOf } from '../support/failure.js';
import type { Trial } from '../support/trial-thread.js';

const script = new URL('../support/trial-thread.js', import.meta.url);

describe('a side thread', () => {
  let thread: SideThread<Trial, number>;

  beforeEach(() => {
    thread = new SideThread(script, { mostMs: 30_000, mostMegabytes: 32 });
  });
  afterEach(() => thread.end());

  it('does its jobs one after another, and tells how far it is', async () => {
    const told: number[] = [];
    const jobs = [3, 5, 7].map((n) => thread.do({ ask: 'double', n }, (done) => told.push(done)));
    expect(await Promise.all(jobs)).to.deep.equal([6, 10, 14]);
    expect(told).to.deep.equal([3, 5, 7]);
  });

  it('leaves this thread its turns while it works', async () => {
    const until = new Int32Array(new SharedArrayBuffer(4));
    const waited = thread.do({ ask: 'wait', until });
    // It ends only because this thread goes on meanwhile.
    for (let turn = 0; turn < 3; turn += 1) {
      await setImmediate();
      Atomics.add(until, 0, 1);
      Atomics.notify(until, 0);
    }
    expect(await waited).to.equal(3);
  });

  it('says what a job failed of, and goes on', async () => {
    const fault = await failureOf(thread.do({ ask: 'fail' }));
    expect(fault).to.be.instanceOf(Error).and.not.instanceOf(ThreadLost);
    expect(fault).to.include({ message: 'so it is', code: 'ENOSPC' });
    expect(await thread.do({ ask: 'double', n: 2 })).to.equal(4);
  });

  for (const ask of ['exit', 'swell'] as const)
    it(`is begun anew after a job that ended it (${ask})`, async () => {
      const lost = failureOf(thread.do({ ask }));
      const next = thread.do({ ask: 'double', n: 2 });
      expect(await lost).to.be.instanceOf(ThreadLost);
      expect(await next).to.equal(4);
    });

  it('is ended where a job finds no end', async () => {
    const hasty = new SideThread<Trial, number>(script, { mostMs: 1, mostMegabytes: 32 });
    expect(await failureOf(hasty.do({ ask: 'spin' }))).to.be.instanceOf(ThreadLost);
    await hasty.end();
  });
});
