import { type OutcomeGroup, outcomeGroups } from '../outcome/rows.js';
import { appealColumns } from '../remedy/results.js';
import type { AppealCell, AppealGroup, TableFour } from './table-four.js';
import { type ListedRow, type TableThree, type TableThreeColumn, cellOf } from './table-three.js';

/** What the office charged in a year (信息处理费, 国办函〔2020〕109号): part six of the report. */
export interface ReportFees {
  /** Applications to which a 收费通知 went out, and the amounts in yuan. */
  readonly noticed: { readonly cases: number; readonly yuan: number };
  readonly paid: { readonly cases: number; readonly yuan: number };
}

/** From where a figure comes, and so where its cases are. */
export type FigureSource =
  | { readonly table: 'three'; readonly row: ListedRow; readonly column: TableThreeColumn }
  | { readonly table: 'four'; readonly group: AppealGroup; readonly cell: AppealCell }
  | { readonly table: 'fees' }
  | { readonly table: 'none' };

/** A word that stands for a number in the text of the report: {新收} becomes 41. */
export interface ReportFigure {
  readonly name: string;
  readonly value: number;
  readonly source: FigureSource;
}

/** Everything that the text may name. */
export interface FigureTables {
  readonly year: number;
  readonly three: TableThree;
  readonly four: TableFour;
  readonly fees: ReportFees;
}

const frame: readonly (readonly [string, ListedRow])[] = [
  ['新收', 'received'],
  ['上年结转', 'carriedIn'],
  ['办结', 'concluded'],
  ['结转下年', 'carriedOut'],
  ...(Object.keys(outcomeGroups) as OutcomeGroup[]).map(
    (group) => [outcomeGroups[group], `group.${group}`] as const,
  ),
];

const appealNames: Readonly<Record<AppealGroup, string>> = {
  reconsideration: '行政复议',
  direct: '直接起诉',
  afterReconsideration: '复议后起诉',
};

/** Each figure by its name, in the order of the tables. */
export function reportFigures({ year, three, four, fees }: FigureTables): ReportFigure[] {
  const figure = (name: string, value: number, source: FigureSource): ReportFigure => ({
    name,
    value,
    source,
  });
  const ofThree = (name: string, row: ListedRow, column: TableThreeColumn = 'total'): ReportFigure =>
    figure(name, cellOf(three, row, column), { table: 'three', row, column });
  const ofFour = (group: AppealGroup): ReportFigure[] => [
    figure(appealNames[group], four[group].total, { table: 'four', group, cell: 'total' }),
    ...(Object.keys(appealColumns) as (keyof typeof appealColumns)[]).map((cell) =>
      figure(`${appealNames[group]}${appealColumns[cell]}`, four[group][cell], {
        table: 'four',
        group,
        cell,
      }),
    ),
  ];
  return [
    figure('年份', year, { table: 'none' }),
    ...frame.map(([name, row]) => ofThree(name, row)),
    ofThree('自然人申请', 'received', 'naturalPerson'),
    ...(Object.keys(appealNames) as AppealGroup[]).flatMap(ofFour),
    figure('收费通知件数', fees.noticed.cases, { table: 'fees' }),
    figure('收费通知金额', fees.noticed.yuan, { table: 'fees' }),
    figure('已缴费件数', fees.paid.cases, { table: 'fees' }),
    figure('已缴费金额', fees.paid.yuan, { table: 'fees' }),
  ];
}
