import type { DataSource } from 'typeorm';
import { Door } from '../casework/door.js';
import type { Opened } from '../casework/opening.js';
import { foldAllChanges } from '../records/counting/tallies.js';
import { Chance } from './chance.js';
import { plausibleCase } from './plausible-case.js';

const BATCH = 200;

/** Changes of counts are folded after so many cases: at a million the table of changes would grow as long as the acts. */
const FOLDED_EVERY = 20_000;

/**
 * Fills an office with invented cases, each through the door. The same seed and day give the same cases.
 * While the database stores one batch the next is told. `onProgress` is told how many are stored.
 */
export async function fillWithCases(
  dataSource: DataSource,
  order: {
    readonly officeId: string;
    readonly cases: number;
    readonly seed: number;
    readonly onProgress?: (stored: number) => void;
  },
): Promise<{ cases: number; acts: number }> {
  const { officeId, cases, seed, onProgress } = order;
  const door = new Door(dataSource);
  const chance = new Chance(seed);
  const circumstances = await door.circumstances(officeId);
  let acts = 0;
  let storing: Promise<unknown> = Promise.resolve();
  for (let told = 0; told < cases; told += BATCH) {
    const opened: Opened[] = [];
    while (opened.length < Math.min(BATCH, cases - told)) {
      opened.push(plausibleCase(chance, officeId, circumstances));
      await breath();
    }
    await storing;
    onProgress?.(told);
    if (told > 0 && told % FOLDED_EVERY === 0) await foldAllChanges(dataSource.manager);
    acts += opened.reduce((sum, { held }) => sum + held.added.length, 0);
    storing = door.openAll(opened, { officeIds: [officeId] });
    // Whoever waits for it hears of a fault; until then it must not end the process.
    storing.catch(() => undefined);
  }
  await storing;
  onProgress?.(cases);
  await foldAllChanges(dataSource.manager);
  return { cases, acts };
}

/** Lets what is being stored go on. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
