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
