import { resultRowIds } from '../outcome/rows.js';
import { type TableFour, appealCells, appealGroupIds, appealGroups } from './table-four.js';
import { type TableThree, type TableThreeColumn, tableThreeColumns, tableThreeRows } from './table-three.js';
import type { StrayNumber } from './report-text.js';
import type { TableTwo } from './table-two.js';

/** One 勾稽关系, checked: both sides, and where they differ. */
export interface Identity {
  readonly rule: 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7';
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

/**
 * R6: what is in force now is what was in force last year, with what was issued and without what was repealed.
 * Undefined where a number of either year is missing, or for the form of 2019, which does not ask for them.
 */
export function inForceIdentity(two: TableTwo, lastYear: TableTwo | undefined): Identity | undefined {
  const kinds = { rules: '规章', documents: '行政规范性文件' };
  const pairs = Object.entries(kinds).flatMap(([id, name]): [string, number, number][] => {
    const [before, issued, repealed, inForce] = [
      lastYear?.[`${id}.inForce`],
      two[`${id}.issued`],
      two[`${id}.repealed`],
      two[`${id}.inForce`],
    ];
    if (before === undefined || issued === undefined || repealed === undefined || inForce === undefined)
      return [];
    return [[name, before + issued - repealed, inForce]];
  });
  if (pairs.length === 0) return undefined;
  return identity('R6', '表二：上年现行有效 + 本年制发 − 本年废止 = 现行有效', pairs);
}

/** R7: the numbers in the text are those of the tables. */
export const textIdentity = (stray: readonly StrayNumber[]): Identity =>
  identity(
    'R7',
    '正文中的数字 = 表三、表四中的数字',
    stray.map(({ name, written, counted }) => [`正文“${name}”`, written, counted]),
  );

/** What of the form is no sum: kept by the way cases are counted, and said beside the sums (law.md §6.5). */
export const countingRules: readonly { readonly rule: string; readonly says: string }[] = [
  { rule: 'R8', says: '区分处理的只计“部分公开”：每件申请只有一个办理结果。' },
  {
    rule: 'R9',
    says: '复议机关作共同被告的案件只计一次，计入作出原行为的机关（国办公开办函〔2016〕201号）。',
  },
  {
    rule: 'R10',
    says: '一件申请计入一行：有公开也有不公开的计“部分公开”，其余以登记员在答复时确认的为准（本系统口径）。',
  },
  { rule: 'R11', says: '年底没有办结的（含已经超期的）结转下年。' },
  { rule: 'R12', says: '表三与表四之间没有大小关系：没有新收申请的年份也可以有复议和诉讼。' },
  { rule: 'R13', says: '表四计本年提起和本年内尚未审结的案件，结果以12月31日为准（本系统口径）。' },
];
