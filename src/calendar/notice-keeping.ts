import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { officialNotices } from '../domain/time/notices.js';
import { WorkCalendar } from '../domain/time/work-calendar.js';
import { now, today } from '../infrastructure/today.js';
import { writeAdministrationLine } from '../records/office/administration.js';
import { holdCalendarAlone, loadCalendar, loadedNotices } from '../records/calendar/calendars.js';
import { HolidayNoticeRecord } from '../records/calendar/holiday-notice.js';
import { NoticeProposal } from '../records/calendar/notice-proposal.js';
import { ProblemException } from '../web/problems.js';
import type { Viewer } from '../web/viewer.js';
import { type CaseImpact, fingerprintOf, impactsOn } from './impact.js';
import { keepImpacts } from './impact-keeping.js';
import { noticeFaults } from './notice-check.js';
import type { NoticeDraft } from './notice-draft.js';

/** What confirming would do, as it was shown. */
export interface Outlook {
  /** All open cases, moved or not. */
  readonly impacts: readonly CaseImpact[];
  /** Confirming takes place only while the same days move. */
  readonly fingerprint: string;
}

/** Why it was not done: sentences for the person who asked. */
export interface NotDone {
  readonly reasons: readonly string[];
}

/** A confirmation that lasts longer than this waits for acts under way; better to try again than to stop everyone. */
const LONGEST_WAIT = '10s';
const LOCK_NOT_AVAILABLE = '55P03';

/** Loads notices, shows what they move, and takes them into force once a second person has confirmed. */
@Injectable()
export class NoticeKeeping {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Keeps a notice that was read, to be confirmed by somebody else. */
  load(viewer: Viewer, draft: NoticeDraft): Promise<NoticeProposal | NotDone> {
    return this.dataSource.transaction(async (manager): Promise<NoticeProposal | NotDone> => {
      const reasons = noticeFaults(draft, await loadCalendar(manager), today());
      if (reasons.length > 0) return { reasons };
      const { year, source, days, leftOut } = draft;
      if (await manager.existsBy(NoticeProposal, { year, settledAt: IsNull() })) {
        return { reasons: [`已有一份${year}年的通知等待确认。请先确认或撤回那一份。`] };
      }
      const proposal = manager.create(NoticeProposal, {
        ...{ id: randomUUID(), year, source, leftOut: [...leftOut] },
        days: [...days].sort((a, b) => (a.on < b.on ? -1 : 1)),
        loadedAt: now(),
        loadedByName: viewer.name,
        loadedByAccountId: viewer.accountId,
        settledAt: null,
        settledAs: null,
        settledByName: null,
      });
      await manager.insert(NoticeProposal, proposal);
      await writeAdministrationLine(manager, viewer, proposal.id, `录入${year}年放假安排`);
      return proposal;
    });
  }

  /** What confirming would move, reckoned now. */
  async outlook(proposal: NoticeProposal): Promise<Outlook> {
    const { manager } = this.dataSource;
    const { impacts } = await reckon(manager, proposal);
    return { impacts, fingerprint: fingerprintOf(impacts) };
  }

  /**
   * Takes the notice into force: notice, moved days and everything that hangs on them in one transaction.
   * `seen` is the fingerprint of the outlook that the person has looked at.
   */
  async confirm(viewer: Viewer, id: string, seen: string): Promise<NoticeProposal | NotDone> {
    const proposal = await this.dataSource.manager.findOneBy(NoticeProposal, { id });
    if (!proposal) throw new ProblemException('not-found');
    const refused = refusedTo(viewer, proposal);
    if (refused) return { reasons: [refused] };
    // Reckoned beforehand, so that everyone else waits only for the cases that changed in between.
    const reckoned = await reckon(this.dataSource.manager, proposal);
    try {
      return await this.dataSource.transaction((manager) =>
        confirmAlone(manager, viewer, id, { seen, reckoned }),
      );
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
      return { reasons: ['有人正在批量办理，暂时不能启用新的放假安排。没有改动任何内容，请稍候再确认。'] };
    }
  }

  /** Gives a notice up that nobody has confirmed. */
  withdraw(viewer: Viewer, id: string): Promise<NoticeProposal | NotDone> {
    return this.dataSource.transaction(async (manager): Promise<NoticeProposal | NotDone> => {
      const proposal = await lockedProposal(manager, id);
      if (proposal.settledAt) return { reasons: [settledAlready(proposal)] };
      await writeAdministrationLine(manager, viewer, id, `撤回${proposal.year}年放假安排`);
      return settle(manager, proposal, 'withdrawn', viewer);
    });
  }
}

async function confirmAlone(
  manager: EntityManager,
  viewer: Viewer,
  id: string,
  { seen, reckoned }: { seen: string; reckoned: Reckoned },
): Promise<NoticeProposal | NotDone> {
  await manager.query(`SET LOCAL lock_timeout = '${LONGEST_WAIT}'`);
  await holdCalendarAlone(manager);
  const proposal = await lockedProposal(manager, id);
  const refused = refusedTo(viewer, proposal);
  if (refused) return { reasons: [refused] };
  const { year, source, days, leftOut } = proposal;
  const faults = noticeFaults({ year, source, days, leftOut }, await loadCalendar(manager), today());
  if (faults.length > 0) return { reasons: faults };
  const { impacts } = await reckon(manager, proposal, reckoned);
  if (fingerprintOf(impacts) !== seen) {
    return {
      reasons: ['您查看期间有案件变动，受影响的期限已经不同，尚未启用。请核对下面的最新结果后再确认。'],
    };
  }
  const confirmedAt = now();
  await manager.insert(HolidayNoticeRecord, {
    ...{ id, year, source, days, confirmedAt },
    confirmedByName: viewer.name,
    confirmedByAccountId: viewer.accountId,
  });
  await keepImpacts(manager, impacts, { noticeId: id, at: confirmedAt, byName: viewer.name });
  await writeAdministrationLine(manager, viewer, id, `确认启用${year}年放假安排`);
  return settle(manager, proposal, 'confirmed', viewer);
}

/** Impacts, and the calendar that they start from. */
interface Reckoned {
  readonly before: WorkCalendar;
  readonly impacts: readonly CaseImpact[];
}

/** What was reckoned `earlier` from the same calendar is not reckoned again, where the case has had no act since. */
async function reckon(
  manager: EntityManager,
  proposal: NoticeProposal,
  earlier?: Reckoned,
): Promise<Reckoned> {
  const before = await loadCalendar(manager);
  const after = WorkCalendar.from([...officialNotices, ...(await loadedNotices(manager)), proposal]);
  const known = earlier?.before === before ? earlier.impacts : [];
  const byId = new Map(known.map((one) => [one.applicationId, one]));
  return { before, impacts: await impactsOn(manager, before, after, byId) };
}

async function lockedProposal(manager: EntityManager, id: string): Promise<NoticeProposal> {
  const proposal = await manager.findOne(NoticeProposal, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  if (!proposal) throw new ProblemException('not-found');
  return proposal;
}

/** Why this person cannot confirm; undefined when they can. */
export function refusedTo(viewer: Viewer, proposal: NoticeProposal): string | undefined {
  if (proposal.settledAt) return settledAlready(proposal);
  return proposal.loadedByAccountId === viewer.accountId
    ? '放假安排由两人办理：您是录入人，请由另一名管理员核对后确认。'
    : undefined;
}

function settledAlready({ settledAs, settledByName }: NoticeProposal): string {
  return `这份通知已由${settledByName ?? '他人'}${settledAs === 'confirmed' ? '确认启用' : '撤回'}，不能再办理。`;
}

async function settle(
  manager: EntityManager,
  proposal: NoticeProposal,
  settledAs: 'confirmed' | 'withdrawn',
  viewer: Viewer,
): Promise<NoticeProposal> {
  const settled = { settledAt: now(), settledAs, settledByName: viewer.name };
  await manager.update(NoticeProposal, { id: proposal.id }, settled);
  return Object.assign(proposal, settled);
}
