import { serveThread } from '../../src/infrastructure/threads/serving.js';

/** What the trial thread can be asked to do. */
export type Trial =
  | { readonly ask: 'double'; readonly n: number }
  | { readonly ask: 'wait'; readonly until: Int32Array }
  | { readonly ask: 'fail' | 'exit' | 'swell' | 'spin' };

serveThread<Trial, number>(async (trial, progress) => {
  switch (trial.ask) {
    case 'double':
      progress(trial.n);
      return trial.n * 2;
    case 'wait':
      // Holds the thread still until the other one has come so far.
      while (Atomics.load(trial.until, 0) < 3) Atomics.wait(trial.until, 0, Atomics.load(trial.until, 0));
      return Atomics.load(trial.until, 0);
    case 'fail':
      throw Object.assign(new RangeError('so it is'), { code: 'ENOSPC' });
    case 'exit':
      process.exit(3);
    // eslint-disable-next-line no-fallthrough -- the process has ended.
    case 'swell': {
      const held: object[] = [];
      for (;;) held.push({ held: held.length });
    }
    case 'spin':
      for (;;) await Promise.resolve();
  }
});
