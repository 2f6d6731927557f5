import ExcelJS from 'exceljs';
import type { Identity } from '../domain/statistics/identities.js';
import { plainText, reportSections, sectionIds } from '../domain/statistics/report-text.js';
import { placeCells } from '../infrastructure/printing/table-grid.js';
import { acrossA4, fitRows, ruled } from '../infrastructure/sheets/workbook-looks.js';
import { columnName } from './annual-tables.js';
import type { Form, FormCell } from './form.js';
import { draftMarkOf, formsOf, reportTitle, UNWRITTEN } from './report-paper.js';
import type { WholeReport } from './whole-report.js';

const LABEL_WIDTHS = [12, 13, 40];
/** Of 表二, whose labels stand in one column. */
const LABEL_ALONE = 28;

/** The report as a workbook: words, three tables that look like the form, and the checks; numbers are numbers. */
export async function annualSheet(office: string, report: WholeReport): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const draftMark = draftMarkOf(report);
  const title = reportTitle(office, report.year) + (draftMark ? `（${draftMark}）` : '');
  const [two, three, four] = formsOf(report);
  addForm(book, '表二', title, two);
  addForm(book, '表三', title, three);
  addForm(book, '表四', title, four);
  addLines(book, '正文', title, [
    ['一、总体情况', ''],
    ...sectionIds.map((id): [string, string] => [
      reportSections[id].label,
      plainText(report.sections[id]).trim() || UNWRITTEN,
    ]),
  ]);
  addLines(book, '勾稽关系', title, report.identities.map(checkLine));
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** R1 相符, and what must be equal; where it is not, each place with its two numbers. */
function checkLine({ rule, says, holds, faults }: Identity): [string, string] {
  const where = faults.map((fault) => `${columnName(fault.where)} ${fault.left} ≠ ${fault.right}`);
  return [`${rule}　${holds ? '相符' : '不符'}`, `${says}${holds ? '' : `（${where.join('；')}）`}`];
}

function addLines(
  book: ExcelJS.Workbook,
  name: string,
  title: string,
  lines: readonly (readonly [string, string])[],
): void {
  const sheet = book.addWorksheet(name, { pageSetup: acrossA4() });
  sheet.columns = [{ width: 30 }, { width: 110 }];
  addLine(sheet, 2, title, { bold: true, size: 14 });
  for (const line of lines) {
    const row = sheet.addRow([...line]);
    row.eachCell((cell) => {
      cell.alignment = { wrapText: true, vertical: 'top' };
    });
  }
  fitRows(sheet);
}

function addForm(book: ExcelJS.Workbook, name: string, title: string, form: Form): void {
  const sheet = book.addWorksheet(name, {
    pageSetup: acrossA4(1),
  });
  const labels = form.labelColumns === 1 ? [LABEL_ALONE] : LABEL_WIDTHS;
  sheet.columns = Array.from({ length: form.columns }, (_, i) => ({
    width: i < form.labelColumns ? (labels[i] ?? 12) : form.labelColumns === 1 ? 18 : 11,
  }));
  addLine(sheet, form.columns, title, { bold: true, size: 14 });
  addLine(sheet, form.columns, form.title, { bold: true });
  const top = sheet.rowCount;
  for (const cell of placeCells([...form.head, ...form.rows], form.columns)) {
    const { text, kind, value } = cell as typeof cell & FormCell;
    const place = sheet.getCell(top + cell.row + 1, cell.column + 1);
    place.value = kind === 'number' ? (value ?? null) : text;
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
  fitRows(sheet);
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
