import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Performer } from '../casework/case-in-hand.js';
import { Door } from '../casework/door.js';
import type { Opened } from '../casework/opening.js';
import type { SheetFile } from './file/sheet-row.js';
import { openLedgerFile } from './file/ledger-file.js';
import { isHeadingRow } from './headings.js';
import { type ImportReport, type IrregularRow, type RefusedCell } from './import-report.js';
import { Judge, type Verdict } from './judging.js';
import { type LedgerSheet, readLedgerSheet } from './ledger-sheet.js';

/** Into which office a file goes, and in whose name. */
export interface ImportOrder {
  readonly path: string;
  /** The name that people know the file by; that of the path unless said. */
  readonly name?: string;
  readonly officeId: string;
  readonly performer: Performer;
  /** Takes in the good rows and leaves the refused ones out. Otherwise one refused row stops all. */
  readonly skipRefused?: boolean;
  /** Told how many rows have been dealt with. */
  readonly onProgress?: (rows: number) => Promise<void> | void;
  /**
   * Told the report before it becomes final: an error thrown here undoes the import. What it stores by the manager
   * becomes final together with the import.
   */
  readonly beforeWritten?: (report: ImportReport, manager: EntityManager) => Promise<void>;
}

/** Rows judged and stored together: the quickest by trial. */
const BATCH = 200;

/** Reads ledgers into the record, each row through the door. */
@Injectable()
export class LedgerImport {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly door: Door,
  ) {}

  /** What an import would do, with every row that would be refused. Nothing is stored. Throws FileFault. */
  async check(order: ImportOrder): Promise<ImportReport> {
    const file = await openLedgerFile(order.path, isHeadingRow);
    return this.run(order, file, { door: this.door, manager: this.dataSource.manager }, () =>
      Promise.resolve(),
    );
  }

  /**
   * Imports a file: all of it, or nothing where a row is refused, unless the order says to skip those.
   * One transaction holds the whole file, so that a breakdown leaves nothing half-written. Throws FileFault.
   */
  async import(order: ImportOrder): Promise<ImportReport> {
    const file = await openLedgerFile(order.path, isHeadingRow);
    try {
      return await this.door.together(async (door, manager) => {
        await oneImportAtATime(manager, order.officeId);
        let refused = false;
        const report = await this.run(order, file, { door, manager }, async (verdicts) => {
          refused ||= verdicts.some(({ kind }) => kind === 'refused');
          // The rest is still judged, so that every refused row is told at once.
          if (!refused || order.skipRefused) await store(door, order, verdicts);
        });
        if (report.refused.length > 0 && !order.skipRefused) throw new Stopped(report);
        const final = { ...report, written: report.imported + report.updated > 0 };
        await order.beforeWritten?.(final, manager);
        return final;
      });
    } catch (error) {
      if (error instanceof Stopped) return error.report;
      throw error;
    }
  }

  /** All reading goes by the door and manager given: imports that each waited for a second connection could wait for ever. */
  private async run(
    order: ImportOrder,
    file: SheetFile,
    { door, manager }: { door: Door; manager: EntityManager },
    keep: (verdicts: readonly Verdict[]) => Promise<void>,
  ): Promise<ImportReport> {
    const { officeId, performer, onProgress } = order;
    const judge = new Judge(manager, officeId, performer, await door.circumstances(officeId));
    const tally = new Tally();
    const sheet = await readLedgerSheet(file);
    for await (const batch of sheet.batches(BATCH)) {
      const verdicts = await judge.judge(batch.rows);
      tally.add(verdicts, batch.broken);
      await keep(verdicts);
      await onProgress?.(tally.rows);
    }
    return tally.report(order.name ?? basename(order.path), file, sheet);
  }
}

/** A refused row stops the import: undoes the transaction and carries the report out of it. */
class Stopped extends Error {
  constructor(readonly report: ImportReport) {
    super('A row was refused.');
  }
}

/** Any number, with the office: it names the lock that an import holds until its end. */
const IMPORT_LOCK = 20_190_515;

async function oneImportAtATime(manager: EntityManager, officeId: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [IMPORT_LOCK, officeId]);
}

async function store(
  door: Door,
  { performer, officeId }: ImportOrder,
  verdicts: readonly Verdict[],
): Promise<void> {
  const by = { ...performer, officeIds: [officeId] };
  const opened = verdicts.flatMap((verdict): Opened[] => (verdict.kind === 'opens' ? [verdict.opened] : []));
  if (opened.length > 0) await door.openAll(opened, by);
  for (const verdict of verdicts) {
    if (verdict.kind === 'goesOn') await door.performAll(verdict.applicationId, verdict.acts, by);
  }
}

/** Counts what becomes of the rows. */
class Tally {
  rows = 0;
  private readonly counts = { opens: 0, unchanged: 0, goesOn: 0, refused: 0 };
  private readonly refused: RefusedCell[] = [];
  private readonly irregular: IrregularRow[] = [];

  add(verdicts: readonly Verdict[], broken: readonly RefusedCell[]): void {
    this.rows += verdicts.length + broken.length;
    this.refused.push(...broken);
    for (const verdict of verdicts) {
      this.counts[verdict.kind] += 1;
      if (verdict.kind === 'refused') {
        this.refused.push(...verdict.faults.map((fault) => ({ row: verdict.row, ...fault })));
      } else if (verdict.kind !== 'unchanged') this.irregular.push(...verdict.irregular);
    }
  }

  report(name: string, { encoding }: SheetFile, { layout }: LedgerSheet): ImportReport {
    return {
      file: name,
      encoding,
      rows: this.rows,
      imported: this.counts.opens,
      unchanged: this.counts.unchanged,
      updated: this.counts.goesOn,
      refused: this.refused.sort((a, b) => a.row - b.row),
      irregular: this.irregular,
      ignored: layout.ignored,
      missing: layout.missing,
      written: false,
    };
  }
}
