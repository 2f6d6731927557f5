import type { ReportFormId } from '../report-form.js';
import { type TableTwo, tableTwoBlocks } from '../table-two.js';
import { type Grid, cellNumber, plainLabel } from './grid.js';

/** Begins the line of headings of each block. */
const HEADING = '信息内容';

/** 行政规范性文件 and 规范性文件 are one. */
const alike = (a: string, b: string): boolean => a.replace(/^行政/u, '') === b.replace(/^行政/u, '');

/** The numbers of table two that the file has; a place that cannot be read is left out. */
export function readTableTwo(grids: readonly Grid[], form: ReportFormId): TableTwo {
  const found: Record<string, number> = {};
  for (const grid of grids) {
    let head: readonly string[] = [];
    for (const line of grid) {
      const plain = line.map(plainLabel);
      if (plain.includes(HEADING)) head = plain;
      for (const { rows, columns } of tableTwoBlocks[form]) {
        const row = rows.find(({ label }) => plain.some((cell) => alike(cell, label)));
        if (!row) continue;
        for (const column of columns) {
          const value = cellNumber(line[head.indexOf(plainLabel(column.label))]);
          const id = `${row.id}.${column.id}`;
          if (typeof value === 'number' && found[id] === undefined) found[id] = value;
        }
      }
    }
  }
  return found;
}
