import { applicantKinds } from '../domain/application/applicant.js';
import { appealColumns } from '../domain/remedy/results.js';
import {
  type TableFour,
  appealCells,
  appealGroupIds,
  appealGroups,
} from '../domain/statistics/table-four.js';
import { type TableThree, tableThreeColumns, tableThreeRows } from '../domain/statistics/table-three.js';

/** A cell that was filed with one number and is another by the record of today. */
export interface Adjustment {
  /** 一、本年新收…，自然人. */
  readonly where: string;
  readonly filed: number;
  readonly now: number;
}

interface Tables {
  readonly three: TableThree;
  readonly four: TableFour;
}

/** Every cell in which the record differs from what was filed; sums that only follow from others are left out. */
export function adjustmentsBetween(filed: Tables, now: Tables): Adjustment[] {
  const rows = tableThreeRows.flatMap(({ id, label }) =>
    tableThreeColumns
      .filter((column) => column !== 'total' && id !== 'concluded')
      .map((column) => ({
        where: `${label}，${applicantKinds[column as keyof typeof applicantKinds]}`,
        filed: filed.three[id][column],
        now: now.three[id][column],
      })),
  );
  const cells = appealGroupIds.flatMap((group) =>
    appealCells
      .filter((cell) => cell !== 'total')
      .map((cell) => ({
        where: `${appealGroups[group]}，${appealColumns[cell]}`,
        filed: filed.four[group][cell],
        now: now.four[group][cell],
      })),
  );
  return [...rows, ...cells].filter((cell) => cell.filed !== cell.now);
}
