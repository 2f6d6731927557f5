import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CaseFiles } from '../casework/case-file.js';
import { foundInFile } from '../casework/file-review.js';
import type { Quarter } from '../domain/clock/yearly.js';
import type { DrawRule, FileResult, ReviewedFile } from '../domain/review/file-review.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { now } from '../infrastructure/today.js';
import { SelfCheckFile, SelfCheckRecord } from '../records/report/self-check.js';
import { drawFiles, reviewedCounts } from '../records/report/self-checks.js';
import type { Viewer } from '../web/viewer.js';

/** What a self-check is to be. */
export interface WantedCheck {
  readonly year: number;
  readonly quarter: Quarter | null;
  readonly from: LocalDate;
  readonly through: LocalDate;
  readonly rule: DrawRule;
  readonly seed: string;
  readonly wanted: number;
}

/** What a reviewer makes of a file. */
export interface ReviewMade extends ReviewedFile {
  readonly result: FileResult;
  readonly note: string;
}

/** Draws files, keeps what reviewers make of them, and hands the report in. */
@Injectable()
export class SelfCheckKeeping {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly caseFiles: CaseFiles,
  ) {}

  /** Draws the files and writes down what the program finds in each. Answers a sentence where it cannot. */
  async draw(viewer: Viewer, wanted: WantedCheck): Promise<{ id: string } | { refused: string }> {
    const { officeId } = viewer;
    const { manager } = this.dataSource;
    const { year, quarter } = wanted;
    const known = quarter && (await manager.findOneBy(SelfCheckRecord, { officeId, year, quarter }));
    if (known) return { refused: `${year}年第${quarter}季度的自查已经抽取过，请接着评查` };
    const { population, applicationIds } = await drawFiles(manager, { ...wanted, officeId });
    if (applicationIds.length === 0)
      return { refused: '这段时间没有符合条件的办结申请，请换一种抽取办法或者时间' };
    const id = randomUUID();
    const files: Partial<SelfCheckFile>[] = [];
    for (const [i, applicationId] of applicationIds.entries()) {
      const file = await this.caseFiles.open(applicationId, [officeId]);
      files.push({ selfCheckId: id, applicationId, place: i + 1, found: foundInFile(file) });
    }
    const { wanted: _, ...kept } = wanted;
    await this.dataSource.transaction(async (within) => {
      const by = { drawnAt: now(), drawnByName: viewer.name, drawnByAccountId: viewer.accountId };
      await within.save(within.create(SelfCheckRecord, { id, officeId, population, ...kept, ...by }));
      await within.insert(SelfCheckFile, files);
    });
    return { id };
  }

  /** Keeps a review. False where the self-check has been handed in meanwhile. */
  review(viewer: Viewer, id: string, applicationId: string, made: ReviewMade): Promise<boolean> {
    return this.open(id, async (check, manager) => {
      if (check.submittedAt) return false;
      const { answers, dismissed, result, note } = made;
      const by = { reviewedAt: now(), reviewedByName: viewer.name };
      const file = await manager.findOneByOrFail(SelfCheckFile, { selfCheckId: id, applicationId });
      // Assigned, not merged: an answer that was taken back must not stay.
      Object.assign(file, { answers, dismissed: [...dismissed], result, note, ...by });
      await manager.save(file);
      return true;
    });
  }

  /** Keeps 发现的问题 and 整改措施. False where the form is out of date or the report handed in. */
  words(id: string, words: { problems: string; measures: string }, version: number): Promise<boolean> {
    return this.open(id, async (check, manager) => {
      if (check.submittedAt || check.version !== version) return false;
      await manager.save(Object.assign(check, words));
      return true;
    });
  }

  /** 报送. Answers what is still missing. */
  submit(viewer: Viewer, id: string): Promise<string | undefined> {
    return this.open(id, async (check, manager) => {
      if (check.submittedAt) return '这次自查已经报送';
      const { files = 0, reviewed = 0 } = (await reviewedCounts(manager, [id])).get(id) ?? {};
      if (reviewed < files) return `还有 ${files - reviewed} 件没有评查`;
      if (check.problems === '' || check.measures === '') return '请先填写发现的问题和整改措施';
      await manager.save(Object.assign(check, { submittedAt: now(), submittedByName: viewer.name }));
      return undefined;
    });
  }

  /** 备案 by the office above. */
  receive(viewer: Viewer, id: string): Promise<boolean> {
    return this.open(id, async (check, manager) => {
      if (!check.submittedAt || check.receivedAt) return false;
      await manager.save(Object.assign(check, { receivedAt: now(), receivedByName: viewer.name }));
      return true;
    });
  }

  private open<T>(
    id: string,
    act: (check: SelfCheckRecord, manager: DataSource['manager']) => Promise<T>,
  ): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      const lock = { mode: 'pessimistic_write' } as const;
      return act(await manager.findOneOrFail(SelfCheckRecord, { where: { id }, lock }), manager);
    });
  }
}
