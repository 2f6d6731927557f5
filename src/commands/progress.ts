import { machineTime } from '../infrastructure/today.js';

/** Milliseconds between two lines: short work tells none. */
const TOLD_EVERY = 3000;

/** Says on the error stream from time to time how far long work has come; the output stream stays for the result. */
export function toldSometimes(words: (done: number) => string): (done: number) => void {
  let told = machineTime();
  return (done) => {
    if (machineTime() - told < TOLD_EVERY) return;
    told = machineTime();
    process.stderr.write(`${words(done)}\n`);
  };
}
