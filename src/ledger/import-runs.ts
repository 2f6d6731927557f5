import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { NumberTaken } from '../casework/refusals.js';
import { DISK_FULL, isDiskFull } from '../infrastructure/disk-full.js';
import { log } from '../infrastructure/log.js';
import { now } from '../infrastructure/today.js';
import { LedgerImportRecord } from '../records/application/ledger-import.js';
import type { Viewer } from '../web/viewer.js';
import { FileFault } from '../infrastructure/sheets/file-fault.js';
import type { ImportReport } from './import-report.js';
import { type ImportOrder, LedgerImport } from './importing.js';
import { forgetOldLedgers, pathOfSent } from './sent-ledgers.js';

/** A run that has not been heard of for so long has broken off. */
const SILENT_MS = 60_000;
/** It is heard of so often, also while it waits. */
const BEAT_MS = 15_000;
/** Progress is written down at most so often. */
const TOLD_EVERY_ROWS = 1_000;

/** What is kept of a run beside the state that it reaches. */
type Changes = QueryDeepPartialEntity<LedgerImportRecord>;

/** Another has taken the run up meanwhile, or the program stops: what was done so far is undone. */
class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

/**
 * Ledgers sent through the pages: checked and imported in the background, so that one may leave the page. One at a time
 * in each process, since each holds a connection for its whole length and the pages need the others; the rest wait.
 */
@Injectable()
export class ImportRuns implements OnModuleDestroy {
  /** What this process is working on, or will. */
  private readonly running = new Map<string, Promise<void>>();
  private before: Promise<unknown> = Promise.resolve();
  private stopping = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly imports: LedgerImport,
  ) {}

  /** Keeps the file and begins to check it. */
  async send(viewer: Viewer, file: { path: string; name: string }): Promise<LedgerImportRecord> {
    await forgetOldLedgers();
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
      claim: randomUUID(),
      begunAt: null,
      heardAt: sentAt,
    };
    await copyFile(file.path, pathOfSent(run.id));
    await this.dataSource.manager.insert(LedgerImportRecord, run);
    this.check(run);
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
    const taken = await this.take(run, 'checking');
    if (taken) this.check(taken);
    return taken !== undefined;
  }

  /** Imports what was checked. False where somebody else has begun already. */
  async confirm(run: LedgerImportRecord, skipRefused: boolean): Promise<boolean> {
    const taken = run.state === 'checked' ? await this.take(run, 'importing') : undefined;
    if (!taken) return false;
    this.begin(taken, async () => {
      const report = await this.imports.import({
        ...this.orderOf(taken),
        skipRefused,
        // Final together with what was written: a crash in between must not leave the page saying that nothing was.
        beforeWritten: (final, manager) => tell(manager, taken, importedAs(final)),
      });
      return importedAs(report);
    });
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
    return existsSync(pathOfSent(id)) ? pathOfSent(id) : undefined;
  }

  /** What is under way is undone and says so, and so does what waits; both can be checked again. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.running.values());
  }

  /** Only one of those who press at the same moment goes on, in whichever process. */
  private async take(
    run: LedgerImportRecord,
    state: 'checking' | 'importing',
  ): Promise<LedgerImportRecord | undefined> {
    const changes = { state, rowsDone: 0, fault: null, heardAt: now(), begunAt: null, claim: randomUUID() };
    const { affected } = await this.dataSource.manager.update(
      LedgerImportRecord,
      { id: run.id, state: run.state, claim: run.claim ?? IsNull() },
      changes,
    );
    return affected === 1 ? Object.assign(run, changes) : undefined;
  }

  private check(run: LedgerImportRecord): void {
    this.begin(run, async () => {
      const report = await this.imports.check(this.orderOf(run));
      return { state: 'checked', report, rowsDone: report.rows };
    });
  }

  /** Does the work when those before it are done, and writes down what became of it. */
  private begin(run: LedgerImportRecord, work: () => Promise<Changes>): void {
    const { manager } = this.dataSource;
    const beating = setInterval(() => void tell(manager, run, {}).catch(() => undefined), BEAT_MS);
    const told = this.before
      .then(async () => {
        if (this.stopping) throw new GivenUp();
        await tell(manager, run, { begunAt: now() });
        return work();
      })
      .catch((error: unknown) => this.faultOf(error))
      .then((changes) => tell(manager, run, changes))
      .catch((error: unknown) => {
        // Whoever has taken it up meanwhile tells of it himself.
        if (!(error instanceof GivenUp))
          log().error({ err: error, ledgerImport: run.id }, 'ledger import not told');
      })
      .finally(() => {
        clearInterval(beating);
        this.running.delete(run.id);
      });
    this.before = told;
    this.running.set(run.id, told);
  }

  private orderOf(run: LedgerImportRecord): ImportOrder {
    let told = 0;
    return {
      path: pathOfSent(run.id),
      name: run.fileName,
      officeId: run.officeId,
      performer: {
        actor: { kind: 'ledger', name: `台账导入（${run.accountName}）` },
        accountId: run.accountId,
      },
      onProgress: async (rowsDone) => {
        if (this.stopping) throw new GivenUp();
        if (rowsDone < told + TOLD_EVERY_ROWS) return;
        told = rowsDone;
        await tell(this.dataSource.manager, run, { rowsDone });
      },
    };
  }

  private faultOf(error: unknown): Changes {
    if (error instanceof GivenUp && !this.stopping) throw error;
    if (error instanceof GivenUp)
      return { state: 'failed', fault: '系统停止或重新启动，没有写入任何内容。请重新检查。' };
    return faultOf(error);
  }
}

/** Writes to the row of a run as long as it is the same piece of work. */
async function tell(
  manager: EntityManager,
  { id, claim }: LedgerImportRecord,
  changes: Changes,
): Promise<void> {
  const { affected } = await manager.update(
    LedgerImportRecord,
    { id, claim: claim ?? IsNull() },
    { ...changes, heardAt: now() },
  );
  if (affected !== 1) throw new GivenUp();
}

/** What an import has come to. */
const importedAs = (report: ImportReport): Changes => ({
  state: report.written || report.refused.length === 0 ? 'imported' : 'checked',
  report,
  rowsDone: report.rows,
});

function faultOf(error: unknown): Changes {
  if (error instanceof FileFault) return { state: 'unreadable', fault: error.message };
  if (error instanceof NumberTaken) {
    return {
      state: 'failed',
      fault: `导入期间有人登记了编号 ${error.number}，没有写入任何内容。请重新检查。`,
    };
  }
  log().error({ err: error }, 'ledger import failed');
  if (isDiskFull(error)) return { state: 'failed', fault: `${DISK_FULL}，再重新检查。` };
  return { state: 'failed', fault: '系统出现故障，没有写入任何内容。请重新检查；仍不行时，请告诉管理员。' };
}
