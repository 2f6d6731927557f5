import { expect } from 'chai';
import ExcelJS from 'exceljs';
import { fitColumns, fitRows } from '../../src/infrastructure/sheets/workbook-looks.js';

const LONG = '政府信息公开工作年度报告'.repeat(3);

describe('a sheet that is made', () => {
  function sheetOf(rows: readonly (readonly string[])[]): ExcelJS.Worksheet {
    const sheet = new ExcelJS.Workbook().addWorksheet('表');
    sheet.columns = [{ width: 20 }, { width: 20 }];
    for (const row of rows) sheet.addRow([...row]);
    sheet.eachRow((row) => {
      row.eachCell({ includeEmpty: true }, (cell) => {
        cell.alignment = { wrapText: true };
      });
    });
    return sheet;
  }

  it('has rows as high as their wrapped texts, a Chinese character being two wide', () => {
    const sheet = sheetOf([
      ['年', '报'],
      [LONG, ''],
      ['a\nb\nc', ''],
    ]);
    fitRows(sheet);
    expect(sheet.getRow(1).height).to.equal(undefined);
    // 36 characters of two, 18 to a line.
    expect(sheet.getRow(2).height).to.equal(4 * 15);
    expect(sheet.getRow(3).height).to.equal(3 * 15);
  });

  it('reckons with the width of joined cells, and not with a text over several rows', () => {
    const sheet = sheetOf([
      [LONG, ''],
      [LONG, '一'],
      ['', '二'],
    ]);
    sheet.mergeCells('A1:B1');
    sheet.mergeCells('A2:A3');
    fitRows(sheet);
    expect(sheet.getRow(1).height).to.equal(2 * 15);
    expect([2, 3].map((row) => sheet.getRow(row).height)).to.deep.equal([undefined, undefined]);
  });

  it('has columns as wide as their longest text, within bounds', () => {
    const sheet = new ExcelJS.Workbook().addWorksheet('表');
    fitColumns(
      sheet,
      [
        ['月', '3486/3486（100 %）', LONG],
        ['一', '—', ''],
      ],
      [26, 26, 48],
    );
    expect([1, 2, 3].map((column) => sheet.getColumn(column).width)).to.deep.equal([10, 20, 48]);
  });
});
