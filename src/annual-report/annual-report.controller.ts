import { Body, Controller, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { yearOf } from '../domain/time/local-date.js';
import { printReport } from '../infrastructure/printing/report-printer.js';
import { now, today } from '../infrastructure/today.js';
import { fileYear } from '../records/annual-filings.js';
import { firstCountedYear } from '../records/table-four-counts.js';
import { download } from '../web/download.js';
import { emptyForm } from '../web/forms.js';
import { ledgerOfAppeals, ledgerOfCell } from '../web/ledger-cells.js';
import { type OfficeScope, officeScope } from '../web/office-scope.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { type AnnualTables, columnName, readAnnualTables } from './annual-tables.js';
import { tableFourForm, tableThreeForm } from './form.js';
import { filingView } from './filing.js';
import { annualReportPage } from './pages.js';
import { annualPaper } from './report-paper.js';
import { annualSheet } from './report-sheet.js';

interface Asked {
  year?: unknown;
  office?: unknown;
}

/** The year asked for, of which offices, counted. */
interface Counted {
  readonly year: number;
  readonly scope: OfficeScope;
  readonly tables: AnnualTables;
}

/** 《政府信息公开条例》 is in force since 2008. */
const FIRST_YEAR = 2008;

/** 年度报告: tables three and four of the national form, live. */
@Controller(paths.annualReport)
@Allow('clerk', 'head', 'legal', 'leader')
export class AnnualReportController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get()
  async show(@CurrentViewer() viewer: Viewer, @Query() asked: Asked): Promise<Page> {
    const { year, scope, tables } = await this.count(viewer, asked);
    const of = { year, office: scope.code };
    const query = { year, office: scope.code };
    const { three, four, identities } = tables;
    return annualReportPage({
      title: '年度报告',
      office: scope.name,
      year,
      empty: three.received.total + three.carriedIn.total === 0 && four.reconsideration.total === 0,
      form: emptyForm({ year: String(year), office: scope.code }),
      yearOptions: await this.years(scope),
      officeOptions: scope.options,
      forms: [
        tableThreeForm(three, (row, column) => ledgerOfCell(of, row, column)),
        tableFourForm(four, (group, cell) => ledgerOfAppeals(of, group, cell)),
      ],
      checks: identities.map(({ rule, says, holds, faults }) => ({
        rule,
        says,
        holds,
        faults: faults.map(({ where, left, right }) => `${columnName(where)}：${left} ≠ ${right}`),
      })),
      adjustments: tables.adjustments,
      posted: tables.posted,
      filing: filingView(viewer, scope, year, tables),
      exports: [
        { href: withQuery(paths.annualReportPdf, query), label: '导出 PDF' },
        { href: withQuery(paths.annualReportSheet, query), label: '导出 Excel' },
      ],
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
        const { three, four } = await this.balanced(year, officeId);
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

  @Get('export.pdf')
  async paper(@CurrentViewer() viewer: Viewer, @Query() asked: Asked): Promise<StreamableFile> {
    const { year, scope, tables } = await this.count(viewer, asked);
    const paper = annualPaper({ office: scope.name, year, on: today() }, tables);
    return download(`${scope.name}${year}年度报告`, 'pdf', await printReport(paper));
  }

  @Get('export.xlsx')
  async sheet(@CurrentViewer() viewer: Viewer, @Query() asked: Asked): Promise<StreamableFile> {
    const { year, scope, tables } = await this.count(viewer, asked);
    const sheet = await annualSheet({ office: scope.name, year }, tables);
    return download(`${scope.name}${year}年度报告`, 'xlsx', sheet);
  }

  /** Tables that are to stand for ever. An act that is recorded between two counts leaves them out of balance. */
  private async balanced(year: number, officeId: string): Promise<AnnualTables> {
    const tables = await readAnnualTables(this.dataSource.manager, { year, officeIds: [officeId] });
    if (tables.identities.every(({ rule, holds }) => holds || rule === 'R4')) return tables;
    throw new ProblemException('conflict', { detail: '封存时有申请正在办理，数字没有封存。请再试一次。' });
  }

  private async count(viewer: Viewer, asked: Asked): Promise<Counted> {
    const year = yearAsked(asked.year);
    const { manager } = this.dataSource;
    const scope = await officeScope(manager, viewer, asked.office);
    return { year, scope, tables: await readAnnualTables(manager, { year, officeIds: scope.officeIds }) };
  }

  private async years({ officeIds }: OfficeScope): Promise<{ value: string; label: string }[]> {
    const last = yearOf(today());
    const first = (await firstCountedYear(this.dataSource.manager, officeIds)) ?? last;
    return Array.from({ length: last - first + 1 }, (_, i) => ({
      value: String(last - i),
      label: `${last - i}年`,
    }));
  }
}

function yearAsked(asked: unknown): number {
  const last = yearOf(today());
  if (asked === undefined || asked === '') return last;
  const year = typeof asked === 'string' && /^\d{4}$/.test(asked) ? Number(asked) : NaN;
  if (year >= FIRST_YEAR && year <= last) return year;
  throw new ProblemException('bad-request', { detail: `请选择 ${FIRST_YEAR} 至 ${last} 之间的年份。` });
}
