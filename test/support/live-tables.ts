import type { EntityManager } from 'typeorm';
import { type TableFour, composeTableFour } from '../../src/domain/statistics/table-four.js';
import { type TableThree, composeTableThree } from '../../src/domain/statistics/table-three.js';
import { proceedingsIn } from '../../src/records/counting/table-four-counts.js';
import { countCases } from '../../src/records/counting/table-three-counts.js';
import { type TalliedYear, readTallies } from '../../src/records/counting/tallies.js';

// The annual tables as the sums give them, whatever has been filed.

/** Annual table three of these offices together. */
export async function countTableThree(manager: EntityManager, counted: TalliedYear): Promise<TableThree> {
  return composeTableThree(await countCases(manager, counted));
}

/** Annual table four of these offices together. */
export async function countTableFour(manager: EntityManager, counted: TalliedYear): Promise<TableFour> {
  return composeTableFour(proceedingsIn(await readTallies(manager, counted)));
}
