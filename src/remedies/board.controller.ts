import { Controller, Get, Query } from '@nestjs/common';
import { answerOrLose, consequenceOf } from '../domain/remedy/filings.js';
import { kindNames } from '../domain/remedy/proceeding.js';
import { appealColumns, resultNameOf } from '../domain/remedy/results.js';
import { deadlineOf } from '../web/deadline-reading.js';
import type { Page } from '../web/page.js';
import { pageRequest, paginate } from '../web/pagination.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer, holds } from '../web/viewer.js';
import { chineseDate } from '../web/words.js';
import { joined, lawOf } from './appeal-words.js';
import { Board, type BoardLine, type ConcludedLine } from './board.js';
import { Outlook } from './outlook.js';
import { type BoardRow, type ConcludedRow, boardPage } from './pages.js';

/** 复议应诉: what must be filed by when, and what is over. */
@Controller(paths.remedies)
@Allow('handler', 'head', 'legal', 'leader')
export class BoardController {
  constructor(
    private readonly board: Board,
    private readonly outlook: Outlook,
  ) {}

  @Get()
  async show(@CurrentViewer() viewer: Viewer, @Query('page') page?: unknown): Promise<Page> {
    const open = await this.board.open(viewer);
    const followed = open.filter(({ leftByLedger }) => !leftByLedger);
    const request = pageRequest(page);
    const { lines, total } = await this.board.concluded(viewer, request);
    return boardPage({
      title: '复议应诉',
      hearings: await this.outlook.hearings(viewer),
      windows: await this.outlook.windows(viewer),
      owed: followed.filter(({ owed }) => owed).map(rowOf),
      awaited: followed.filter(({ owed }) => !owed).map(rowOf),
      leftByLedger: open.filter(({ leftByLedger }) => leftByLedger).map(rowOf),
      concluded: lines.map(concludedRow),
      pagination: paginate(request, total, (n) => withQuery(paths.remedies, { page: n })),
      mayWrite: holds(viewer, 'legal'),
      laws: (['reconsideration', 'suit'] as const).map((kind) => ({
        name: lawOf(kind),
        says: answerOrLose[kind].says,
      })),
    });
  }
}

function rowOf(line: BoardLine): BoardRow {
  const { proceeding, application, opening, owed, awaited, overdue } = line;
  const { number, kind, route } = proceeding;
  const period = owed ?? awaited;
  return {
    href: paths.proceeding(application.id, number),
    number,
    caseHref: paths.case(application.id),
    caseNumber: application.number,
    kind: route === 'afterReconsideration' ? `${kindNames[kind]}（复议后）` : kindNames[kind],
    procedure: opening.procedure,
    about: `${opening.appellant}，${opening.over}`,
    organ: opening.organ,
    state: line.mayAppeal ? `${line.stateName}；一审败诉，上诉须在期限内提交上诉状` : line.stateName,
    office: line.office,
    ...(period ? { deadline: deadlineOf(period) } : {}),
    deadlineFor: period?.name ?? '',
    law: owed ? joined(consequenceOf(kind, owed.limit).articles) : '',
    overdue: overdue && overdue.remaining >= 0 ? chineseDate(overdue.dueOn) : '',
    missing: line.missing,
    late: owed?.state === 'overdue',
  };
}

function concludedRow({ proceeding, application, office }: ConcludedLine): ConcludedRow {
  const { number, kind, concludedOn, appealColumn, organ, result } = proceeding;
  return {
    href: paths.proceeding(application.id, number),
    number,
    caseHref: paths.case(application.id),
    caseNumber: application.number,
    kind: kindNames[kind],
    organ: organ ?? '',
    concludedOn: chineseDate(concludedOn),
    result: resultNameOf(kind, result),
    column: appealColumn ? appealColumns[appealColumn] : '',
    corrected: appealColumn === 'corrected',
    office,
  };
}
