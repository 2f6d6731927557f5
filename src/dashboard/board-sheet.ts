import ExcelJS from 'exceljs';
import { cellText } from '../infrastructure/sheets/texts.js';
import { acrossA4, fitColumns, fitRows, ruled } from '../infrastructure/sheets/workbook-looks.js';
import { chineseDate } from '../web/words.js';
import { dictionaryTable } from './dictionary.controller.js';
import type { Cell, DashboardPage, TableView } from './pages.js';

/** Widest columns, in characters: of long texts and of all others. */
const WIDE = 48;
const USUAL = 26;

/** The tables of the board as a workbook; what is a number on the screen is a number here. */
export async function boardSheet(page: DashboardPage): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('两率', { pageSetup: acrossA4() });
  const place = `${page.office}　截至${chineseDate(page.until)}`;
  sheet.addRow(['依申请公开领导看板']).font = { bold: true, size: 14 };
  sheet.addRow([place]);
  if (page.lookBack) sheet.addRow([page.lookBack.says]);
  sheet.addRow([page.answer]).font = { bold: true };
  for (const { name, figure, verdict, outlook } of page.dials)
    sheet.addRow([`${name}：${figure}，${verdict}。${outlook}`]);
  addTable(sheet, page.readings);
  fitRows(sheet);
  addSheet(
    book,
    '趋势',
    page.dials.flatMap(({ months, years }) => [months, years]),
  );
  addSheet(book, '按期答复', [page.timings, page.taken]);
  addSheet(book, '承办', [page.workload]);
  addSheet(book, '苗头', [page.signs]);
  addSheet(book, '未结案件', [page.pending]);
  addSheet(book, '分类', page.breakdowns);
  addSheet(book, '指标口径', [dictionaryTable()]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function addSheet(book: ExcelJS.Workbook, name: string, tables: readonly TableView[]): void {
  const sheet = book.addWorksheet(name, {
    pageSetup: acrossA4(),
  });
  for (const table of tables) addTable(sheet, table);
  fitRows(sheet);
}

function addTable(sheet: ExcelJS.Worksheet, { caption, columns, rows, note }: TableView): void {
  if (sheet.rowCount > 0) sheet.addRow([]);
  sheet.addRow([caption]).font = { bold: true };
  const head = sheet.addRow(columns.map(({ label }) => label));
  head.font = { bold: true };
  for (const row of [head, ...rows.map((cells) => sheet.addRow(cells.map(valueOf)))]) {
    row.eachCell((cell, column) => {
      cell.border = ruled;
      cell.alignment = {
        wrapText: true,
        vertical: 'middle',
        horizontal: columns[column - 1]?.align ?? 'left',
      };
    });
  }
  if (note) sheet.addRow([note]).font = { italic: true };
  fitColumns(
    sheet,
    [columns.map(({ label }) => label), ...rows.map((cells) => cells.map((cell) => String(valueOf(cell))))],
    columns.map(({ wide }) => (wide ? WIDE : USUAL)),
  );
}

/** What is a number stands as one. */
function valueOf(cell: Cell): string | number {
  const text = typeof cell === 'object' ? cell.text : cell;
  if (typeof text === 'number') return text;
  if (/^\d+$/.test(text) && String(Number(text)) === text) return Number(text);
  return cellText(text);
}
