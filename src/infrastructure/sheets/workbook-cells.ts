import type ExcelJS from 'exceljs';

/** The cells of a row as text, from the first column on. */
export function cellsOf(row: ExcelJS.Row): string[] {
  // `values` counts from 1 and has holes.
  const values = Array.isArray(row.values) ? row.values.slice(1) : [];
  return Array.from(values, textOf);
}

/** A cell as text. A formula gives its result as the workbook last saw it. */
function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return textOf(value.text);
  if ('error' in value) return value.error;
  return 'result' in value ? textOf(value.result) : '';
}
