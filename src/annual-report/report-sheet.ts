import ExcelJS from 'exceljs';
import { placeCells } from '../infrastructure/printing/table-grid.js';
import { acrossA4, ruled } from '../infrastructure/workbook.js';
import type { AnnualTables } from './annual-tables.js';
import { type Form, type FormCell, tableFourForm, tableThreeForm } from './form.js';
import { checkLine } from './report-paper.js';

const LABEL_WIDTHS = [12, 13, 40];

/** Tables three and four as a workbook of two sheets that look like the form; numbers are numbers. */
export async function annualSheet(
  { office, year }: { readonly office: string; readonly year: number },
  tables: AnnualTables,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const title = `${office}${year}年政府信息公开工作年度报告`;
  const checks = tables.identities.map(checkLine);
  addForm(book, '表三', title, tableThreeForm(tables.three), checks);
  addForm(book, '表四', title, tableFourForm(tables.four), []);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function addForm(
  book: ExcelJS.Workbook,
  name: string,
  title: string,
  form: Form,
  notes: readonly string[],
): void {
  const sheet = book.addWorksheet(name, {
    pageSetup: acrossA4(1),
  });
  sheet.columns = Array.from({ length: form.columns }, (_, i) => ({
    width: i < form.labelColumns ? (LABEL_WIDTHS[i] ?? 12) : 11,
  }));
  addLine(sheet, form.columns, title, { bold: true, size: 14 });
  addLine(sheet, form.columns, form.title, { bold: true });
  const top = sheet.rowCount;
  for (const cell of placeCells([...form.head, ...form.rows], form.columns)) {
    const { text, kind, value } = cell as typeof cell & FormCell;
    const place = sheet.getCell(top + cell.row + 1, cell.column + 1);
    place.value = kind === 'number' ? (value ?? 0) : text;
    place.alignment = {
      vertical: 'middle',
      horizontal: kind === 'label' ? 'left' : 'center',
      wrapText: true,
    };
    place.font = { bold: kind === 'heading' };
    const bottom = [top + cell.row + cell.rowSpan, cell.column + cell.colSpan] as const;
    if (cell.rowSpan * cell.colSpan > 1) sheet.mergeCells(top + cell.row + 1, cell.column + 1, ...bottom);
  }
  ruleAll(sheet, top + 1, form);
  for (const note of notes) addLine(sheet, form.columns, note, { size: 9 });
}

function addLine(sheet: ExcelJS.Worksheet, columns: number, text: string, font: Partial<ExcelJS.Font>): void {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, columns);
  row.getCell(1).font = font;
  row.getCell(1).alignment = { wrapText: true };
}

function ruleAll(sheet: ExcelJS.Worksheet, top: number, { head, rows, columns }: Form): void {
  for (let row = top; row < top + head.length + rows.length; row += 1) {
    for (let column = 1; column <= columns; column += 1) sheet.getCell(row, column).border = ruled;
  }
}
