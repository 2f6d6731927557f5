import { applicantKinds } from '../../application/applicant.js';
import { type ReportFormId, printedRows } from '../report-form.js';
import {
  type ListedRow,
  type TableThree,
  type TableThreeColumn,
  composeTableThree,
  groupListed,
  tableThreeColumns,
} from '../table-three.js';
import { CaseCells, type Grid, headings, plainLabel } from './grid.js';

/** Table three as somebody else has published it. Sums are theirs, not ours: they need not balance. */
export interface ReadTableThree {
  readonly form: ReportFormId;
  readonly three: TableThree;
  readonly blanks: readonly string[];
}

export type TableThreeReading = ReadTableThree | { readonly faults: readonly string[] };

const columnLabels = new Map<string, TableThreeColumn>(
  tableThreeColumns.map((column) => [
    column === 'total' ? '总计' : plainLabel(applicantKinds[column]),
    column,
  ]),
);

const rowsByLabel = new Map<string, { id: ListedRow; label: string }>(
  [...printedRows('form2021'), ...printedRows('form2019')].map(({ id, label }) => [
    plainLabel(label),
    { id, label },
  ]),
);
const FIRST = plainLabel(printedRows('form2021')[0]?.label ?? '');

/** Looks for table three in the tables of a file: it must be there once, and whole. */
export function readTableThree(grids: readonly Grid[], expected: ReportFormId): TableThreeReading {
  const found = grids.flatMap((grid) =>
    grid.flatMap((row, at) => (row.some((cell) => plainLabel(cell) === FIRST) ? [{ grid, at }] : [])),
  );
  const [only, ...more] = found;
  if (!only) {
    return { faults: ['没有找到表三：表中没有“一、本年新收政府信息公开申请数量”这一行'] };
  }
  if (more.length > 0) return { faults: [`有 ${found.length} 张表三，请只保留一个机关、一个年度的`] };
  return readAt(only.grid, only.at, expected);
}

function readAt(grid: Grid, first: number, expected: ReportFormId): TableThreeReading {
  const columns = new Map(
    [...headings(grid, first, [...columnLabels.keys()])].flatMap(([place, name]) => {
      const column = columnLabels.get(name);
      return column ? [[column, place] as const] : [];
    }),
  );
  const unnamed = [...columnLabels].filter(([, column]) => !columns.has(column)).map(([name]) => name);
  if (unnamed.length > 0) return { faults: [`表三没有认出这些列：${unnamed.join('、')}`] };
  const start = Math.min(...columns.values());
  const cells = new CaseCells();
  const rows = new Map<ListedRow, Record<TableThreeColumn, number>>();
  for (const line of grid.slice(first)) {
    const label = line.slice(0, start).map(plainLabel).filter(Boolean).at(-1) ?? '';
    const row = rowsByLabel.get(label);
    if (!row) continue;
    if (rows.has(row.id)) return { faults: [`表三中“${row.label}”出现了两次`] };
    rows.set(row.id, numbersOf(line, row.label, columns, cells));
    if (row.id === 'carriedOut') break;
  }
  const form = rows.has('group.other') && !rows.has('otherwise') ? 'form2019' : expected;
  const lacking = printedRows(form).filter(({ id }) => !rows.has(id));
  if (lacking.length > 0) {
    return { faults: [`表三缺少这些行：${lacking.map(({ label }) => label).join('、')}`] };
  }
  if (cells.faults.length > 0) return { faults: cells.faults.map((fault) => `表三${fault}`) };
  return { form, three: tableOf(rows), blanks: cells.blanks.map((where) => `表三${where}`) };
}

function numbersOf(
  line: readonly string[],
  label: string,
  columns: ReadonlyMap<TableThreeColumn, number>,
  cells: CaseCells,
): Record<TableThreeColumn, number> {
  return Object.fromEntries(
    [...columns].map(([column, place]) => {
      const name = column === 'total' ? '总计' : applicantKinds[column];
      return [column, cells.read(line[place], `${label}，${name}`)];
    }),
  ) as Record<TableThreeColumn, number>;
}

/** The form of 2019 has 其他处理 in one row: it stands in 其他, so that the sum of the group is right. */
function tableOf(rows: ReadonlyMap<ListedRow, Record<TableThreeColumn, number>>): TableThree {
  const table: Record<string, Record<TableThreeColumn, number>> = { ...composeTableThree([]) };
  for (const [id, numbers] of rows) table[groupListed(id) ? 'otherwise' : id] = numbers;
  return table as TableThree;
}
