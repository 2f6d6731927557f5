import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { readPublished, yearsNamed } from '../../domain/statistics/published/published-report.js';
import { FileFault } from '../../infrastructure/sheets/file-fault.js';
import { now } from '../../infrastructure/today.js';
import type { PublishedReportRecord } from '../../records/report/published-report.js';
import {
  keepPublished,
  publishedReportsOf,
  removePublished,
} from '../../records/report/published-reports.js';
import { type FormState, emptyForm, refuse } from '../../web/forms.js';
import { officeScope } from '../../web/office-scope.js';
import { type Page, type SeeOther, seeOther } from '../../web/page.js';
import { paths, withQuery } from '../../web/paths.js';
import { Allow } from '../../web/permission.js';
import { ProblemException } from '../../web/problems.js';
import { type Upload, Uploads, nameOfUpload } from '../../web/uploads.js';
import { CurrentViewer, type Viewer, holds } from '../../web/viewer.js';
import { chineseTime } from '../../web/words.js';
import type { ReportQuery } from '../asked.js';
import { comparisonPage, publishedPage } from '../pages.js';
import { readWholeReport } from '../whole-report.js';
import { askedPublished, formYears } from './asked-published.js';
import { checksOf, compare } from './comparison.js';
import { openReportFile } from './report-file.js';

/** 公布数比对: published reports beside our own figures, cell by cell, and their identities year after year. */
@Controller(paths.publishedReports)
@Allow('clerk', 'head', 'legal', 'leader')
export class PublishedReportsController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get()
  list(@CurrentViewer() viewer: Viewer, @Query() query: ReportQuery): Promise<Page> {
    const year = typeof query.year === 'string' ? query.year : '';
    const office = typeof query.office === 'string' ? query.office : '';
    return this.listPage(viewer, query, emptyForm({ year, office }));
  }

  @Post()
  @Allow('clerk', 'head', 'legal')
  async send(
    @CurrentViewer() viewer: Viewer,
    @Body() body: ReportQuery,
    @Uploads('report') [file]: Upload[],
  ): Promise<Page | SeeOther> {
    const { manager } = this.dataSource;
    const { asked, key } = await askedPublished(manager, viewer, body);
    const state = emptyForm({ year: String(asked.year), office: asked.scope.code });
    const refused = (says: string): Promise<Page> =>
      this.listPage(viewer, body, refuse(state, { report: says }), 422);
    if (!file) return refused('请选择公布的年度报告，文件不能是空的');
    const read = await readFileOf(file, asked.year);
    if ('fault' in read) return refused(read.fault);
    const replaced = await this.dataSource.transaction((transaction) =>
      keepPublished(transaction, {
        ...{ ...key, ...read, fileName: nameOfUpload(file), keptAt: now() },
        ...{ keptByName: viewer.name, keptByAccountId: viewer.accountId },
      }),
    );
    return seeOther(
      withQuery(paths.publishedComparison, asked.query),
      `已读入${asked.year}年公布的报告${replaced ? '，替换了此前上传的一份' : ''}。`,
    );
  }

  @Get('comparison')
  async show(@CurrentViewer() viewer: Viewer, @Query() query: ReportQuery): Promise<Page> {
    const { manager } = this.dataSource;
    const { asked, key } = await askedPublished(manager, viewer, query);
    const { year, scope } = asked;
    const kept = await publishedReportsOf(manager, key, [year - 1, year, year + 1]);
    const of = (wanted: number) => kept.find((one) => one.year === wanted);
    const own = of(year);
    if (!own) throw new ProblemException('not-found');
    const ours = await readWholeReport(manager, asked.key, scope.officeIds);
    const next = of(year + 1);
    return comparisonPage({
      title: `${year}年公布数与本系统比对`,
      of: asked.issuer,
      office: asked.issuer,
      ...{ year, query: asked.query },
      file: `${own.fileName}，${chineseTime(own.keptAt)}由${own.keptByName}上传`,
      ...compare(own.report, ours, asked.query),
      hasTableFour: own.report.four !== null,
      blanks: own.report.blanks,
      otherYears: own.yearsNamed.length > 0 && !own.yearsNamed.includes(year) ? own.yearsNamed : [],
      checks: checksOf(own, of(year - 1)),
      before: of(year - 1) !== undefined,
      carriedOn: next ? checksOf(next, own).filter(({ rule }) => rule === 'R4') : [],
      mayRemove: holds(viewer, 'clerk', 'head', 'legal'),
    });
  }

  @Post('removal')
  @Allow('clerk', 'head', 'legal')
  async remove(@CurrentViewer() viewer: Viewer, @Body() body: ReportQuery): Promise<SeeOther> {
    const { asked, key } = await askedPublished(this.dataSource.manager, viewer, body);
    const removed = await removePublished(this.dataSource.manager, key);
    const list = withQuery(paths.publishedReports, { office: asked.scope.code });
    return removed
      ? seeOther(list, `已删除${asked.year}年公布的报告，本系统的数字没有改变。`)
      : seeOther(list, `${asked.year}年公布的报告此前已经删除。`, 'info');
  }

  private async listPage(viewer: Viewer, query: ReportQuery, form: FormState, status = 200): Promise<Page> {
    const { manager } = this.dataSource;
    const scope = await officeScope(manager, viewer, query.office);
    const several = scope.officeIds.length > 1;
    const kept = await publishedReportsOf(manager, {
      keeperId: viewer.officeId,
      officeId: several ? viewer.officeId : (scope.officeIds[0] ?? viewer.officeId),
      coverage: several ? 'withSubordinates' : 'own',
    });
    return publishedPage(
      {
        title: '公布数比对',
        of: scope.name,
        office: scope.name,
        form,
        yearOptions: formYears(),
        officeOptions: scope.options,
        query: { office: scope.code },
        maySend: holds(viewer, 'clerk', 'head', 'legal'),
        kept: kept.map((one) => keptView(one, kept, scope.code)),
      },
      status,
    );
  }
}

function keptView(one: PublishedReportRecord, all: readonly PublishedReportRecord[], office: string) {
  const failing = checksOf(
    one,
    all.find(({ year }) => year === one.year - 1),
  ).filter(({ holds: fine }) => !fine);
  return {
    year: `${one.year}年`,
    href: withQuery(paths.publishedComparison, { year: one.year, office }),
    fileName: one.fileName,
    kept: `${one.keptByName}，${chineseTime(one.keptAt)}`,
    checks: failing.length === 0 ? '相符' : `不符：${failing.map(({ rule }) => rule).join('、')}`,
  };
}

/** What the file says, or why it cannot be taken. */
async function readFileOf(
  { path }: Upload,
  year: number,
): Promise<Pick<PublishedReportRecord, 'report' | 'yearsNamed'> | { fault: string }> {
  try {
    const found = await openReportFile(path);
    const report = readPublished(found, year);
    return 'faults' in report
      ? { fault: `没有读入：${report.faults.slice(0, 5).join('；')}` }
      : { report, yearsNamed: yearsNamed(found.words) };
  } catch (fault) {
    if (fault instanceof FileFault) return { fault: fault.message };
    throw fault;
  }
}
