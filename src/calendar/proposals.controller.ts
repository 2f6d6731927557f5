import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { today } from '../infrastructure/today.js';
import { administrationLinesOf } from '../records/office/administration.js';
import { DueDateMove } from '../records/calendar/due-date-move.js';
import { ApplicationRecord } from '../records/application/application.js';
import { HolidayNoticeRecord } from '../records/calendar/holiday-notice.js';
import { NoticeProposal } from '../records/calendar/notice-proposal.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { pageRequest, paginate } from '../web/pagination.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, maySee, type Viewer } from '../web/viewer.js';
import { mayArrange, refuseOthers } from './arranging.js';
import { shownArrangements } from './arrangements.js';
import { NoticeKeeping, refusedTo } from './notice-keeping.js';
import { movesPage, proposalPage, type ShownMove } from './pages.js';

const PAGE_SIZE = 20;

/** A notice that waits: what it would move, confirming, withdrawing; and what a confirmed one has moved. */
@Controller(paths.calendar)
@Allow('admin')
export class ProposalsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly keeping: NoticeKeeping,
  ) {}

  @Get('proposals/:id')
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('page') page?: unknown,
  ): Promise<Page> {
    return this.proposalPage(viewer, id, { page });
  }

  @Post('proposals/:id/confirmation')
  async confirm(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: { seen?: unknown },
  ): Promise<Page | SeeOther> {
    await refuseOthers(this.dataSource.manager, viewer);
    const done = await this.keeping.confirm(viewer, id, typeof body.seen === 'string' ? body.seen : '');
    if ('reasons' in done) return this.proposalPage(viewer, id, { faults: done.reasons, status: 422 });
    return seeOther(paths.movedDays(id), `${done.year}年放假安排已启用，期限已重新计算。`);
  }

  @Post('proposals/:id/withdrawal')
  async withdraw(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<Page | SeeOther> {
    await refuseOthers(this.dataSource.manager, viewer);
    const done = await this.keeping.withdraw(viewer, id);
    if ('reasons' in done) return this.proposalPage(viewer, id, { faults: done.reasons, status: 422 });
    return seeOther(paths.calendar, '已撤回，没有改动任何期限。');
  }

  @Get('notices/:id')
  async moves(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('page') page?: unknown,
  ): Promise<Page> {
    const { manager } = this.dataSource;
    const notice = await manager.findOneBy(HolidayNoticeRecord, { id });
    if (!notice) throw new ProblemException('not-found');
    const request = pageRequest(page, PAGE_SIZE);
    const [lines, total] = await manager.findAndCount(DueDateMove, {
      where: { noticeId: id, officeId: In([...viewer.visibleOfficeIds]) },
      order: { applicationId: 'ASC', kind: 'ASC', subject: 'ASC' },
      skip: (request.page - 1) * request.size,
      take: request.size,
    });
    const cases = await manager.find(ApplicationRecord, {
      select: { id: true, number: true },
      where: { id: In(lines.map(({ applicationId }) => applicationId)) },
    });
    const numbers = new Map(cases.map((one) => [one.id, one.number]));
    return movesPage({
      title: `${notice.year}年放假安排引起的期限变动`,
      source: notice.source,
      moves: lines.map(({ applicationId, kind, name, from, to }) => ({
        ...{ applicationId, kind, name, from, to },
        number: numbers.get(applicationId) ?? '',
      })),
      pagination: paginate(request, total, (to) => withQuery(paths.movedDays(id), { page: to })),
    });
  }

  private async proposalPage(
    viewer: Viewer,
    id: string,
    more: { page?: unknown; faults?: readonly string[]; status?: number },
  ): Promise<Page> {
    const { manager } = this.dataSource;
    const proposal = await manager.findOneBy(NoticeProposal, { id });
    if (!proposal) throw new ProblemException('not-found');
    return proposalPage(
      {
        title: `${proposal.year}年放假安排（${stateOf(proposal)}）`,
        proposal,
        arrangements: shownArrangements(proposal.days),
        gone: proposal.days.filter(({ on }) => on <= today()).length,
        ...(proposal.settledAt ? {} : { outlook: await this.outlook(viewer, proposal, more.page) }),
        refused: refusedTo(viewer, proposal),
        mayArrange: await mayArrange(manager, viewer),
        faults: more.faults ?? [],
        lines: await administrationLinesOf(manager, id),
      },
      more.status,
    );
  }

  /** Counts are of all offices, since all are moved; the list is of those that the viewer sees. */
  private async outlook(viewer: Viewer, proposal: NoticeProposal, page: unknown) {
    const { impacts, fingerprint } = await this.keeping.outlook(proposal);
    const moved = impacts.filter((one) => one.moved.length > 0);
    const shown = moved
      .filter(({ officeId }) => maySee(viewer, officeId))
      .sort((a, b) => (a.number < b.number ? -1 : 1))
      .flatMap(({ applicationId, number, moved: days }): ShownMove[] =>
        days.map(({ kind, name, from, to }) => ({ applicationId, number, kind, name, from, to })),
      );
    const request = pageRequest(page, PAGE_SIZE);
    const pagination = paginate(request, shown.length, (to) =>
      withQuery(paths.noticeProposal(proposal.id), { page: to }),
    );
    const first = (pagination.page - 1) * pagination.size;
    return {
      open: impacts.length,
      moved: moved.length,
      movedDays: moved.reduce((sum, one) => sum + one.moved.length, 0),
      firm: impacts.filter(({ firm }) => firm).length,
      fingerprint,
      moves: shown.slice(first, first + pagination.size),
      pagination,
    };
  }
}

function stateOf({ settledAs }: NoticeProposal): string {
  if (settledAs === 'confirmed') return '已启用';
  return settledAs === 'withdrawn' ? '已撤回' : '待确认';
}
