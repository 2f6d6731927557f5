import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type CaseFile, CaseFiles } from '../casework/case-file.js';
import type { RecordedAct } from '../domain/acts/acts.js';
import { dutyOf } from '../domain/clock/clock.js';
import { type ReadPeriod, answerPeriodIn } from '../domain/clock/period.js';
import type { Finding } from '../domain/law/finding.js';
import { isDefence } from '../domain/remedy/defences.js';
import { stateMetaOf } from '../domain/remedy/proceeding.js';
import type { StateMeta } from '../domain/law/state-meta.js';
import { EvidenceBundle } from '../records/paper/evidence-bundle.js';
import type { FileSeal } from '../records/paper/file-seal.js';
import { sealsOf } from '../records/paper/file-seals.js';
import type { ProceedingRecord } from '../records/proceeding/proceeding.js';
import { type NoteEntry, notesOf } from '../records/proceeding/proceeding-notes.js';
import { ProceedingPaper } from '../records/proceeding/proceeding-paper.js';
import { ProblemException } from '../web/problems.js';
import { type Viewer, holds, mayActIn } from '../web/viewer.js';

/** A proceeding with the case that it belongs to and everything kept of it. */
export interface ProceedingFile {
  readonly case: CaseFile;
  readonly proceeding: ProceedingRecord;
  readonly state: StateMeta;
  /** Its own acts, as corrections leave them. */
  readonly acts: readonly RecordedAct[];
  /** Its own periods as they stand today. */
  readonly periods: readonly ReadPeriod[];
  /** The period of 答复举证 or 答辩举证, once it runs; none for a third party. */
  readonly answer?: ReadPeriod;
  /** What the office owes now: 答复举证, 上诉答辩, 再审意见. */
  readonly duty?: ReadPeriod;
  /** The applicant's windows that belong to no proceeding: over the reply, over silence. */
  readonly windows: readonly ReadPeriod[];
  readonly notes: readonly NoteEntry[];
  /** The file as it stood when the notice was recorded. */
  readonly seal?: FileSeal;
  /** Every version of every paper, the latest first. */
  readonly papers: readonly ProceedingPaper[];
  readonly bundles: readonly EvidenceBundle[];
  /** Whether the viewer may write here: 法制 of the office itself. */
  readonly mayWrite: boolean;
}

/** The periods of one proceeding. A consultation may bear the same number: its periods are a consultee's or a third party's. */
export const periodsOfProceeding = (periods: readonly ReadPeriod[], number: string): ReadPeriod[] =>
  periods.filter(({ matter, of }) => matter === number && of !== 'consultee' && of !== 'thirdParty');

/** The period of organ or court that runs now; after the first judgment that for appeal, which is the office's too. */
export const awaitedOf = (periods: readonly ReadPeriod[]): ReadPeriod | undefined =>
  periods.find(({ of, ended }) => (of === 'organ' || of === 'court') && !ended) ??
  periods.find(({ lapse, ended }) => lapse === 'suit.tookEffect' && !ended);

/** What the office may plead against the proceeding, as the record shows it. */
export function defencesOf({ case: whole, acts }: Pick<ProceedingFile, 'case' | 'acts'>): Finding[] {
  const own = new Set(acts.map(({ seq }) => seq));
  return whole.irregularities
    .filter(({ seq, finding }) => own.has(seq) && isDefence(finding))
    .map(({ finding }) => finding);
}

/** Opens proceedings for reading. */
@Injectable()
export class ProceedingFiles {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly cases: CaseFiles,
  ) {}

  /** A proceeding of the own office or one below. Throws a 404 problem. */
  async open(viewer: Viewer, applicationId: string, number: string): Promise<ProceedingFile> {
    const file = await this.cases.open(applicationId, viewer.visibleOfficeIds);
    const proceeding = file.proceedings.find((one) => one.number === number);
    if (!proceeding) throw new ProblemException('not-found');
    const { manager } = this.dataSource;
    const key = { where: { applicationId, number } };
    const periods = periodsOfProceeding(file.reading.periods, number);
    const notes = (await notesOf(manager, [applicationId])).get(applicationId) ?? [];
    return {
      case: file,
      proceeding,
      state: stateMetaOf(proceeding.kind, proceeding.state),
      acts: file.acts.filter((act) => 'id' in act && act.id === number && !act.type.startsWith('opinion.')),
      periods,
      answer: answerPeriodIn(periods, number),
      duty: dutyOf(periods, number),
      windows: file.reading.periods.filter(({ lapse, matter }) => lapse === 'remedy.lapsed' && !matter),
      notes: notes.filter((one) => one.number === number),
      seal: (await sealsOf(manager, applicationId)).findLast((one) => one.number === number),
      papers: await manager.find(ProceedingPaper, { ...key, order: { version: 'DESC' } }),
      bundles: await manager.find(EvidenceBundle, { ...key, order: { requestedAt: 'DESC' } }),
      mayWrite: holds(viewer, 'legal') && mayActIn(viewer, file.application.officeId),
    };
  }

  /** The same for writing. Throws a 403 problem for anyone but 法制 of the office itself. */
  async take(viewer: Viewer, applicationId: string, number: string): Promise<ProceedingFile> {
    const file = await this.open(viewer, applicationId, number);
    if (!file.mayWrite) throw new ProblemException('forbidden');
    return file;
  }
}

/** The latest version of a paper. */
export const latestPaper = (
  { papers }: Pick<ProceedingFile, 'papers'>,
  kind: ProceedingPaper['kind'],
): ProceedingPaper | undefined => papers.find((paper) => paper.kind === kind);
