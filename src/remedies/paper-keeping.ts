import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, QueryFailedError } from 'typeorm';
import { now } from '../infrastructure/today.js';
import { ProceedingPaper } from '../records/proceeding/proceeding-paper.js';
import type { Viewer } from '../web/viewer.js';
import { type ProceedingFile, latestPaper } from './proceeding-file.js';

const UNIQUE_VIOLATION = '23505';

/** Whether the database refused a version because another has it. */
export const isTaken = (fault: unknown): boolean =>
  fault instanceof QueryFailedError && (fault.driverError as { code?: string }).code === UNIQUE_VIOLATION;

/** Keeps papers to be filed: each saving is a further version. */
@Injectable()
export class PaperKeeping {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Saves a version over the one that the form was filled from. Answers false, and saves nothing, when another has
   * come in between.
   */
  async save(
    viewer: Viewer,
    file: ProceedingFile,
    paper: Pick<ProceedingPaper, 'kind' | 'body' | 'final'>,
    filledFrom: number,
  ): Promise<boolean> {
    const last = latestPaper(file, paper.kind)?.version ?? 0;
    if (last !== filledFrom) return false;
    const { applicationId, officeId, number } = file.proceeding;
    try {
      await this.dataSource.manager.insert(ProceedingPaper, {
        applicationId,
        officeId,
        number,
        ...paper,
        version: last + 1,
        savedAt: now(),
        byName: viewer.name,
        byAccountId: viewer.accountId,
      });
      return true;
    } catch (fault) {
      if (isTaken(fault)) return false;
      throw fault;
    }
  }
}
