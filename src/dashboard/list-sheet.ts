import type { Readable } from 'node:stream';
import type { ListPlace, Listed, Stretch } from '../records/counting/counted-lists.js';
import { streamedWorkbook } from '../infrastructure/sheets/streamed-workbook.js';
import { cellText } from '../infrastructure/sheets/texts.js';
import type { ListShown } from './list-rows.js';

/** Rows read together. */
const BATCH = 500;
const WIDE = 50;
const USUAL = 18;

/** One list, to be walked from its beginning to its end. */
export interface WholeList<T> {
  readonly shown: ListShown<T>;
  readonly count: () => Promise<number>;
  readonly stretch: (stretch: Stretch) => Promise<Listed<T>>;
  readonly placeOf: (row: T) => ListPlace;
}

/** The whole list as a workbook, with the columns of the page. */
export const listSheet = <T>(list: WholeList<T>): Readable =>
  streamedWorkbook({
    name: list.shown.title,
    columns: list.shown.columns.map(({ label, wide }) => ({ heading: label, width: wide ? WIDE : USUAL })),
    rows: rowsOf(list),
  });

async function* rowsOf<T>({
  shown,
  count,
  stretch,
  placeOf,
}: WholeList<T>): AsyncGenerator<(string | number)[]> {
  let after: ListPlace | undefined;
  for (let left = await count(); left > 0; left -= BATCH) {
    const { rows } = await stretch({ after, size: BATCH, left });
    for (const row of rows) {
      yield shown.cells(row).map((cell) => {
        const value = typeof cell === 'object' ? cell.text : cell;
        return typeof value === 'number' ? value : cellText(value);
      });
    }
    const last = rows.at(-1);
    if (!last) return;
    after = placeOf(last);
  }
}
