import { Body, Controller, Post } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type LocalDate, yearOf } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import { publishReport, submitReport } from '../records/report/annual-reports.js';
import { Day, Text } from '../web/fields.js';
import { readForm, refuse } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer, mayActIn } from '../web/viewer.js';
import { type AskedReport, type ReportQuery, readAskedReport } from './asked.js';
import { lacksOf } from './filing.js';
import { reportPage } from './report-page.js';
import { handedIn, readWholeReport } from './whole-report.js';

class PublicationForm {
  @Day({ label: '公布日期', notAfter: today })
  on!: LocalDate;

  @Text({ label: '公布的网址或途径', max: 300 })
  where!: string;
}

/** 报送 and 公布 (条例第四十九条). */
@Controller(paths.annualReport)
export class ReportSubmissionController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Post('submission')
  @Allow('head', 'leader')
  async submit(@CurrentViewer() viewer: Viewer, @Body() body: ReportQuery): Promise<SeeOther> {
    const asked = await this.asked(viewer, body);
    const { year, key, scope, query } = asked;
    if (year >= yearOf(today()))
      throw new ProblemException('unprocessable', { detail: `${year}年还没有结束。` });
    const report = await readWholeReport(this.dataSource.manager, key, scope.officeIds);
    const lacks = report.record?.submittedAt ? [] : lacksOf(key, report);
    if (lacks.length > 0) throw new ProblemException('unprocessable', { detail: `${lacks.join('；')}。` });
    const refusal = await this.dataSource.transaction((manager) =>
      submitReport(manager, key, { content: handedIn(report), version: report.record?.version ?? 0 }, viewer),
    );
    const page = withQuery(paths.annualReport, query);
    if (refusal === 'submitted') return seeOther(page, `${year}年的报告此前已经报送，内容没有改变。`, 'info');
    if (refusal === 'changed') {
      throw new ProblemException('conflict', { detail: '报告刚被他人修改，没有报送。请核对后再报送。' });
    }
    return seeOther(page, `${year}年的报告已${key.coverage === 'own' ? '报送' : '定稿'}，内容不再改变。`);
  }

  @Post('publication')
  @Allow('clerk', 'head', 'leader')
  async publish(@CurrentViewer() viewer: Viewer, @Body() body: ReportQuery): Promise<Page | SeeOther> {
    const { key, query } = await this.asked(viewer, body);
    const result = readForm(PublicationForm, body);
    const { manager } = this.dataSource;
    if (!result.ok) return reportPage(manager, viewer, body, result.state);
    const { on, where } = result.form;
    const refusal = await this.dataSource.transaction((manager) =>
      publishReport(manager, key, { on, where }),
    );
    if (refusal) return reportPage(manager, viewer, body, refuse(result.state, { form: refusal }));
    return seeOther(withQuery(paths.annualReport, query), '已登记公布日期。');
  }

  private async asked(viewer: Viewer, body: ReportQuery): Promise<AskedReport> {
    const asked = await readAskedReport(this.dataSource.manager, viewer, body);
    if (!mayActIn(viewer, asked.key.officeId)) throw new ProblemException('forbidden');
    return asked;
  }
}
