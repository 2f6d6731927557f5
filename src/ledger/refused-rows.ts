import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ledgerColumnIds, ledgerHeadings } from './columns.js';
import { csvLine, textMark } from './csv-line.js';
import { openLedgerFile } from './file/ledger-file.js';
import { isHeadingRow } from './headings.js';
import type { ImportReport, RefusedCell } from './import-report.js';
import { readLedgerSheet } from './ledger-sheet.js';

/** Columns behind those of the ledger; an import leaves them out again. */
const explanations = ['原行号', '原因', '如何修改'];

/**
 * The refused rows of a file as a ledger of their own, with what is wrong and what to do behind each: corrected, it
 * can be imported. UTF-8 with a mark, as Excel expects it.
 */
export async function* refusedRowsOf(
  path: string,
  { refused }: Pick<ImportReport, 'refused'>,
): AsyncGenerator<string> {
  const faults = new Map<number, RefusedCell[]>();
  for (const fault of refused) faults.set(fault.row, [...(faults.get(fault.row) ?? []), fault]);
  yield textMark + csvLine([...ledgerHeadings, ...explanations]);
  const sheet = await readLedgerSheet(await openLedgerFile(path, isHeadingRow));
  for await (const { all } of sheet.batches(200)) {
    for (const { row, cells } of all) {
      const found = faults.get(row);
      if (!found) continue;
      yield csvLine([
        ...ledgerColumnIds.map((id) => cells[id]),
        String(row),
        found.map(({ column, reason }) => `${column}：${reason}`).join('\n'),
        found.map(({ column, remedy }) => `${column}：${remedy}`).join('\n'),
      ]);
    }
  }
}

/** Writes them into a new file; leaves none behind when it fails. */
export async function writeRefusedRows(path: string, report: ImportReport, into: string): Promise<void> {
  try {
    await pipeline(Readable.from(refusedRowsOf(path, report)), createWriteStream(into, { flags: 'wx' }));
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') await rm(into, { force: true });
    throw error;
  }
}
