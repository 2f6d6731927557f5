import { Controller, Get, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { dueForYear } from '../domain/clock/yearly.js';
import { today } from '../infrastructure/today.js';
import { AnnualFiling } from '../records/annual-filing.js';
import { ownReports } from '../records/annual-reports.js';
import { emptyForm } from '../web/forms.js';
import { officeScope } from '../web/office-scope.js';
import type { Page } from '../web/page.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { chineseDate, chineseTime } from '../web/words.js';
import { yearAsked, yearOptions } from './asked.js';
import { officesPage } from './pages.js';

/** 各机关报送情况: who of the offices has filed, handed in and published, and who is late. */
@Controller(paths.annualReportOffices)
@Allow('clerk', 'head', 'legal', 'leader')
export class ReportOfficesController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get()
  async list(@CurrentViewer() viewer: Viewer, @Query('year') asked?: unknown): Promise<Page> {
    const { manager } = this.dataSource;
    const year = yearAsked(asked);
    const scope = await officeScope(manager, viewer, undefined);
    const officeIds = [...scope.officeIds];
    const reports = await ownReports(manager, officeIds, [year]);
    const filings = await manager.findBy(AnnualFiling, { year, officeId: In(officeIds) });
    const dueOn = dueForYear('ownReport', year);
    const late = today() > dueOn ? '未报送，已超期' : '未报送';
    const submitted = reports.filter(({ submittedAt }) => submittedAt !== null).length;
    return officesPage({
      title: `${year}年度报告报送情况`,
      sub: `应于${chineseDate(dueOn)}前报送并公布。${officeIds.length} 个机关中 ${submitted} 个已报送，${officeIds.length - submitted} 个未报送。`,
      back: withQuery(paths.annualReport, { year }),
      form: emptyForm({ year: String(year) }),
      yearOptions: await yearOptions(manager, scope, year),
      rows: officeIds.map((id) => {
        const filing = filings.find(({ officeId }) => officeId === id);
        const report = reports.find(({ officeId }) => officeId === id);
        const { shortName = '—', code = '' } = scope.names.get(id) ?? {};
        return [
          { text: shortName, href: withQuery(paths.annualReport, { year, office: code }) },
          filing ? chineseTime(filing.filedAt) : '未封存',
          report?.submittedAt ? chineseTime(report.submittedAt) : late,
          report?.publishedOn
            ? `${chineseDate(report.publishedOn)}，${report.publishedWhere ?? ''}`
            : '未公布',
        ];
      }),
    });
  }
}
