import { Controller, Get, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { openCasesOf } from '../casework/open-cases.js';
import { namesInShort } from '../domain/application/joint-applicants.js';
import { definitionOf } from '../domain/acts/acts.js';
import { mayPerform } from '../domain/application/authority.js';
import { replay } from '../domain/application/standing.js';
import { today } from '../infrastructure/today.js';
import { accountsOf } from '../records/person/accounts.js';
import { countUnassigned } from '../records/application/applications.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { savedViewsOf } from '../records/person/saved-views.js';
import { actorOf } from '../web/acting.js';
import { deadlineOf } from '../web/deadline-reading.js';
import { type Page, type PageContract, definePage } from '../web/page.js';
import { type Pagination, pageRequest, paginate } from '../web/pagination.js';
import { paths, withQuery } from '../web/paths.js';
import { AllowSignedIn } from '../web/permission.js';
import { CurrentViewer, type Viewer, holds } from '../web/viewer.js';
import { type DeadlineReading, chineseDate, shortened } from '../web/words.js';
import { actAddress } from './act-address.js';
import { bulkActs } from './bulk.js';
import { type DeskCase, deskCase, isLate, tabsFor } from './tabs.js';
import { type OfficeDutyLine, dutyLines } from './office-duties.js';
import type { Task } from './tasks.js';
import { type WaitingNotice, waitingNotice } from './waiting-notice.js';

/** One line of 待办. */
interface DeskLine {
  id: string;
  /** For the box that ticks it: the case and the version seen. */
  ticked: string;
  number: string;
  applicant: string;
  content: string;
  standing: string;
  handler: string;
  deadline?: DeadlineReading & { what: string };
  /** 台账导入、尚待补记: what became of it may only be missing from the record. */
  leftByLedger: boolean;
  tasks: readonly { what: string; href: string }[];
}

interface DeskPage extends PageContract {
  /** 2026年11月23日，工作日 */
  day: string;
  sentence: string;
  mayLog: boolean;
  waiting: WaitingNotice | undefined;
  /** How many wait to be taken; left out for whoever takes none. */
  toTake?: number;
  /** What may be done with several at once. */
  bulk: readonly { act: string; label: string }[];
  tabs: readonly { href: string; label: string; count: number; current: boolean; late?: boolean }[];
  lines: readonly DeskLine[];
  empty: { title: string; text: string; action?: { href: string; label: string } };
  pagination: Pagination;
  /** Reports that the office owes, for those who make them. */
  duties: readonly OfficeDutyLine[];
  /** 我的视图 of the ledger. */
  views: readonly { href: string; label: string; current: boolean }[];
}

const deskPage = definePage<DeskPage>('desk/desk');
const LINES = 30;
const LONGEST_CONTENT = 60;

@Controller()
export class DeskController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** 待办: what needs this person today, the first due in front. */
  @Get(paths.desk)
  @AllowSignedIn()
  async desk(
    @CurrentViewer() viewer: Viewer,
    @Query('tab') wanted?: unknown,
    @Query('page') page?: unknown,
  ): Promise<Page> {
    const { manager } = this.dataSource;
    const on = today();
    const cases = (await openCasesOf(manager, viewer.officeId, on)).map((open) => deskCase(open, viewer));
    const tabs = tabsFor(viewer, cases);
    const current = tabs.find(({ id }) => id === wanted) ?? tabs[0];
    const chosen = current?.cases ?? [];
    const pagination = paginate(pageRequest(page, LINES), chosen.length, (n) =>
      withQuery(paths.desk, { tab: current?.id, page: n }),
    );
    const first = (pagination.page - 1) * LINES;
    const names = new Map((await accountsOf(manager, [viewer.officeId])).map(({ id, name }) => [id, name]));
    const calendar = await loadCalendar(manager);
    return deskPage({
      title: '待办',
      day: `${chineseDate(on)}，${calendar.isWorkday(on) ? '工作日' : '休息日'}`,
      waiting: await waitingNotice(manager, viewer, calendar, on),
      sentence: sentenceOf(tabs[0]?.cases ?? []) + leftByLedger(tabs),
      mayLog: holds(viewer, 'clerk'),
      ...(holds(viewer, 'handler') ? { toTake: await countUnassigned(manager, viewer.officeId) } : {}),
      bulk: holds(viewer, 'clerk', 'head')
        ? bulkActs
            .filter((act) => mayPerform(actorOf(viewer), act))
            .map((act) => ({ act, label: `批量${definitionOf(act).name}` }))
        : [],
      tabs: tabs.map(({ id, label, cases: held, late }) => ({
        href: paths.deskTab(id),
        label,
        count: held.length,
        current: id === current?.id,
        ...(late ? { late } : {}),
      })),
      lines: chosen.slice(first, first + LINES).map((one) => lineOf(one, names)),
      empty: current?.empty ?? {
        title: '您的角色没有要办的申请',
        text: '系统管理员不办理、也不查看申请；机关、人员、文书措辞、放假安排和统计口径在“管理”里。',
        action: { href: paths.offices, label: '去管理' },
      },
      pagination,
      duties: await dutyLines(manager, viewer, on),
      views: (await savedViewsOf(manager, viewer.accountId)).map(({ name, query }) => ({
        href: `${paths.ledger}?${query}`,
        label: name,
        current: false,
      })),
    });
  }
}

function sentenceOf(mine: readonly DeskCase[]): string {
  if (mine.length === 0) return '没有要您办的事。';
  const late = mine.filter(isLate).length;
  const todays = mine.filter(({ reading }) => reading.nextDuty?.remaining === 0).length;
  const told = [late > 0 ? `${late} 件已超期` : '', todays > 0 ? `${todays} 件今天到期` : ''].filter(Boolean);
  return `有 ${mine.length} 件要您办${told.length > 0 ? `，其中 ${told.join('、')}` : ''}。`;
}

/** 另有 120 件台账导入的旧案尚待补记。 */
function leftByLedger(tabs: readonly { readonly id: string; readonly cases: readonly DeskCase[] }[]): string {
  const left = tabs.find(({ id }) => id === 'ledger')?.cases.length ?? 0;
  return left > 0 ? `另有 ${left} 件台账导入的旧案尚待补记。` : '';
}

function lineOf(
  { application, acts, facts, reading, mine, leftByLedger }: DeskCase,
  names: ReadonlyMap<string, string>,
): DeskLine {
  const { id, number, applicantName, jointNames, content, handlerAccountId } = application;
  const { nextDuty } = reading;
  return {
    id,
    ticked: `${id}.${application.version}`,
    number,
    applicant: namesInShort(applicantName, jointNames),
    content: shortened(content, LONGEST_CONTENT),
    standing: replay(acts).standing.name,
    handler: (handlerAccountId && names.get(handlerAccountId)) || '',
    leftByLedger,
    ...(nextDuty ? { deadline: { ...deadlineOf(nextDuty), what: nextDuty.name } } : {}),
    tasks: mine.map((task) => ({ what: task.what, href: addressOf(id, task, facts) })),
  };
}

function addressOf(id: string, { act, matter }: Task, facts: DeskCase['facts']): string {
  return act ? withQuery(actAddress(id, act, facts).href, { matter }) : paths.case(id);
}
