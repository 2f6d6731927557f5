import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import type { RecordedAct } from '../domain/acts/acts.js';
import { filingsDue, isFiled, laterFilingsOf } from '../domain/remedy/filings.js';
import { type AppealOpening, openingOf } from '../domain/remedy/opening.js';
import { concludedStates, stateMetaOf } from '../domain/remedy/proceeding.js';
import { effectiveActs } from '../domain/acts/effective.js';
import { dutyOf, readClock } from '../domain/clock/clock.js';
import type { ReadPeriod } from '../domain/clock/period.js';
import { today } from '../infrastructure/today.js';
import { ApplicationRecord } from '../records/application/application.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { EvidenceBundle } from '../records/paper/evidence-bundle.js';
import { isLeftByLedger } from '../records/application/left-by-ledger.js';
import { logsOf, recordedAct } from '../records/application/logs.js';
import { OfficeRecord } from '../records/office/office.js';
import { ProceedingRecord } from '../records/proceeding/proceeding.js';
import { ProceedingPaper } from '../records/proceeding/proceeding-paper.js';
import type { PageRequest } from '../web/pagination.js';
import type { Viewer } from '../web/viewer.js';
import { awaitedOf, periodsOfProceeding } from './proceeding-file.js';
import { type Prepared, filingStates, missingWords } from './readiness.js';

/** A proceeding in the list of those that are open. */
export interface BoardLine {
  readonly proceeding: ProceedingRecord;
  readonly application: ApplicationRecord;
  readonly office: string;
  readonly stateName: string;
  readonly opening: AppealOpening;
  /** 答复举证 is owed and has not been done: lost if it is not done by then. */
  readonly owed?: ReadPeriod;
  readonly awaited?: ReadPeriod;
  /** The first instance was lost, and the office may still appeal. */
  readonly mayAppeal: boolean;
  /** 复议逾期不作决定: the applicant may go to court. */
  readonly overdue?: ReadPeriod;
  readonly missing: readonly string[];
  /** 台账导入、尚待补记: nobody has recorded what became of it since a ledger told of it. */
  readonly leftByLedger: boolean;
}

/** A concluded proceeding. */
export interface ConcludedLine {
  readonly proceeding: ProceedingRecord;
  readonly application: ApplicationRecord;
  readonly office: string;
}

type Companions = Pick<BoardLine, 'application' | 'office'>;

/** 复议应诉: what is open, answer-or-lose first, and what is over. */
@Injectable()
export class Board {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The open proceedings of the viewer's offices: those that owe an answer by their due day, then the others. */
  async open(viewer: Viewer): Promise<BoardLine[]> {
    const { manager } = this.dataSource;
    const proceedings = await manager
      .createQueryBuilder(ProceedingRecord, 'proceeding')
      .where(`proceeding."officeId" = ANY (:officeIds)`, { officeIds: [...viewer.visibleOfficeIds] })
      .andWhere(`(proceeding."state" <> ALL (:ends) OR proceeding."answerDueOn" IS NOT NULL)`, {
        ends: concludedStates,
      })
      .getMany();
    const ids = [...new Set(proceedings.map(({ applicationId }) => applicationId))];
    const companions = await this.companionsOf(proceedings);
    const logs = await logsOf(manager, ids);
    const calendar = await loadCalendar(manager);
    const papers = await manager.find(ProceedingPaper, {
      select: { applicationId: true, number: true, kind: true, version: true, final: true },
      where: { applicationId: In(ids) },
    });
    const bundles = await manager.find(EvidenceBundle, {
      select: { id: true, applicationId: true, number: true, status: true },
      where: { applicationId: In(ids) },
    });
    const on = today();
    const lines = proceedings.map((proceeding): BoardLine => {
      const { applicationId, number } = proceeding;
      const acts = effectiveActs((logs.get(applicationId) ?? []).map(recordedAct));
      const own = <T extends { applicationId: string; number: string }>(all: readonly T[]): T[] =>
        all.filter((one) => one.applicationId === applicationId && one.number === number);
      return {
        ...companions(proceeding),
        ...standingOf(proceeding, acts, periodsOfProceeding(readClock(acts, calendar, on).periods, number), {
          papers: own(papers),
          bundles: own(bundles),
        }),
      };
    });
    return lines.sort(byUrgency);
  }

  /** The concluded proceedings of the viewer's offices, the latest first. */
  async concluded(
    viewer: Viewer,
    { page, size }: PageRequest,
  ): Promise<{ lines: ConcludedLine[]; total: number }> {
    const [proceedings, total] = await this.dataSource.manager
      .createQueryBuilder(ProceedingRecord, 'proceeding')
      .where(`proceeding."officeId" = ANY (:officeIds)`, { officeIds: [...viewer.visibleOfficeIds] })
      .andWhere(`proceeding."state" = ANY (:ends) AND proceeding."answerDueOn" IS NULL`, {
        ends: concludedStates,
      })
      .orderBy('proceeding.concludedOn', 'DESC')
      .addOrderBy('proceeding.applicationId')
      .addOrderBy('proceeding.number')
      .skip((page - 1) * size)
      .take(size)
      .getManyAndCount();
    const companions = await this.companionsOf(proceedings);
    return { lines: proceedings.map((proceeding) => ({ proceeding, ...companions(proceeding) })), total };
  }

  private async companionsOf(
    proceedings: readonly ProceedingRecord[],
  ): Promise<(proceeding: ProceedingRecord) => Companions> {
    const { manager } = this.dataSource;
    const ids = [...new Set(proceedings.map(({ applicationId }) => applicationId))];
    const officeIds = [...new Set(proceedings.map(({ officeId }) => officeId))];
    const applications = await manager.findBy(ApplicationRecord, { id: In(ids) });
    const offices = await manager.findBy(OfficeRecord, { id: In(officeIds) });
    return ({ applicationId, officeId }) => {
      const application = applications.find(({ id }) => id === applicationId);
      if (!application) throw new Error(`Proceeding without its application ${applicationId}`);
      return { application, office: offices.find(({ id }) => id === officeId)?.shortName ?? '' };
    };
  }
}

/** How an open proceeding stands: by its record, its periods and what is prepared for it. */
function standingOf(
  proceeding: ProceedingRecord,
  acts: readonly RecordedAct[],
  periods: readonly ReadPeriod[],
  prepared: Prepared,
): Omit<BoardLine, keyof Companions> {
  const { number, kind, state } = proceeding;
  const owed = dutyOf(periods, number);
  const awaited = awaitedOf(periods);
  return {
    proceeding,
    stateName: stateMetaOf(kind, state).name,
    opening: openingOf(acts, number),
    owed,
    awaited,
    mayAppeal: laterFilingsOf(acts, number).some(
      (filing) => filing.kind === 'appeal' && !isFiled(acts, number, 'appeal'),
    ),
    overdue: periods.find(({ limit, ended }) => limit === 'litigation.overdueReconsideration' && !ended),
    missing: missingWords(filingStates(filingsDue(kind, owed?.limit), prepared)),
    leftByLedger: isLeftByLedger(
      acts.filter((act) => 'id' in act && act.id === number),
      (owed ?? awaited)?.dueOn,
    ),
  };
}

const LAST = '9999-12-31';

/** What is owed before what is awaited; each by its day. */
const urgency = ({ owed, awaited }: BoardLine): string =>
  owed ? `0${owed.dueOn}` : `1${awaited?.dueOn ?? LAST}`;

const byUrgency = (a: BoardLine, b: BoardLine): number =>
  urgency(a) < urgency(b)
    ? -1
    : urgency(a) > urgency(b)
      ? 1
      : a.proceeding.openedOn < b.proceeding.openedOn
        ? -1
        : 1;
