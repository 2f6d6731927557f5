import type { DataSource } from 'typeorm';
import { Door } from '../casework/door.js';
import { foldAllChanges } from '../records/tallies.js';
import { Chance } from './chance.js';
import { plausibleCase } from './plausible-case.js';

const BATCH = 200;

/**
 * Fills an office with invented cases, each through the door. The same seed and day give the same cases.
 * `onProgress` is told how many are stored.
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
  for (let stored = 0; stored < cases; stored += BATCH) {
    const opened = Array.from({ length: Math.min(BATCH, cases - stored) }, () =>
      plausibleCase(chance, officeId, circumstances),
    );
    await door.openAll(opened, { officeIds: [officeId] });
    acts += opened.reduce((sum, { held }) => sum + held.added.length, 0);
    onProgress?.(stored + opened.length);
  }
  await foldAllChanges(dataSource.manager);
  return { cases, acts };
}
