import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { RecordedAct } from '../domain/acts/acts.js';
import { effectiveActs } from '../domain/acts/effective.js';
import { type Standing, replay } from '../domain/application/standing.js';
import { type Summary, summaryOf } from '../domain/application/summary.js';
import { type Reading, readClock } from '../domain/clock/clock.js';
import type { ClockPolicy } from '../domain/clock/consultations.js';
import type { Finding } from '../domain/law/finding.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import { dayOf, today } from '../infrastructure/today.js';
import type { ActRecord } from '../records/application/act.js';
import type { ApplicationRecord } from '../records/application/application.js';
import { AttachmentRecord } from '../records/paper/attachment.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import type { DueDateMove } from '../records/calendar/due-date-move.js';
import { dueDateMovesOf } from '../records/calendar/due-date-moves.js';
import { LetterRecord } from '../records/paper/letter.js';
import { logOf, recordedAct } from '../records/application/logs.js';
import { OfficeRecord } from '../records/office/office.js';
import { clockPolicyOf } from '../records/office/office-policy.js';
import { ProceedingRecord } from '../records/proceeding/proceeding.js';
import { standingFindings } from './derivation.js';
import { type Offices, findApplication } from './taking.js';
import { ApplicationNotFound } from './refusals.js';

/** A case opened for reading. Personal columns are not in it: see `records/application/particulars.ts`. */
export interface CaseFile {
  readonly application: ApplicationRecord;
  readonly office: OfficeRecord;
  /** The day it is read on: today, or a day gone by. */
  readonly on: LocalDate;
  /** The log as it was recorded by that day, with findings and hashes. */
  readonly log: readonly ActRecord[];
  /** The same as the domain reads it. */
  readonly recorded: readonly RecordedAct[];
  /** Acts as corrections leave them. */
  readonly acts: readonly RecordedAct[];
  readonly standing: Standing;
  readonly reading: Reading;
  readonly summary: Summary;
  /** 程序瑕疵 that still stand, each with the place of its act. */
  readonly irregularities: readonly { readonly seq: number; readonly finding: Finding }[];
  /** As they stand now, whatever the day of reading. */
  readonly proceedings: readonly ProceedingRecord[];
  readonly letters: readonly LetterRecord[];
  readonly attachments: readonly AttachmentRecord[];
  /** Days that holiday notices have moved since, oldest first. */
  readonly dueDateMoves: readonly DueDateMove[];
  readonly calendar: WorkCalendar;
  readonly policy: ClockPolicy;
  /** For the forms on the page. */
  readonly version: number;
}

/** Opens cases for reading. */
@Injectable()
export class CaseFiles {
  constructor(@InjectDataSource() private readonly dataSource: Pick<DataSource, 'manager'>) {}

  /**
   * Opens a case of these offices, as it stands or as it was known at the end of a day gone by.
   * Throws ApplicationNotFound; also for a day before the case was recorded.
   */
  async open(applicationId: string, officeIds: Offices, asOf?: LocalDate): Promise<CaseFile> {
    const { manager } = this.dataSource;
    const application = await findApplication(manager, applicationId, officeIds, 'unlocked');
    const { officeId } = application;
    const office = await manager.findOneByOrFail(OfficeRecord, { id: officeId });
    const whole = await logOf(manager, applicationId);
    const log = asOf ? whole.filter(({ recordedAt }) => dayOf(recordedAt) <= asOf) : whole;
    if (log.length === 0) throw new ApplicationNotFound();
    const calendar = await loadCalendar(manager);
    const policy = await clockPolicyOf(manager, officeId);
    const read = readLog(log, calendar, asOf ?? today(), policy);
    return {
      application,
      office,
      log,
      ...read,
      irregularities: standingFindings(log, read.acts, calendar, policy),
      proceedings: await manager.find(ProceedingRecord, {
        where: { applicationId },
        order: { openedOn: 'ASC' },
      }),
      letters: await manager.find(LetterRecord, {
        where: { applicationId },
        order: { actSeq: 'ASC', draftedAt: 'ASC' },
      }),
      attachments: await manager.find(AttachmentRecord, {
        where: { applicationId },
        order: { uploadedAt: 'ASC' },
      }),
      dueDateMoves: await dueDateMovesOf(manager, applicationId),
      calendar,
      policy,
      version: whole.length,
    };
  }
}

function readLog(log: readonly ActRecord[], calendar: WorkCalendar, on: LocalDate, policy: ClockPolicy) {
  const recorded = log.map(recordedAct);
  const acts = effectiveActs(recorded);
  const { standing } = replay(acts);
  return {
    on,
    recorded,
    acts,
    standing,
    reading: readClock(acts, calendar, on, policy),
    summary: summaryOf(acts, standing.facts),
  };
}
