import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { stateMetaOf } from '../domain/remedy/proceeding.js';
import { yearOf } from '../domain/time/local-date.js';
import { appealGroupIds } from '../domain/statistics/table-four.js';
import { printReport } from '../infrastructure/printing/report-printer.js';
import { today } from '../infrastructure/today.js';
import { accountsOf } from '../records/person/accounts.js';
import { lossReasonsNamed } from '../records/counting/loss-reasons-named.js';
import {
  type ListedProceeding,
  countListed,
  listProceedings,
} from '../records/counting/listed-proceedings.js';
import { download } from '../web/download.js';
import { emptyForm } from '../web/forms.js';
import type { Page } from '../web/page.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { chineseDate } from '../web/words.js';
import { chartAt, proceedingsAt } from './addresses.js';
import { answer } from './answer.js';
import { type Asked, type BoardQuery, readAsked, scopeInTitle, yearOptions } from './asked.js';
import { type Board, readBoard } from './board.js';
import { boardPaper } from './board-paper.js';
import { boardSheet } from './board-sheet.js';
import { dialView, onTimeText, readingsTable, shareOf, timingsTable } from './board-view.js';
import { breakdownTables, hasProceedings } from './breakdown-views.js';
import {
  earlySignsTable,
  handlingTime,
  handlingTimeTable,
  handlingTimeText,
  workloadTable,
} from './work-views.js';
import { type DashboardPage, type TableView, dashboardPage, wallPage } from './pages.js';

/** Pending proceedings named on the board; the rest is one click away. */
const NAMED = 10;

/** 领导看板: whether the two rates hold, why not, and what can still move them. */
@Controller(paths.dashboard)
@Allow('head', 'legal', 'leader')
export class DashboardController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get()
  async show(@CurrentViewer() viewer: Viewer, @Query() query: BoardQuery): Promise<Page> {
    return dashboardPage((await this.read(viewer, query)).page);
  }

  /** For a screen on the wall: the browser asks again by itself, without script. */
  @Get('wall')
  @Header('Refresh', '300')
  async wall(@CurrentViewer() viewer: Viewer, @Query() query: BoardQuery): Promise<Page> {
    return wallPage({ ...(await this.read(viewer, query)).page, title: '大屏' });
  }

  @Get('export.pdf')
  async paper(@CurrentViewer() viewer: Viewer, @Query() query: BoardQuery): Promise<StreamableFile> {
    const { page, board } = await this.read(viewer, query);
    const paper = boardPaper(page, [board.reconsideration, board.litigation], today());
    return download(`领导看板-${page.until}`, 'pdf', await printReport(paper));
  }

  @Get('export.xlsx')
  async sheet(@CurrentViewer() viewer: Viewer, @Query() query: BoardQuery): Promise<StreamableFile> {
    const { page } = await this.read(viewer, query);
    return download(`领导看板-${page.until}`, 'xlsx', await boardSheet(page));
  }

  private async read(viewer: Viewer, query: BoardQuery): Promise<{ page: DashboardPage; board: Board }> {
    const { manager } = this.dataSource;
    const asked = await readAsked(manager, viewer, query);
    const wanted = { groups: appealGroupIds, column: 'pending' } as const;
    const [board, pending, years, people, losses] = await Promise.all([
      readBoard(manager, asked.counted, viewer.officeId),
      listProceedings(manager, asked.counted, wanted, { size: NAMED }),
      yearOptions(manager, asked.scope.officeIds),
      handlerNames(manager, viewer, asked),
      lossReasonsNamed(manager, asked.counted),
    ]);
    const { year, on, office } = asked.query;
    const page = {
      ...contentOf(board, asked),
      workload: workloadTable(board, asked.query, people),
      breakdowns: breakdownTables(board, asked, losses),
      scope: {
        form: emptyForm({ year: String(year), on, office }),
        yearOptions: years,
        officeOptions: asked.scope.options,
      },
      pending: pendingTable(pending.rows, board),
      pendingTotal: countListed(board.tallies, wanted),
    };
    return { page, board };
  }
}

type ReadApart = 'scope' | 'pending' | 'pendingTotal' | 'workload' | 'breakdowns';

/** What the board says by its tallies alone. */
function contentOf(board: Board, asked: Asked): Omit<DashboardPage, ReadApart> {
  const { counted, scope, query } = asked;
  const { reconsideration, litigation } = board;
  const past = counted.until < today();
  const when = counted.year === yearOf(today()) && !query.on ? '今年' : `${counted.year}年`;
  return {
    title: '领导看板',
    of: scopeInTitle(asked),
    office: scope.name,
    until: counted.until,
    ...(query.on ? { lookBack: lookBackOf(asked) } : {}),
    answer: answer(when, reconsideration.rate, litigation.rate),
    within: reconsideration.rate.withinTarget !== false && litigation.rate.withinTarget !== false,
    empty: board.three.received.total + board.three.carriedIn.total === 0 && !hasProceedings(board),
    dials: [
      dialView('reconsideration', reconsideration, query, past),
      dialView('litigation', litigation, query, past),
    ],
    readings: readingsTable(board, query),
    rejected: board.rejected,
    onTime: onTimeText(board),
    timings: timingsTable(board, asked),
    pendingHref: proceedingsAt(query, { column: 'pending' }),
    taken: handlingTimeTable(board, query),
    takenSays: handlingTimeText(handlingTime(board)),
    takenChart: chartAt(query, 'taken'),
    signs: earlySignsTable(board, query),
    exports: [
      { href: paths.metricDictionary, label: '指标口径' },
      { href: withQuery(paths.wall, query), label: '大屏' },
      { href: withQuery(paths.dashboardPdf, query), label: '导出 PDF' },
      { href: withQuery(paths.dashboardSheet, query), label: '导出 Excel' },
    ],
  };
}

/** A past day can be asked for in two ways; the page says which one it shows (docs/decisions/0031). */
function lookBackOf({ counted, query }: Asked): DashboardPage['lookBack'] {
  const day = chineseDate(counted.until);
  return counted.axis === 'known'
    ? {
        says: `显示的是${day}当天结束时已经记入案卷的情况，此后补记、更正的不计。`,
        other: '改按现有记录回看',
        href: withQuery(paths.dashboard, { ...query, by: 'law' }),
      }
    : {
        says: `显示的是按今天的案卷回看${day}：当天以后补记、更正的也计入，台账导入的旧案按其法定日期计入。`,
        other: '改按当日已有的记录',
        href: withQuery(paths.dashboard, { ...query, by: '' }),
      };
}

/** People by account; where several offices are shown, each with the office. */
async function handlerNames(
  manager: EntityManager,
  viewer: Viewer,
  { scope }: Asked,
): Promise<ReadonlyMap<string, string>> {
  const people = await accountsOf(manager, viewer.visibleOfficeIds);
  const several = scope.officeIds.length > 1;
  return new Map(
    people.map(({ id, name, officeId }) => [
      id,
      several ? `${name}（${scope.names.get(officeId)?.shortName ?? '—'}）` : name,
    ]),
  );
}

/** What the headline rate of its kind becomes when the proceeding is lost, all else as it stands. */
function ifLost(kind: ListedProceeding['kind'], { reconsideration, litigation }: Board): string {
  const { numerator, denominator } = (kind === 'reconsideration' ? reconsideration : litigation).rate;
  return shareOf(numerator + 1, denominator + 1);
}

function pendingTable(rows: readonly ListedProceeding[], board: Board): TableView {
  return {
    caption: '未结的复议和诉讼',
    columns: ['申请编号', '案号', '所需信息', '机关', '受理或应诉日', '进展', '答复举证期限', '若被纠正'].map(
      (label) => ({
        label,
        wide: label === '所需信息',
        whole: ['申请编号', '案号', '若被纠正'].includes(label),
      }),
    ),
    rows: rows.map((row) => [
      { text: row.applicationNumber, href: paths.case(row.applicationId) },
      row.number,
      row.content,
      row.office,
      chineseDate(row.openedOn),
      stateMetaOf(row.kind, row.state).name,
      chineseDate(row.answerDueOn),
      ifLost(row.kind, board),
    ]),
  };
}
