import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { yearOf } from '../domain/time/local-date.js';
import { now, today } from '../infrastructure/today.js';
import { fileYear } from '../records/report/annual-filings.js';
import { chargedCases } from '../records/report/report-fees.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { type AnnualTables, readAnnualTables } from './annual-tables.js';
import { type ReportQuery, readAskedReport, yearAsked } from './asked.js';
import { feesPage } from './pages.js';
import { reportPage } from './report-page.js';

/** 年度报告: the six parts of the national form, live until they are handed in. */
@Controller(paths.annualReport)
@Allow('clerk', 'head', 'legal', 'leader')
export class AnnualReportController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get()
  show(@CurrentViewer() viewer: Viewer, @Query() query: ReportQuery): Promise<Page> {
    return reportPage(this.dataSource.manager, viewer, query);
  }

  /** 收费: the applications behind the figures of part six. */
  @Get('fees')
  async fees(@CurrentViewer() viewer: Viewer, @Query() query: ReportQuery): Promise<Page> {
    const { manager } = this.dataSource;
    const asked = await readAskedReport(manager, viewer, query);
    const charged = await chargedCases(manager, { year: asked.year, officeIds: asked.scope.officeIds });
    return feesPage({
      title: `${asked.year}年收取信息处理费的申请`,
      of: asked.issuer,
      sub: asked.issuer,
      back: withQuery(paths.annualReport, asked.query),
      rows: charged.map(({ applicationId: id, ...one }) => ({ id, ...one })),
    });
  }

  @Post('freeze')
  @Allow('head', 'leader')
  async file(@CurrentViewer() viewer: Viewer, @Body() body: { year?: unknown }): Promise<SeeOther> {
    const year = yearAsked(body.year);
    if (year >= yearOf(today())) {
      throw new ProblemException('unprocessable', { detail: `${year}年还没有结束，年底以后才能封存。` });
    }
    const { officeId, accountId, name } = viewer;
    const refusal = await this.dataSource.transaction((manager) =>
      fileYear(manager, { officeId, year }, async () => {
        const { three, four } = await balanced(manager, year, officeId);
        return { tableThree: three, tableFour: four, filedAt: now(), byName: name, byAccountId: accountId };
      }),
    );
    const page = withQuery(paths.annualReport, { year, office: viewer.officeCode });
    if (!refusal) return seeOther(page, `${year}年的表三、表四已封存，此后的更正单独列出。`);
    if (refusal.why === 'filed') {
      return seeOther(page, `${year}年此前已经封存，封存的数字没有改变。`, 'info');
    }
    throw new ProblemException('unprocessable', {
      detail:
        refusal.why === 'openBefore'
          ? `请先封存${refusal.next}年：各年依次封存，“上年结转”才能与上年的“结转下年”一致。`
          : `${refusal.last}年已经封存，更早的年份不能再封存。`,
    });
  }
}

/**
 * Tables that are to stand for ever. An act that is recorded between two counts leaves them out of balance. They are
 * read on the connection of the filing: were each filing to wait for a second one, some at a time would wait for ever.
 */
async function balanced(manager: EntityManager, year: number, officeId: string): Promise<AnnualTables> {
  const tables = await readAnnualTables(manager, { year, officeIds: [officeId] });
  if (tables.identities.every(({ rule, holds }) => holds || rule === 'R4')) return tables;
  throw new ProblemException('conflict', { detail: '封存时有申请正在办理，数字没有封存。请再试一次。' });
}
