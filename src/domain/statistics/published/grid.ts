/** A table as it stands in a file: rows of cells. A place that a merged cell covers holds its text, or nothing. */
export type Grid = readonly (readonly string[])[];

/** 自然人, 1.属于国家秘密 → 属于国家秘密: a label without ordinal, notes in brackets, blanks and punctuation. */
export function plainLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/\([^()]*\)/gu, '')
    .replace(/^(?:[一二三四五六七八九十]+、|\d+[.、])/u, '')
    .replace(/["'“”‘’「」《》、,，.。;；:：·]/gu, '');
}

/** What a cell says: a number, nothing (a blank or a dash), or words where a number should be. */
export type CellNumber = number | 'blank' | 'words';

export function cellNumber(text: string | undefined): CellNumber {
  const plain = (text ?? '').normalize('NFKC').replace(/[\s,]+/gu, '');
  if (/^[-–—―－/\\无]*$/u.test(plain)) return 'blank';
  return /^-?\d{1,9}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : 'words';
}

/** Numbers of cases: a blank is nought and remembered, words and broken numbers are faults. */
export class CaseCells {
  readonly blanks: string[] = [];
  readonly faults: string[] = [];

  read(text: string | undefined, where: string): number {
    const found = cellNumber(text);
    if (found === 'blank') this.blanks.push(where);
    else if (found === 'words' || !Number.isInteger(found) || found < 0) {
      this.faults.push(`“${where}”是“${(text ?? '').trim().slice(0, 20)}”，不是件数`);
    } else return found;
    return 0;
  }
}

/** Rows above the figures among which the headings are looked for. */
const HEAD_ROWS = 8;

/** The names in the head above a row, by column: of several the lowest counts. */
export function headings(grid: Grid, row: number, names: readonly string[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const cells of grid.slice(Math.max(0, row - HEAD_ROWS), row)) {
    cells.forEach((cell, column) => {
      const name = plainLabel(cell);
      if (names.includes(name)) found.set(column, name);
    });
  }
  return found;
}
