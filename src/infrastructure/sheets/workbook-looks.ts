import type ExcelJS from 'exceljs';

const thin = { style: 'thin' } as const;

/** A cell ruled on all sides. */
export const ruled: Partial<ExcelJS.Borders> = { top: thin, left: thin, bottom: thin, right: thin };

/** A sheet that prints across on A4, as wide as the paper; `pages` high where a number is given. */
export const acrossA4 = (pages = 0): Partial<ExcelJS.PageSetup> => ({
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- A4 in the file format; the package names it in its types alone
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: pages,
});

/** Points of a line of the usual type, and characters that a column loses to its margins. */
const LINE = 15;
const MARGIN = 2;
/** Points of the tallest row that Excel takes. */
const TALLEST = 409;

/** Characters of a spreadsheet column: a Chinese one takes the room of two figures. */
const roomOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1), 0);

const NARROWEST = 10;

/** Makes columns as wide as their longest text, up to so many characters each. */
export function fitColumns(
  sheet: ExcelJS.Worksheet,
  texts: readonly (readonly string[])[],
  most: readonly number[],
): void {
  most.forEach((widest, i) => {
    const room = Math.max(NARROWEST, ...texts.map((row) => roomOf(row[i] ?? '') + MARGIN));
    const column = sheet.getColumn(i + 1);
    column.width = Math.max(column.width ?? 0, Math.min(room, widest));
  });
}

/**
 * Gives every row the height of its tallest text, as wrapped by its columns. Excel does so itself, but not over joined
 * cells, and other programs not at all. A text over several rows has room enough.
 */
export function fitRows(sheet: ExcelJS.Worksheet): void {
  const overRows = new Set<ExcelJS.Cell>();
  sheet.eachRow((row, at) => {
    row.eachCell({ includeEmpty: true }, ({ master }) => {
      if (Number(master.row) < at) overRows.add(master);
    });
  });
  sheet.eachRow((row) => {
    const widths = new Map<ExcelJS.Cell, number>();
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      widths.set(cell.master, (widths.get(cell.master) ?? 0) + (sheet.getColumn(column).width ?? 0));
    });
    let lines = 1;
    for (const [cell, width] of widths) {
      if (!cell.style.alignment?.wrapText || overRows.has(cell)) continue;
      const room = Math.max(width - MARGIN, 1);
      const own = cell.text
        .split('\n')
        .reduce((sum, text) => sum + Math.max(Math.ceil(roomOf(text) / room), 1), 0);
      lines = Math.max(lines, own);
    }
    if (lines > 1) row.height = Math.min(lines * LINE, TALLEST);
  });
}
