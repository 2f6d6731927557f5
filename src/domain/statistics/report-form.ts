import type { StatuteId } from '../law/statutes.js';
import { type OutcomeGroup, outcomeGroups } from '../outcome/rows.js';
import { type ListedRow, type TableThreeRow, tableThreeRows } from './table-three.js';

/** The two national forms of the 年度报告. Reports before 2019 had none; they are shown in the older. */
export type ReportFormId = 'form2019' | 'form2021';

/** A form, by the notice that set it and the years whose reports it holds for. */
export interface ReportForm {
  readonly statute: StatuteId;
  readonly lastYear?: number;
}

export const reportForms = {
  form2019: { statute: 'reportForm2019', lastYear: 2020 },
  form2021: { statute: 'reportForm' },
} as const satisfies Record<ReportFormId, ReportForm>;

/** The form in which the report of a year is made. */
export const reportFormOf = (year: number): ReportFormId =>
  year <= reportForms.form2019.lastYear ? 'form2019' : 'form2021';

/** A row as a form prints it. */
export interface PrintedRow extends Omit<TableThreeRow, 'id'> {
  readonly id: ListedRow;
}

/** The form of 2019 has 其他处理 in one row. */
const MERGED: OutcomeGroup = 'other';

/** 表三 as a form prints it: 25 rows, or 23 in the form of 2019. */
export function printedRows(form: ReportFormId): readonly PrintedRow[] {
  if (form === 'form2021') return tableThreeRows;
  const group = outcomeGroups[MERGED];
  const merged: PrintedRow = { id: `group.${MERGED}`, label: `（六）${group}`, group };
  const first = tableThreeRows.findIndex((row) => row.group === group);
  const kept = (rows: readonly TableThreeRow[]): TableThreeRow[] => rows.filter((row) => row.group !== group);
  return [...kept(tableThreeRows.slice(0, first)), merged, ...kept(tableThreeRows.slice(first))];
}
