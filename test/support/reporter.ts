import type { MochaOptions, Runner } from 'mocha';
import Mocha from 'mocha';

/** Mocha's `spec`, closed by one line that counts: `12 passed, 0 failed`, and `, 1 skipped` when any was. */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    // Registered after the reporter's own listener, so that its summary stands above.
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      const skipped = pending > 0 ? `, ${pending} skipped` : '';
      Mocha.reporters.Base.consoleLog(`${passes} passed, ${failures} failed${skipped}`);
    });
  }
}
