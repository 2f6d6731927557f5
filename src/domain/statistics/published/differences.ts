import { applicantKinds } from '../../application/applicant.js';
import { appealColumns } from '../../remedy/results.js';
import type { FigureSource } from '../report-figures.js';
import { printedRows } from '../report-form.js';
import { type TableFour, appealCells, appealGroupIds, appealGroups } from '../table-four.js';
import { type TableThree, cellOf, tableThreeColumns } from '../table-three.js';
import { type TableTwo, tableTwoCells } from '../table-two.js';
import type { PublishedReport } from './published-report.js';

/** A cell of which both sides are known. */
export interface ComparedCell {
  readonly table: '表二' | '表三' | '表四';
  /** 一、本年新收政府信息公开申请数量，自然人. */
  readonly where: string;
  readonly published: number;
  readonly ours: number;
  readonly source: FigureSource;
}

/** Every cell that both have, in the order of the form. */
export function comparedCells(
  { form, three, four, two }: PublishedReport,
  ours: { readonly three: TableThree; readonly four: TableFour; readonly two: TableTwo },
): ComparedCell[] {
  const ofTwo = tableTwoCells(form).flatMap(({ id, label }): ComparedCell[] => {
    const [published, own] = [two[id], ours.two[id]];
    if (published === undefined || own === undefined) return [];
    return [{ table: '表二', where: label, published, ours: own, source: { table: 'none' } }];
  });
  const ofThree = printedRows(form).flatMap(({ id: row, label }) =>
    tableThreeColumns.map((column): ComparedCell => ({
      table: '表三',
      where: `${label}，${column === 'total' ? '总计' : applicantKinds[column]}`,
      published: cellOf(three, row, column),
      ours: cellOf(ours.three, row, column),
      source: { table: 'three', row, column },
    })),
  );
  const ofFour = appealGroupIds.flatMap((group) =>
    four === null
      ? []
      : appealCells.map((cell): ComparedCell => ({
          table: '表四',
          where: `${appealGroups[group]}，${cell === 'total' ? '总计' : appealColumns[cell]}`,
          published: four[group][cell],
          ours: ours.four[group][cell],
          source: { table: 'four', group, cell },
        })),
  );
  return [...ofTwo, ...ofThree, ...ofFour];
}
