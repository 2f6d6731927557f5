import { Controller, Get, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type OpenCase, openCasesOf } from '../casework/open-cases.js';
import { namesInShort } from '../domain/application/joint-applicants.js';
import type { ReadPeriod } from '../domain/clock/period.js';
import { today } from '../infrastructure/today.js';
import { type Page, type PageContract, definePage } from '../web/page.js';
import { type Pagination, pageRequest, paginate } from '../web/pagination.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { type PeriodLine, periodLine } from './period-account.js';

interface OfficeDeadlines extends PageContract {
  readonly tabs: readonly { href: string; label: string; count: number; current: boolean }[];
  readonly lines: readonly (PeriodLine & { caseId: string; number: string; applicant: string })[];
  readonly pagination: Pagination;
}

const officeDeadlines = definePage<OfficeDeadlines>('deadlines/office');
const LINES = 40;

const tabs: readonly { id: string; label: string; of: readonly ReadPeriod['of'][] }[] = [
  { id: 'own', label: '本机关的', of: ['duty'] },
  { id: 'others', label: '申请人、被征求意见方的', of: ['applicant', 'consultee'] },
  { id: 'appeals', label: '复议机关、法院的', of: ['organ', 'court'] },
];

/** Every period that runs in the office, the first due in front. */
@Controller()
@Allow('clerk', 'handler', 'head', 'legal', 'leader')
export class DeadlinesController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get(paths.deadlines)
  async list(
    @CurrentViewer() viewer: Viewer,
    @Query('tab') wanted?: unknown,
    @Query('page') page?: unknown,
  ): Promise<Page> {
    const cases = await openCasesOf(this.dataSource.manager, viewer.officeId, today());
    const running = cases.flatMap((one) =>
      one.reading.periods.filter(({ ended, paused }) => !ended && !paused).map((period) => ({ one, period })),
    );
    const heaps = tabs.map((tab) => ({
      ...tab,
      held: running.filter(({ period }) => tab.of.includes(period.of)),
    }));
    const current = heaps.find(({ id }) => id === wanted) ?? heaps[0];
    const chosen = [...(current?.held ?? [])].sort((a, b) => (a.period.dueOn < b.period.dueOn ? -1 : 1));
    const pagination = paginate(pageRequest(page, LINES), chosen.length, (n) =>
      withQuery(paths.deadlines, { tab: current?.id, page: n }),
    );
    const first = (pagination.page - 1) * LINES;
    return officeDeadlines({
      title: '期限',
      tabs: heaps.map(({ id, label, held }) => ({
        href: withQuery(paths.deadlines, { tab: id }),
        label,
        count: held.length,
        current: id === current?.id,
      })),
      lines: chosen.slice(first, first + LINES).map(({ one, period }) => lineOf(one, period)),
      pagination,
    });
  }
}

function lineOf({ application }: OpenCase, period: ReadPeriod): OfficeDeadlines['lines'][number] {
  const { id, number, applicantName, jointNames } = application;
  const applicant = namesInShort(applicantName, jointNames);
  return { ...periodLine(id, period), caseId: id, number, applicant };
}
