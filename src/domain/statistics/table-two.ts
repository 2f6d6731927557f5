import type { ReportFormId } from './report-form.js';

/** How a number of table two is written: a count of things, or an amount in 万元 with up to six decimals. */
export type TableTwoUnit = 'count' | 'money';

/** A column of a block of table two. */
export interface TableTwoColumn {
  readonly id: string;
  readonly label: string;
  readonly unit: TableTwoUnit;
  /** 本年增/减 alone may be below zero. */
  readonly signed?: true;
}

/** One block: 第二十条第（一）项 and the rows below it. */
export interface TableTwoBlock {
  readonly place: string;
  readonly columns: readonly TableTwoColumn[];
  readonly rows: readonly { readonly id: string; readonly label: string }[];
}

const count = (id: string, label: string): TableTwoColumn => ({ id, label, unit: 'count' });
const money = (id: string, label: string): TableTwoColumn => ({ id, label, unit: 'money' });
const change: TableTwoColumn = { id: 'change', label: '本年增/减', unit: 'count', signed: true };
const formerly = count('formerly', '上一年项目数量');

const permits = { id: 'permits', label: '行政许可' };
const penalties = [
  { id: 'penalties', label: '行政处罚' },
  { id: 'coercion', label: '行政强制' },
];
const charges = { id: 'charges', label: '行政事业性收费' };

/** 表二 主动公开政府信息情况 of both forms (国办公开办函〔2019〕60号, 〔2021〕30号). The numbers are typed in. */
export const tableTwoBlocks: Readonly<Record<ReportFormId, readonly TableTwoBlock[]>> = {
  form2021: [
    {
      place: '第二十条第（一）项',
      columns: [
        count('issued', '本年制发件数'),
        count('repealed', '本年废止件数'),
        count('inForce', '现行有效件数'),
      ],
      rows: [
        { id: 'rules', label: '规章' },
        { id: 'documents', label: '行政规范性文件' },
      ],
    },
    { place: '第二十条第（五）项', columns: [count('decisions', '本年处理决定数量')], rows: [permits] },
    { place: '第二十条第（六）项', columns: [count('decisions', '本年处理决定数量')], rows: penalties },
    {
      place: '第二十条第（八）项',
      columns: [money('amount', '本年收费金额（单位：万元）')],
      rows: [charges],
    },
  ],
  form2019: [
    {
      place: '第二十条第（一）项',
      columns: [
        count('made', '本年新制作数量'),
        count('published', '本年新公开数量'),
        count('publishedInAll', '对外公开总数量'),
      ],
      rows: [
        { id: 'rules', label: '规章' },
        { id: 'documents', label: '规范性文件' },
      ],
    },
    {
      place: '第二十条第（五）项',
      columns: [formerly, change, count('decisions', '处理决定数量')],
      rows: [permits, { id: 'services', label: '其他对外管理服务事项' }],
    },
    {
      place: '第二十条第（六）项',
      columns: [formerly, change, count('decisions', '处理决定数量')],
      rows: penalties,
    },
    { place: '第二十条第（八）项', columns: [formerly, change], rows: [charges] },
    {
      place: '第二十条第（九）项',
      columns: [count('purchases', '采购项目数量'), money('amount', '采购总金额（单位：万元）')],
      rows: [{ id: 'procurement', label: '政府集中采购' }],
    },
  ],
};

/** A place of table two, as it is kept: `documents.inForce`. */
export interface TableTwoCell {
  readonly id: string;
  /** 行政规范性文件，现行有效件数. */
  readonly label: string;
  readonly column: TableTwoColumn;
}

/** Every place of a form, in its order. */
export const tableTwoCells = (form: ReportFormId): TableTwoCell[] =>
  tableTwoBlocks[form].flatMap(({ rows, columns }) =>
    rows.flatMap((row) =>
      columns.map((column) => ({
        id: `${row.id}.${column.id}`,
        label: `${row.label}，${column.label.replace(/（.*）/, '')}`,
        column,
      })),
    ),
  );

/** The numbers of table two by their place; a place that has not been filled in is left out. */
export type TableTwo = Readonly<Record<string, number>>;

/** Amounts are added in hundredths of a 分, so that 0.1 + 0.2 万元 is 0.3 万元. */
const MONEY_STEPS = 1_000_000;

/** Adds tables place by place. A place that nobody has filled in stays open. */
export function sumOfTablesTwo(tables: readonly TableTwo[]): TableTwo {
  const sums: Record<string, number> = {};
  for (const table of tables) {
    for (const [id, value] of Object.entries(table)) {
      sums[id] = Math.round(((sums[id] ?? 0) + value) * MONEY_STEPS) / MONEY_STEPS;
    }
  }
  return sums;
}
