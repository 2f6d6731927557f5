import { parentPort } from 'node:worker_threads';
import type { Told } from './messages.js';

/**
 * Called once in the script of a side thread: does the jobs that it is handed, one at a time. Job and result are plain
 * values; a Buffer arrives as a Uint8Array.
 */
export function serveThread<In, Out>(
  work: (job: In, progress: (done: number) => void) => Promise<Out>,
): void {
  const port = parentPort;
  if (!port) throw new Error('This script is for a side thread.');
  const tell = (told: Told<Out>): void => port.postMessage(told);
  port.on('message', (job: In) => {
    work(job, (progress) => tell({ progress })).then(
      (done) => tell({ done }),
      (fault: unknown) => {
        const { message, stack } = fault instanceof Error ? fault : new Error(String(fault));
        tell({ fault: { message, stack, code: (fault as { code?: unknown } | undefined)?.code } });
      },
    );
  });
}
