import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { effectiveActs } from '../domain/acts/effective.js';
import { readClock } from '../domain/clock/clock.js';
import type { ReadPeriod } from '../domain/clock/period.js';
import { hearingKinds } from '../domain/remedy/proceeding-notes.js';
import { addDays, addMonths } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { logsOf, recordedAct } from '../records/application/logs.js';
import { clockPoliciesOf } from '../records/office/office-policy.js';
import { OfficeRecord } from '../records/office/office.js';
import { openToAppeal } from '../records/proceeding/open-to-appeal.js';
import { noteText, upcomingHearings } from '../records/proceeding/proceeding-notes.js';
import { paths } from '../web/paths.js';
import type { Viewer } from '../web/viewer.js';
import { chineseDate } from '../web/words.js';
import type { HearingRow, WindowRow } from './pages.js';

/** Windows over silence last six months and what rolls them; a year where nothing was told. */
const SILENCE_DAYS = 200;
const UNTOLD_MONTHS = 13;
const MOST = 50;

/** What may come: hearings that are fixed, and cases in which the applicant may still turn against the office's own lapse. */
@Injectable()
export class Outlook {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Hearings and sessions from today on, the next one first. */
  async hearings(viewer: Viewer): Promise<HearingRow[]> {
    const known = await upcomingHearings(this.dataSource.manager, [...viewer.visibleOfficeIds], today());
    return known.map(({ applicationId, number, facts, on, office }) => ({
      day: on,
      at: noteText(facts, 'at'),
      office,
      what: hearingKinds[noteText(facts, 'what') as keyof typeof hearingKinds],
      where: noteText(facts, 'place'),
      href: paths.proceeding(applicationId, number),
      number,
    }));
  }

  /** Cases with a window open over silence, or over a reply whose remedies were not told. */
  async windows(viewer: Viewer): Promise<WindowRow[]> {
    const { manager } = this.dataSource;
    const on = today();
    const since = {
      on,
      since: addDays(on, -SILENCE_DAYS),
      untoldSince: addMonths(on, -UNTOLD_MONTHS),
      most: MOST,
    };
    const cases = await openToAppeal(manager, [...viewer.visibleOfficeIds], since);
    const logs = await logsOf(
      manager,
      cases.map(({ id }) => id),
    );
    const calendar = await loadCalendar(manager);
    const officeIds = [...new Set(cases.map(({ officeId }) => officeId))];
    const offices = await manager.findBy(OfficeRecord, { id: In(officeIds) });
    const names = new Map(offices.map(({ id, shortName }) => [id, shortName]));
    const policies = await clockPoliciesOf(manager, officeIds);
    return cases.flatMap(({ id, number, officeId }): WindowRow[] => {
      const acts = effectiveActs((logs.get(id) ?? []).map(recordedAct));
      const { periods } = readClock(acts, calendar, on, policies.get(officeId));
      const open = periods.filter(isOpenLapse);
      if (open.length === 0) return [];
      return [
        {
          caseHref: paths.case(id),
          caseNumber: number,
          why: open.some(isOverSilence) ? '逾期未答复' : '未告知或者错误告知救济',
          ways: open.map((period) => ({
            href: paths.caseDeadline(id, period.id),
            name: wayOf(period),
            dueOn: chineseDate(period.dueOn),
          })),
          unsettled: open.find(({ unsettled }) => unsettled)?.unsettled ?? '',
          office: names.get(officeId) ?? '',
        },
      ];
    });
  }
}

const isOverSilence = ({ limit }: ReadPeriod): boolean =>
  limit === 'reconsideration.silence' || limit === 'litigation.silence';
const isUntold = ({ limit }: ReadPeriod): boolean => limit.endsWith('.untold');

const isOpenLapse = (period: ReadPeriod): boolean =>
  (isOverSilence(period) || isUntold(period)) && !period.ended && period.remaining >= 0;

const wayOf = ({ limit }: ReadPeriod): string => (limit.startsWith('litigation.') ? '起诉' : '申请复议');
