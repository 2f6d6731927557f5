import type { Identity } from '../domain/statistics/identities.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { TableBlock, TableCell } from '../infrastructure/printing/blocks.js';
import type { ReportDocument } from '../infrastructure/printing/report-blocks.js';
import { type AnnualTables, columnName } from './annual-tables.js';
import { type Form, type FormCell, tableFourForm, tableThreeForm } from './form.js';

/** Widths of the three label columns beside those of figures. */
const LABEL_WIDTHS = [1.4, 1.8, 5.4];

/** Tables three and four on A4, as the national form has them, and the checks below. */
export function annualPaper(
  heading: { readonly office: string; readonly year: number; readonly on: LocalDate },
  tables: AnnualTables,
): ReportDocument {
  const { office, year, on } = heading;
  return {
    title: `${year}年政府信息公开工作年度报告`,
    subtitle: office,
    orientation: 'portrait',
    on,
    blocks: [
      { kind: 'heading', level: 2, text: tableThreeForm(tables.three).title },
      blockOf(tableThreeForm(tables.three)),
      { kind: 'heading', level: 2, text: tableFourForm(tables.four).title },
      blockOf(tableFourForm(tables.four)),
      { kind: 'heading', level: 3, text: '勾稽关系核对' },
      ...tables.identities.map((identity) => ({ kind: 'note' as const, text: checkLine(identity) })),
    ],
  };
}

function blockOf(form: Form): TableBlock {
  return {
    kind: 'table',
    dense: true,
    columns: Array.from({ length: form.columns }, (_, i) => ({
      heading: '',
      width: i < form.labelColumns ? LABEL_WIDTHS[i] : 1.3,
    })),
    head: form.head.map((row) => row.map(cellOf)),
    rows: form.rows.map((row) => row.map(cellOf)),
  };
}

const cellOf = ({ text, kind, colSpan, rowSpan }: FormCell): TableCell => ({
  text,
  align: kind === 'label' ? 'left' : 'center',
  ...(colSpan ? { colSpan } : {}),
  ...(rowSpan ? { rowSpan } : {}),
});

/** R1 相符　表三各列…, or where it fails. */
export function checkLine({ rule, says, holds, faults }: Identity): string {
  const where = faults.map((fault) => `${columnName(fault.where)} ${fault.left} ≠ ${fault.right}`);
  return `${rule}　${holds ? '相符' : '不符'}　${says}${holds ? '' : `（${where.join('；')}）`}`;
}
