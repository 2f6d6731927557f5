import { resultRowIds } from '../outcome/rows.js';
import { type TableFour, appealCells, appealGroupIds, appealGroups } from './table-four.js';
import { type TableThree, type TableThreeColumn, tableThreeColumns, tableThreeRows } from './table-three.js';

/** One 勾稽关系, checked: both sides, and where they differ. */
export interface Identity {
  readonly rule: 'R1' | 'R2' | 'R3' | 'R4' | 'R5';
  readonly says: string;
  readonly holds: boolean;
  /** Each place where it fails, with both sides. */
  readonly faults: readonly { readonly where: string; readonly left: number; readonly right: number }[];
}

const identity = (
  rule: Identity['rule'],
  says: string,
  pairs: readonly [string, number, number][],
): Identity => {
  const faults = pairs
    .filter(([, left, right]) => left !== right)
    .map(([where, left, right]) => ({ where, left, right }));
  return { rule, says, holds: faults.length === 0, faults };
};

const kinds: readonly TableThreeColumn[] = tableThreeColumns.filter((column) => column !== 'total');

/** The identities of the annual tables (law.md §6.5 R1–R5). `lastYear` is table three of the year before, where known. */
export function identitiesOf(three: TableThree, four: TableFour, lastYear?: TableThree): Identity[] {
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const found = [
    identity(
      'R1',
      '表三各列：本年新收 + 上年结转 = 办理结果总计 + 结转下年',
      tableThreeColumns.map((c) => [
        c,
        three.received[c] + three.carriedIn[c],
        three.concluded[c] + three.carriedOut[c],
      ]),
    ),
    identity(
      'R2',
      '表三各行：六类申请人之和 = 总计',
      tableThreeRows.map(({ id, label }) => [label, sum(kinds.map((c) => three[id][c])), three[id].total]),
    ),
    identity(
      'R3',
      '表三各列：办理结果各项之和 =（七）总计',
      tableThreeColumns.map((c) => [c, sum(resultRowIds.map((id) => three[id][c])), three.concluded[c]]),
    ),
    identity(
      'R5',
      '表四各组：维持 + 纠正 + 其他 + 未审结 = 总计',
      appealGroupIds.map((g) => [
        appealGroups[g],
        sum(appealCells.filter((cell) => cell !== 'total').map((cell) => four[g][cell])),
        four[g].total,
      ]),
    ),
  ];
  if (!lastYear) return found;
  const carried = identity(
    'R4',
    '表三各列：本年的上年结转 = 上年的结转下年',
    tableThreeColumns.map((c) => [c, three.carriedIn[c], lastYear.carriedOut[c]]),
  );
  return [...found.slice(0, 3), carried, ...found.slice(3)];
}
