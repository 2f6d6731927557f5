import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { NumberTaken } from '../casework/refusals.js';
import { privateFolder } from '../infrastructure/folders.js';
import { log } from '../infrastructure/log.js';
import { machineTime, now } from '../infrastructure/today.js';
import { LedgerImportRecord } from '../records/application/ledger-import.js';
import type { Viewer } from '../web/viewer.js';
import { FileFault } from '../infrastructure/sheets/file-fault.js';
import type { ImportReport } from './import-report.js';
import { type ImportOrder, LedgerImport } from './importing.js';

/** A sent file is kept so long, for its refused rows to be fetched back. */
const KEPT_MS = 30 * 24 * 3_600_000;
/** A run that has not been heard of for so long has broken off. */
const SILENT_MS = 60_000;
/** Progress is written down at most so often. */
const TOLD_EVERY_ROWS = 1_000;

/** Ledgers sent through the pages: checked and imported in the background, so that one may leave the page. */
@Injectable()
export class ImportRuns {
  /** What this process is working on. */
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly imports: LedgerImport,
  ) {}

  /** Keeps the file and begins to check it. */
  async send(viewer: Viewer, file: { path: string; name: string }): Promise<LedgerImportRecord> {
    await forgetOldFiles();
    const sentAt = now();
    const run: LedgerImportRecord = {
      id: randomUUID(),
      officeId: viewer.officeId,
      accountId: viewer.accountId,
      accountName: viewer.name,
      fileName: file.name,
      state: 'checking',
      rowsDone: 0,
      report: null,
      fault: null,
      sentAt,
      heardAt: sentAt,
    };
    await copyFile(file.path, pathOf(run.id));
    await this.dataSource.manager.insert(LedgerImportRecord, run);
    this.begin(run, () => this.imports.check(this.orderOf(run)), 'checked');
    return run;
  }

  /** The office's last imports, the newest first. */
  latest(officeId: string): Promise<LedgerImportRecord[]> {
    return this.dataSource.manager.find(LedgerImportRecord, {
      where: { officeId },
      order: { sentAt: 'DESC' },
      take: 10,
    });
  }

  of(id: string, officeId: string): Promise<LedgerImportRecord | null> {
    return this.dataSource.manager.findOneBy(LedgerImportRecord, { id, officeId });
  }

  /** Checks again: after the check broke off, or when the record has changed. False where another is at it. */
  async recheck(run: LedgerImportRecord): Promise<boolean> {
    if (!(await this.take(run, 'checking'))) return false;
    this.begin(run, () => this.imports.check(this.orderOf(run)), 'checked');
    return true;
  }

  /** Imports what was checked. False where somebody else has begun already. */
  async confirm(run: LedgerImportRecord, skipRefused: boolean): Promise<boolean> {
    if (run.state !== 'checked' || !(await this.take(run, 'importing'))) return false;
    this.begin(
      run,
      () => this.imports.import({ ...this.orderOf(run), skipRefused }),
      (report) => (report.written || report.refused.length === 0 ? 'imported' : 'checked'),
    );
    return true;
  }

  /** Whether work on it has broken off, with the program or by itself. */
  brokenOff({ id, state, heardAt }: LedgerImportRecord): boolean {
    const working = state === 'checking' || state === 'importing';
    return working && !this.running.has(id) && now().getTime() - heardAt.getTime() > SILENT_MS;
  }

  /** Until this process has done what it was doing with it. */
  async settled(id: string): Promise<void> {
    await this.running.get(id);
  }

  /** Where the file lies; undefined once it was forgotten. */
  fileOf({ id }: LedgerImportRecord): string | undefined {
    return existsSync(pathOf(id)) ? pathOf(id) : undefined;
  }

  /** Only one of those who press at the same moment goes on. */
  private async take(run: LedgerImportRecord, state: 'checking' | 'importing'): Promise<boolean> {
    const changes = { state, rowsDone: 0, fault: null, heardAt: now() } as const;
    const { affected } = await this.dataSource.manager.update(
      LedgerImportRecord,
      { id: run.id, state: run.state, heardAt: run.heardAt },
      changes,
    );
    return affected === 1;
  }

  private begin(
    { id }: LedgerImportRecord,
    work: () => Promise<ImportReport>,
    next: 'checked' | ((report: ImportReport) => 'checked' | 'imported'),
  ): void {
    const told = work()
      .then((report) => {
        const state = typeof next === 'string' ? next : next(report);
        return this.tell(id, { state, report, rowsDone: report.rows });
      })
      .catch((error: unknown) => this.tell(id, faultOf(error)))
      .catch((error: unknown) => log().error({ err: error, ledgerImport: id }, 'ledger import not told'))
      .finally(() => this.running.delete(id));
    this.running.set(id, told);
  }

  private async tell(id: string, changes: QueryDeepPartialEntity<LedgerImportRecord>): Promise<void> {
    await this.dataSource.manager.update(LedgerImportRecord, { id }, { ...changes, heardAt: now() });
  }

  private orderOf({ id, fileName, officeId, accountId, accountName }: LedgerImportRecord): ImportOrder {
    let told = 0;
    return {
      path: pathOf(id),
      name: fileName,
      officeId,
      performer: { actor: { kind: 'ledger', name: `台账导入（${accountName}）` }, accountId },
      onProgress: async (rowsDone) => {
        if (rowsDone < told + TOLD_EVERY_ROWS) return;
        told = rowsDone;
        await this.tell(id, { rowsDone });
      },
    };
  }
}

function faultOf(error: unknown): QueryDeepPartialEntity<LedgerImportRecord> {
  if (error instanceof FileFault) return { state: 'unreadable', fault: error.message };
  if (error instanceof NumberTaken) {
    return {
      state: 'failed',
      fault: `导入期间有人登记了编号 ${error.number}，没有写入任何内容。请重新检查。`,
    };
  }
  log().error({ err: error }, 'ledger import failed');
  return { state: 'failed', fault: '系统出现故障，没有写入任何内容。请重新检查；仍不行时，请告诉管理员。' };
}

const folder = (): string => privateFolder('ledgers');
const pathOf = (id: string): string => join(folder(), id);

async function forgetOldFiles(): Promise<void> {
  for (const name of await readdir(folder())) {
    const path = join(folder(), name);
    const found = await stat(path).catch(() => undefined);
    if (found && machineTime() - found.mtimeMs > KEPT_MS) await rm(path, { force: true });
  }
}
