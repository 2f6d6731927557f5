import { Controller, Get, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { dueForYear } from '../domain/clock/yearly.js';
import { type LocalDate, daysBetween } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import { AnnualFiling } from '../records/report/annual-filing.js';
import { ownReports } from '../records/report/annual-reports.js';
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
    const late = today() > dueOn;
    const has = (officeId: string): boolean =>
      reports.some((one) => one.officeId === officeId && one.submittedAt !== null);
    // Who has not filed stands in front.
    const ordered = [...officeIds.filter((id) => !has(id)), ...officeIds.filter(has)];
    const submitted = officeIds.filter(has).length;
    return officesPage({
      title: `${year}年度报告报送情况`,
      of: scope.name,
      sub: `应于${chineseDate(dueOn)}前报送并公布。${officeIds.length} 个机关中 ${submitted} 个已报送，${officeIds.length - submitted} 个${unsubmittedWords(dueOn)}。`,
      back: withQuery(paths.annualReport, { year }),
      form: emptyForm({ year: String(year) }),
      yearOptions: await yearOptions(manager, scope, year),
      rows: ordered.map((id) => {
        const filing = filings.find(({ officeId }) => officeId === id);
        const report = reports.find(({ officeId }) => officeId === id);
        const { shortName = '—', code = '' } = scope.names.get(id) ?? {};
        const cells = [
          { text: shortName, href: withQuery(paths.annualReport, { year, office: code }) },
          filing ? chineseTime(filing.filedAt) : '未封存',
          report?.submittedAt ? chineseTime(report.submittedAt) : unsubmittedWords(dueOn),
          report?.publishedOn
            ? `${chineseDate(report.publishedOn)}，${report.publishedWhere ?? ''}`
            : '未公布',
        ];
        return { cells, late: late && !has(id) };
      }),
    });
  }
}

function unsubmittedWords(dueOn: LocalDate): string {
  const left = daysBetween(today(), dueOn);
  if (left < 0) return `未报送，已超期 ${-left} 日`;
  return left === 0 ? '未报送，今天到期' : `未报送，还剩 ${left} 日`;
}
